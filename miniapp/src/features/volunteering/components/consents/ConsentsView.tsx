import type { ConsentPurpose } from '@jiefang/shared/volunteering';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Switch } from '@/components/Choice';
import { Notice } from '@/components/Notice';
import { QueryState } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { Sheet } from '@/components/Sheet';
import { Skeleton } from '@/components/Skeleton';
import { Tag } from '@/components/Tag';
import { spoken } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { useRefresh } from '@/lib/useRefresh';
import { consentsChanged, giveConsent, useConsents, withdrawConsent } from '../../api/volunteer';
import type { Consent } from '../../api/types';

/** What the reader lets be done with their data, purpose by purpose; each can be given and taken back. */
export function ConsentsView() {
  const consents = useConsents();
  useRefresh(() => consents.refetch());
  return (
    <Box className="stack">
      <Text className="quiet block">每一项都由你决定，不同意也能做志愿者。改了马上生效。</Text>
      <QueryState query={consents} skeleton={<Skeleton count={2} lines={4} />}>
        {(data) => (
          <Box className="grid-2">
            {data.items.map((consent) => (
              <ConsentCard key={consent.purpose} consent={consent} />
            ))}
          </Box>
        )}
      </QueryState>
    </Box>
  );
}

function ConsentCard({ consent }: { consent: Consent }) {
  const [withdrawing, setWithdrawing] = useState(false);
  const give = useAction(giveConsent, consentsChanged);
  const { purpose, active, version, currentVersion } = consent;
  const outdated = active && version !== currentVersion;
  return (
    <Card testId={`consent-${purpose}`}>
      <Box className="stack stack-3">
        <Box className="row row-between row-wrap">
          <Text className="t17 strong">{consent.title}</Text>
          {active && !outdated ? (
            <Tag tone="good" icon="check">
              已同意
            </Tag>
          ) : (
            <Tag icon="lock">{outdated ? '说明更新了' : '没有同意'}</Tag>
          )}
        </Box>
        <Text className="block pre">{consent.text}</Text>
        <Text className="t13 quiet block">{history(consent)}</Text>
        {outdated && <Notice>说明有了新的内容。请读一读，再决定要不要同意。</Notice>}
        {give.error !== null && <Refusal error={give.error} />}
        {(!active || outdated) && (
          <Button
            icon="check"
            onTap={() => give.run({ purpose, version: currentVersion })}
            testId={`give-${purpose}`}
          >
            同意
          </Button>
        )}
        {active && (
          <Button icon="close" onTap={() => setWithdrawing(true)} testId={`withdraw-${purpose}`}>
            撤回同意
          </Button>
        )}
      </Box>
      <WithdrawSheet purpose={purpose} open={withdrawing} onClose={() => setWithdrawing(false)} />
    </Card>
  );
}

function history({ currentVersion, version, grantedAt, withdrawnAt, active }: Consent): string {
  const edition = `第 ${currentVersion} 版说明。`;
  if (active && grantedAt !== null) return `${edition}${spoken(grantedAt)}同意了第 ${version ?? 1} 版。`;
  if (withdrawnAt !== null) return `${edition}${spoken(withdrawnAt)}撤回了。`;
  return edition;
}

function WithdrawSheet({
  purpose,
  open,
  onClose,
}: {
  purpose: ConsentPurpose;
  open: boolean;
  onClose: () => void;
}) {
  const [eraseTracks, setEraseTracks] = useState(false);
  const withdraw = useAction(withdrawConsent, consentsChanged);
  const tracks = purpose === 'track';
  const confirm = async (): Promise<void> => {
    if ((await withdraw.run({ purpose, eraseTracks: tracks && eraseTracks })) !== undefined) onClose();
  };
  return (
    <Sheet title="撤回同意？" open={open} onClose={onClose}>
      <Text className="block">
        {tracks
          ? '撤回后不再记录你的位置，正在进行的巡防会停下来。已经核实的时长不受影响。'
          : '撤回后，公示里只显示志愿者编号的后四位。'}
      </Text>
      {tracks && (
        <Box className="stack stack-1">
          <Switch
            label="把已存的轨迹也删掉"
            on={eraseTracks}
            onChange={setEraseTracks}
            testId="erase-tracks"
          />
          <Text className="t13 quiet">删掉后不能恢复，只留下里程、时长这些数字。</Text>
        </Box>
      )}
      {withdraw.error !== null && <Refusal error={withdraw.error} />}
      <Box className="stack stack-2">
        <Button kind="danger" wide onTap={confirm} testId="confirm-withdraw">
          确认撤回
        </Button>
        <Button wide onTap={onClose}>
          先不撤回
        </Button>
      </Box>
    </Sheet>
  );
}
