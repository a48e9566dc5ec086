import { ROLL_SOURCE_WORDS, ROLL_SOURCES, type RollSource } from '@jiefang/shared/rule-packs';
import { Box, Text } from '@/components/base';
import { Card, Section } from '@/components/Card';
import { ManyChips } from '@/components/Choice';
import { QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { useRollPreview } from '../../api/rolls';
import type { StaffTopic } from '../../api/types';
import { grouped, ROLL_UNITS } from '../../words';
import { OptionList } from '../OptionList';
import { OwnersField } from './OwnersField';
import { wholeRoll, withSource, type Wizard } from './wizard';

interface Props {
  topic: StaffTopic;
  wizard: Wizard;
  onChange: (wizard: Wizard) => void;
}

const SOURCE_HINTS: Record<RollSource, string> = {
  verified_residents: '居住登记通过的居民，每人一票。',
  households: '有人登记通过的住户，每户一票，家里谁投都行。',
  representatives: '在「议事厅设置」里登记的居民代表，每人一票。',
  owners: '导入的业主名单。按人数和专有面积两样计算，一户多人共有算一票。',
};

/** Whom the roll takes in: its source, the list of owners, the buildings. */
export function RollStep({ topic, wizard, onChange }: Props) {
  const { source } = wizard;
  return (
    <>
      <OptionList
        label="名册从哪里来"
        options={ROLL_SOURCES.map((value: RollSource) => ({
          value,
          word: ROLL_SOURCE_WORDS[value],
          detail: SOURCE_HINTS[value],
        }))}
        value={source}
        onChange={(value) => onChange(withSource(wizard, value))}
      />
      {source === 'owners' && (
        <OwnersField
          code={topic.community.code}
          value={wizard.ownersImportId}
          onChange={(ownersImportId) => onChange({ ...wizard, ownersImportId, buildings: [] })}
        />
      )}
      <Buildings topicId={topic.id} wizard={wizard} onChange={onChange} />
    </>
  );
}

function Buildings({
  topicId,
  wizard,
  onChange,
}: {
  topicId: string;
  wizard: Wizard;
  onChange: (wizard: Wizard) => void;
}) {
  const whole = wholeRoll(wizard);
  const query = useRollPreview(topicId, whole);
  if (whole === null) return null;
  const unit = ROLL_UNITS[whole.source];
  return (
    <QueryState query={query} skeleton={<Skeleton lines={2} />}>
      {({ size, buildings }) => {
        const named = buildings.filter(({ building }) => building !== '');
        return (
          <Section title="包括哪些楼">
            <Card>
              <Box className="stack stack-3">
                <Text className="block">
                  {size === 0
                    ? '现在名册里一个人也没有，请换一种名册，或先办好登记。'
                    : `现在一共 ${grouped(size)} ${unit}。`}
                </Text>
                {named.length > 1 && (
                  <>
                    <Text className="t13 quiet block">一栋也不选，就是全部。</Text>
                    <ManyChips
                      label="楼栋"
                      options={named.map(({ building, size: count }) => ({
                        value: building,
                        word: `${building} · ${count}`,
                      }))}
                      value={wizard.buildings}
                      onChange={(chosen) => onChange({ ...wizard, buildings: chosen })}
                    />
                  </>
                )}
              </Box>
            </Card>
          </Section>
        );
      }}
    </QueryState>
  );
}
