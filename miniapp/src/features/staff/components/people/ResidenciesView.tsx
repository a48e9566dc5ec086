import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card } from '@/components/Card';
import { Segmented } from '@/components/Choice';
import { Notice } from '@/components/Notice';
import { Empty } from '@/components/QueryState';
import { Sheet } from '@/components/Sheet';
import { Tag, type Tone } from '@/components/Tag';
import type { IconName } from '@/components/Icon';
import { spoken } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { useNow } from '@/lib/useNow';
import { refreshDesk, useDivisionList } from '../../api/desk';
import { decideResidency, unmaskResidency, type ResidencyDecision } from '../../api/people';
import type { RosterHint, StaffResidency } from '../../api/types';
import { DecisionList } from '@/components/desk/DecisionList';
import { NamedFact } from '@/components/desk/NamedFact';
import { RESIDENCY_APPROVE_REASONS, RESIDENCY_REJECT_REASONS, UNMASK_PURPOSES } from '../bookings/reasons';
import { ReasonForm } from '@/components/desk/ReasonForm';
import { waited } from '@/lib/waited';

type Status = 'pending' | 'approved' | 'rejected';
const STATUSES: { value: Status; word: string }[] = [
  { value: 'pending', word: '待核实' },
  { value: 'approved', word: '已通过' },
  { value: 'rejected', word: '没通过' },
];

/** Claims to households that the roster could not decide. */
export function ResidenciesView({ code }: { code: string }) {
  const [status, setStatus] = useState<Status>('pending');
  const query = useDivisionList<StaffResidency>(code, 'residencies', { status });
  return (
    <>
      <Segmented label="看哪些" options={STATUSES} value={status} onChange={setStatus} />
      <DecisionList
        key={status}
        query={query}
        keyOf={(item) => item.id}
        empty={
          status === 'pending' ? (
            <Empty icon="check" title="没有等核实的登记" hint="姓名和手机号与名册一致的，已经自动通过。" />
          ) : (
            <Empty icon="list" title="这里还没有记录" />
          )
        }
        render={(item, onDecided) => <ResidencyCard item={item} onDecided={onDecided} />}
      />
    </>
  );
}

const HINTS: Record<RosterHint, { word: string; tone: Tone; icon: IconName }> = {
  match_name: { word: '姓名在名册里，手机号不同', tone: 'wait', icon: 'info' },
  match_phone: { word: '手机号在名册里，姓名不同', tone: 'wait', icon: 'info' },
  no_household: { word: '名册里没有这一户', tone: 'bad', icon: 'alert' },
  none: { word: '名册里这户没有这个人', tone: 'bad', icon: 'alert' },
};

type Step = 'approve' | 'reject' | 'unmask';

function ResidencyCard({ item, onDecided }: { item: StaffResidency; onDecided: (told: string) => void }) {
  const now = useNow();
  const [step, setStep] = useState<Step | null>(null);
  const address = `${item.community.name} ${item.building} ${item.room}`;
  const decide = useAction(
    (wish: ResidencyDecision, key) => decideResidency(wish, key),
    async (_done, { decision }) => {
      setStep(null);
      onDecided(`${decision === 'approve' ? '已通过' : '没有通过'}${address}的登记，本人会收到消息。`);
      await refreshDesk();
    },
  );
  const unmask = useAction((purpose: string, key) => unmaskResidency(item.id, purpose, key));
  const pending = item.status === 'pending';
  return (
    <Card testId={`residency-${item.id}`}>
      <Box className="stack stack-3">
        <Box className="stack stack-1">
          <Box className="row row-between">
            <Text className="t17 strong">{`${item.building} ${item.room}`}</Text>
            <Text className="t13 quiet fixed">
              {pending
                ? `等了 ${waited(item.createdAt, now)}`
                : item.decidedAt === null
                  ? ''
                  : spoken(item.decidedAt, now)}
            </Text>
          </Box>
          <Text className="block">{item.community.name}</Text>
        </Box>
        <Box className="stack stack-1">
          <NamedFact name="登记人">{item.claimedName}</NamedFact>
          <NamedFact name="微信名">{item.personNickname}</NamedFact>
          <NamedFact name="手机">{item.phoneMasked ?? '还没有绑定'}</NamedFact>
          {item.reason !== null && item.reason !== '' && <NamedFact name="说明">{item.reason}</NamedFact>}
          {item.method === 'roster' && <NamedFact name="方式">和名册一致，自动通过</NamedFact>}
        </Box>
        {pending && (
          <>
            <Box className="row row-wrap">
              <Tag tone={HINTS[item.rosterHint].tone} icon={HINTS[item.rosterHint].icon}>
                {HINTS[item.rosterHint].word}
              </Tag>
            </Box>
            <Button small icon="eye" onTap={() => setStep('unmask')} label={`查看${address}登记人的完整信息`}>
              查看完整姓名和手机号
            </Button>
            <Can
              do="approve"
              among={item.actions}
              otherwise={<Text className="quiet block">这是你自己的登记，要由另一位同事核实。</Text>}
            >
              <Box className="decide">
                <Button
                  kind="danger"
                  wide
                  icon="ban"
                  onTap={() => setStep('reject')}
                  label={`不通过${address}`}
                >
                  不通过
                </Button>
                <Button wide icon="check" onTap={() => setStep('approve')} label={`通过${address}`}>
                  通过
                </Button>
              </Box>
            </Can>
          </>
        )}
      </Box>
      <Sheet title={`通过 ${address}`} open={step === 'approve'} onClose={() => setStep(null)}>
        <ReasonForm
          kind="primary"
          label="依据"
          ready={RESIDENCY_APPROVE_REASONS}
          hint="会记入操作记录，本人也看得到。"
          word="通过，告诉本人"
          error={decide.error}
          onConfirm={(reason) => decide.run({ id: item.id, decision: 'approve', reason })}
        />
      </Sheet>
      <Sheet title={`不通过 ${address}`} open={step === 'reject'} onClose={() => setStep(null)}>
        <ReasonForm
          ready={RESIDENCY_REJECT_REASONS}
          hint="本人会看到这句话，可以重新登记。"
          word="不通过，告诉本人"
          error={decide.error}
          onConfirm={(reason) => decide.run({ id: item.id, decision: 'reject', reason })}
        />
      </Sheet>
      <Sheet
        title="查看完整信息"
        open={step === 'unmask'}
        onClose={() => {
          setStep(null);
          unmask.reset();
        }}
      >
        {unmask.result === undefined ? (
          <ReasonForm
            kind="primary"
            label="用途"
            ready={UNMASK_PURPOSES}
            hint="谁在什么时候为什么查看，都会记入操作记录。"
            word="查看"
            error={unmask.error}
            onConfirm={(purpose) => unmask.run(purpose)}
          />
        ) : (
          <>
            <Card testId="unmasked">
              <Box className="stack stack-2">
                <Text className="t20 block">{unmask.result.name}</Text>
                <Text className="t20 num block">{unmask.result.phone ?? '还没有绑定手机号'}</Text>
              </Box>
            </Card>
            <Notice>这次查看已经记入操作记录。关上后不再显示。</Notice>
          </>
        )}
      </Sheet>
    </Card>
  );
}
