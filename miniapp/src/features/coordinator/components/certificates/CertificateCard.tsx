import { spokenHours } from '@jiefang/shared/hours';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card } from '@/components/Card';
import { NamedFact } from '@/components/desk/NamedFact';
import { ReasonForm } from '@/components/desk/ReasonForm';
import { TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { Refusal } from '@/components/Refusal';
import { Sheet } from '@/components/Sheet';
import type { ApiError } from '@/lib/api/error';
import { useMe } from '@/lib/me';
import { fullDay, spoken } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { useNow } from '@/lib/useNow';
import { waited } from '@/lib/waited';
import { actOnCertificate, type CertificateDeed } from '../../api/certificates';
import { refreshCoordinator } from '../../api/desk';
import type { StaffCertificate } from '../../api/types';
import { useIssuer } from '../../hooks/useIssuer';
import { DECLINE_REASONS, REVOKE_REASONS } from '../reasons';

/** One certificate, with what may be done about it now. */
export function CertificateCard({
  item,
  onDecided,
}: {
  item: StaffCertificate;
  onDecided: (told: string) => void;
}) {
  const now = useNow();
  const [step, setStep] = useState<CertificateDeed['do'] | null>(null);
  const { volunteer } = item;
  const act = useAction(
    (deed: CertificateDeed, key) => actOnCertificate(item.id, deed, key),
    async (done, deed) => {
      setStep(null);
      onDecided(toldOf(deed, volunteer.name, done.number));
      await refreshCoordinator();
    },
  );
  const close = (): void => {
    setStep(null);
    act.reset();
  };
  return (
    <Card testId={`certificate-${item.id}`}>
      <Box className="stack stack-3">
        <Box className="row row-between">
          <Text className="t17 strong clip">{volunteer.name}</Text>
          <Text className="t13 quiet num fixed">
            {item.status === 'requested'
              ? `等了 ${waited(item.createdAt, now)}`
              : item.issuedAt === null
                ? ''
                : spoken(item.issuedAt, now)}
          </Text>
        </Box>
        <Box className="stack stack-1">
          <NamedFact name="编号">{volunteer.number}</NamedFact>
          <NamedFact name="期间">{`${fullDay(item.fromDay)} 到 ${fullDay(item.toDay)}`}</NamedFact>
          <NamedFact name="时长">{spokenHours(item.minutes)}</NamedFact>
          <NamedFact name="用途">{item.purpose}</NamedFact>
          {item.number !== null && <NamedFact name="证明号">{item.number}</NamedFact>}
          {item.decidedReason !== null && <NamedFact name="原因">{item.decidedReason}</NamedFact>}
          {item.revokedAt !== null && (
            <NamedFact name="撤销">
              {[spoken(item.revokedAt, now), item.revokeReason].filter(Boolean).join('，')}
            </NamedFact>
          )}
        </Box>
        {item.takenBackMinutes > 0 && (
          <Notice icon="alert" testId="taken-back">
            {`开具以后，证明上的时长少了 ${spokenHours(item.takenBackMinutes)}，请看看要不要撤销。`}
          </Notice>
        )}
        {item.actions.length > 0 ? (
          <Box className="decide">
            <Can do="decline" among={item.actions}>
              <Button wide icon="ban" onTap={() => setStep('decline')} label={`不给${volunteer.name}开具`}>
                不开具
              </Button>
            </Can>
            <Can do="issue" among={item.actions}>
              <Button
                wide
                icon="award"
                onTap={() => setStep('issue')}
                label={`给${volunteer.name}开具`}
                testId="issue"
              >
                开具
              </Button>
            </Can>
            <Can do="revoke" among={item.actions}>
              <Button
                wide
                kind="danger"
                icon="ban"
                onTap={() => setStep('revoke')}
                label={`撤销${volunteer.name}的证明`}
                testId="revoke"
              >
                撤销
              </Button>
            </Can>
          </Box>
        ) : (
          item.status === 'requested' && (
            <Text className="quiet block">这是你自己的申请，要由另一位同事办理。</Text>
          )
        )}
      </Box>
      <Sheet title={`给${volunteer.name}开具证明`} open={step === 'issue'} onClose={close}>
        <IssueForm error={act.error} onConfirm={(who) => act.run({ do: 'issue', ...who })} />
      </Sheet>
      <Sheet title={`不给${volunteer.name}开具`} open={step === 'decline'} onClose={close}>
        <ReasonForm
          ready={DECLINE_REASONS}
          hint="本人会看到这句话，可以重新申请。"
          word="不开具，告诉本人"
          error={act.error}
          maxLength={200}
          onConfirm={(reason) => act.run({ do: 'decline', reason })}
        />
      </Sheet>
      <Sheet title={`撤销${volunteer.name}的证明`} open={step === 'revoke'} onClose={close}>
        <ReasonForm
          ready={REVOKE_REASONS}
          hint="撤销后，别人核对时会看到这份证明已经撤销。本人会看到这句话。"
          word="撤销，告诉本人"
          error={act.error}
          maxLength={200}
          onConfirm={(reason) => act.run({ do: 'revoke', reason })}
        />
      </Sheet>
    </Card>
  );
}

function toldOf(deed: CertificateDeed, name: string, number: string | null): string {
  if (deed.do === 'issue') return `给${name}开好了，证明号 ${number ?? ''}，本人可以下载。`;
  return deed.do === 'decline' ? `没有给${name}开具，本人会收到消息。` : `撤销了${name}的证明。`;
}

interface IssueProps {
  error: ApiError | null;
  onConfirm: (who: { responsible: string; contact: string }) => Promise<unknown>;
}

/** Who answers for the certificate: printed on it, and remembered for the next one. */
function IssueForm({ error, onConfirm }: IssueProps) {
  const issuer = useIssuer();
  const me = useMe().data;
  const [responsible, setResponsible] = useState(issuer.responsible ?? me?.nickname ?? '');
  const [contact, setContact] = useState(issuer.contact ?? '');
  const who = { responsible: responsible.trim(), contact: contact.trim() };
  return (
    <Box className="stack stack-3">
      <Text className="block">时长按现在已记录的算。下面两项会印在证明上。</Text>
      <TextField
        label="负责人"
        value={responsible}
        onInput={setResponsible}
        maxLength={20}
        placeholder="能说明这份证明的人"
      />
      <TextField
        label="联系电话"
        value={contact}
        onInput={setContact}
        maxLength={30}
        placeholder="如 0596-2020001"
      />
      {error && <Refusal error={error} />}
      <Button
        kind="primary"
        wide
        icon="award"
        disabled={who.responsible.length < 2 || who.contact.length < 5}
        onTap={() => {
          issuer.remember(who);
          return onConfirm(who);
        }}
        testId="issue-confirm"
      >
        开具证明
      </Button>
    </Box>
  );
}
