import { spokenHours, type HoursAct } from '@jiefang/shared/hours';
import { Box, Text } from '@/components/base';
import { Card, ListRow, Section } from '@/components/Card';
import { StatusChip } from '@/components/StatusChip';
import { Notice } from '@/components/Notice';
import { Steps } from '@/components/Steps';
import { monthAndDay } from '@/lib/time';
import type { HoursDetail } from '../../api/types';

const ACT_WORDS: Record<HoursAct, string> = {
  service: '核实并记下',
  adjustment: '更正',
  reversal: '冲正，时长收回',
  publicised: '开始公示',
  objection: '有人提了异议',
  objection_answered: '异议有了答复',
  recorded: '公示期满，已记录',
};

/** One entry of the ledger: what it was and everything that happened to it. */
export function HoursItemView({ item }: { item: HoursDetail }) {
  return (
    <>
      <Box className="stack stack-2">
        <Text className="t26 num block">{spokenHours(item.minutes)}</Text>
        <Text className="t20 block">{item.content}</Text>
        <Box className="row row-wrap">
          <StatusChip of="hours" status={item.status} />
          {item.kind === 'adjustment' && <Text className="quiet">更正</Text>}
        </Box>
      </Box>
      {item.openObjections > 0 && (
        <Notice tone="wait" icon="flag">
          公示时有人提了异议，社区答复后才会记录。
        </Notice>
      )}
      <Box className="columns columns-even">
        <Card className="card-flush">
          <ListRow title="哪一天" value={monthAndDay(item.day)} />
          <ListRow title="哪里核实" value={item.division.name} />
          {item.publicisedOn !== null && <ListRow title="开始公示" value={monthAndDay(item.publicisedOn)} />}
          {item.publicationEndsOn !== null && (
            <ListRow title="公示到" value={monthAndDay(item.publicationEndsOn)} />
          )}
          {item.reason !== null && <ListRow title="原因" detail={item.reason} />}
        </Card>
        <Section title="来龙去脉">
          <Card>
            <Steps
              steps={item.timeline.map((step) => ({
                word: `${ACT_WORDS[step.act]}${step.minutes === 0 ? '' : ` ${spokenHours(step.minutes)}`}`,
                at: step.at,
                note: [step.by, step.reason].filter((part) => part !== null).join('：') || null,
                icon: step.act === 'reversal' ? 'close' : 'check',
              }))}
            />
          </Card>
        </Section>
      </Box>
    </>
  );
}
