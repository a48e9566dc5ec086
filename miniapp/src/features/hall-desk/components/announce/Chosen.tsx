import { ROLL_SOURCE_WORDS } from '@jiefang/shared/rule-packs';
import { Box } from '@/components/base';
import { Card, Section } from '@/components/Card';
import { NamedFact } from '@/components/desk/NamedFact';
import { isSecret, type Wizard } from './wizard';

/** What has been chosen so far. */
export function Chosen({ wizard }: { wizard: Wizard }) {
  const { source, buildings, pack } = wizard;
  if (source === null) return null;
  return (
    <Section title="现在的选择">
      <Card>
        <Box className="stack stack-1">
          <NamedFact name="名册">{ROLL_SOURCE_WORDS[source]}</NamedFact>
          <NamedFact name="楼栋">{buildings.length === 0 ? '全部' : buildings.join('、')}</NamedFact>
          {pack !== null && (
            <>
              <NamedFact name="规则">{pack.name}</NamedFact>
              {pack.secrecy !== null && (
                <NamedFact name="投票">{isSecret(wizard) ? '无记名' : '记名'}</NamedFact>
              )}
              <NamedFact name="公告">{`${wizard.noticeDays} 天`}</NamedFact>
              <NamedFact name="协商">{`${wizard.deliberationDays} 天`}</NamedFact>
              {pack.votingDays !== null && <NamedFact name="投票期">{`${wizard.votingDays} 天`}</NamedFact>}
              <NamedFact name="公示">{`${pack.publicationDays} 天`}</NamedFact>
            </>
          )}
        </Box>
      </Card>
    </Section>
  );
}
