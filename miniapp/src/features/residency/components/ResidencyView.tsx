import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card, Section } from '@/components/Card';
import { QueryState } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { Skeleton } from '@/components/Skeleton';
import { Tag, type Tone } from '@/components/Tag';
import type { Residency } from '@/lib/api/types';
import { spoken } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { endResidency, residencyChanged, useResidencies } from '../api/residency';
import { ClaimForm } from './ClaimForm';

const LOOK: Record<Residency['status'], { tone: Tone; word: string }> = {
  pending: { tone: 'wait', word: '等待核实' },
  approved: { tone: 'good', word: '已认证' },
  rejected: { tone: 'bad', word: '没有通过' },
  ended: { tone: 'plain', word: '已结束' },
};

/** The reader's household: the claim that lives, the form when there is none, and what was before. */
export function ResidencyView() {
  const residencies = useResidencies();
  return (
    <QueryState query={residencies} skeleton={<Skeleton lines={4} />}>
      {({ items }) => {
        const live = items.filter((item) => item.status === 'pending' || item.status === 'approved');
        const past = items.filter((item) => !live.includes(item));
        return (
          <Box className="columns">
            <Box className="stack">
              {live.map((residency) => (
                <ResidencyCard key={residency.id} residency={residency} />
              ))}
              {live.length === 0 && <ClaimForm />}
            </Box>
            {past.length > 0 && (
              <Section title="以前的登记">
                {past.map((residency) => (
                  <ResidencyCard key={residency.id} residency={residency} />
                ))}
              </Section>
            )}
          </Box>
        );
      }}
    </QueryState>
  );
}

function ResidencyCard({ residency }: { residency: Residency }) {
  const end = useAction(endResidency, residencyChanged);
  const { tone, word } = LOOK[residency.status];
  return (
    <Card testId="residency-card">
      <Box className="stack stack-2">
        <Box className="row row-between">
          <Text className="t17 strong">
            {residency.community.name} {residency.building} {residency.room}
          </Text>
          <Tag tone={tone}>{word}</Tag>
        </Box>
        <Text className="quiet block">
          {residency.claimedName} · {spoken(residency.createdAt)} 提交
        </Text>
        {residency.status === 'pending' && (
          <Text className="block">工作人员正在核实，结果会发到「消息」里。</Text>
        )}
        {residency.status === 'approved' && (
          <Text className="block">
            {residency.method === 'roster' ? '和名册核对一致' : '由工作人员核实'}，可以约本社区的场地了。
          </Text>
        )}
        {residency.reason !== null && <Text className="block">原因：{residency.reason}</Text>}
        {end.error !== null && <Refusal error={end.error} />}
        <Can do="withdraw" among={residency.actions}>
          <Button onTap={() => end.run(residency.id)}>撤回登记</Button>
        </Can>
        <Can do="end" among={residency.actions}>
          <Button onTap={() => end.run(residency.id)}>我搬走了</Button>
        </Can>
      </Box>
    </Card>
  );
}
