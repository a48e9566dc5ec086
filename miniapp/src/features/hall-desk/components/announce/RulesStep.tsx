import { Box, Text } from '@/components/base';
import { Card, Section } from '@/components/Card';
import { Segmented } from '@/components/Choice';
import { Field, Stepper } from '@/components/Field';
import { QueryState } from '@/components/QueryState';
import { useRulePacks } from '../../api/rolls';
import type { RulePackCard } from '../../api/types';
import { OptionList } from '../OptionList';
import { LONGEST_DAYS, withPack, type Wizard } from './wizard';

interface Props {
  wizard: Wizard;
  onChange: (wizard: Wizard) => void;
}

/** By which rules: a pack with its sentences, secret or open where that is left, and windows no shorter than its own. */
export function RulesStep({ wizard, onChange }: Props) {
  const query = useRulePacks();
  const { source, pack } = wizard;
  return (
    <QueryState query={query}>
      {({ items }) => (
        <>
          <OptionList
            label="议事规则"
            options={items
              .filter(({ sources }) => source !== null && sources.includes(source))
              .map(({ code, name, basis }) => ({ value: code, word: name, detail: basis }))}
            value={pack?.code ?? null}
            onChange={(code) => {
              const chosen = items.find((item) => item.code === code);
              if (chosen !== undefined) onChange(withPack(wizard, chosen));
            }}
          />
          {pack !== null && <PackCard pack={pack} wizard={wizard} onChange={onChange} />}
        </>
      )}
    </QueryState>
  );
}

function PackCard({ pack, wizard, onChange }: Props & { pack: RulePackCard }) {
  return (
    <>
      <Section title="这个规则要求">
        <Card>
          <Box className="stack stack-1">
            {pack.sentences.map((sentence) => (
              <Text key={sentence} className="block">
                {sentence}
              </Text>
            ))}
          </Box>
        </Card>
      </Section>
      {pack.secrecy === 'choice' && (
        <Field
          label="怎么投"
          hint={
            wizard.secret
              ? '无记名：投了不能改，谁也查不到是谁投的。'
              : '记名：截止前可以改，凭回执可以核对。'
          }
        >
          <Segmented
            label="怎么投"
            options={[
              { value: 'open', word: '记名' },
              { value: 'secret', word: '无记名' },
            ]}
            value={wizard.secret ? 'secret' : 'open'}
            onChange={(value) => onChange({ ...wizard, secret: value === 'secret' })}
          />
        </Field>
      )}
      <Section title="期限">
        <Card>
          <Box className="stack stack-3 field-columns">
            <Stepper
              label="公告几天后开始协商"
              value={wizard.noticeDays}
              min={pack.noticeDays}
              max={LONGEST_DAYS}
              unit="天"
              hint={`规则要求至少 ${pack.noticeDays} 天。`}
              onChange={(noticeDays) => onChange({ ...wizard, noticeDays })}
            />
            <Stepper
              label="协商几天"
              value={wizard.deliberationDays}
              min={pack.deliberationDays}
              max={LONGEST_DAYS}
              unit="天"
              hint={`规则要求至少 ${pack.deliberationDays} 天。`}
              onChange={(deliberationDays) => onChange({ ...wizard, deliberationDays })}
            />
            {pack.votingDays !== null && (
              <Stepper
                label="投票几天"
                value={wizard.votingDays}
                min={pack.votingDays}
                max={LONGEST_DAYS}
                unit="天"
                hint={`规则要求至少 ${pack.votingDays} 天。`}
                onChange={(votingDays) => onChange({ ...wizard, votingDays })}
              />
            )}
          </Box>
        </Card>
      </Section>
    </>
  );
}
