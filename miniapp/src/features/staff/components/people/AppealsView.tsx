import { shanghaiDay, spokenDay } from '@jiefang/shared/time';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card } from '@/components/Card';
import { Empty } from '@/components/QueryState';
import { Sheet } from '@/components/Sheet';
import { StatusChip } from '@/components/StatusChip';
import { spokenRange } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { useNow } from '@/lib/useNow';
import { refreshDesk, useDivisionList } from '../../api/desk';
import { decideAppeal, type AppealAnswer } from '../../api/people';
import type { Appeal } from '../../api/types';
import { DecisionList } from '@/components/desk/DecisionList';
import { NamedFact } from '@/components/desk/NamedFact';
import { DISMISSED_REASONS, UPHELD_REASONS } from '../bookings/reasons';
import { ReasonForm } from '@/components/desk/ReasonForm';
import { waited } from '@/lib/waited';

/** Appeals against pauses of online booking. */
export function AppealsView({ code }: { code: string }) {
  const query = useDivisionList<Appeal>(code, 'appeals');
  return (
    <DecisionList
      query={query}
      keyOf={(item) => item.pauseId}
      empty={<Empty icon="check" title="没有等答复的申诉" hint="居民因爽约被暂停后，可以在这里得到答复。" />}
      render={(item, onDecided) => <AppealCard item={item} onDecided={onDecided} />}
    />
  );
}

function AppealCard({ item, onDecided }: { item: Appeal; onDecided: (told: string) => void }) {
  const now = useNow();
  const [decision, setDecision] = useState<AppealAnswer['decision'] | null>(null);
  const { nickname, phoneMasked } = item.person;
  const decide = useAction(
    (answer: AppealAnswer, key) => decideAppeal(answer, key),
    async (_done, answer) => {
      setDecision(null);
      onDecided(
        answer.decision === 'upheld' ? `已恢复${nickname}的在线预约。` : `已答复${nickname}，维持暂停。`,
      );
      await refreshDesk();
    },
  );
  const today = shanghaiDay(now);
  const day = (iso: string): string => spokenDay(shanghaiDay(new Date(iso)), today);
  return (
    <Card testId={`appeal-${item.pauseId}`}>
      <Box className="stack stack-3">
        <Box className="row row-between">
          <Text className="t17 strong clip">{[nickname, phoneMasked].filter(Boolean).join('  ')}</Text>
          <Text className="t13 quiet fixed">{`等了 ${waited(item.createdAt, now)}`}</Text>
        </Box>
        <Box className="tile-reason">
          <Text className="pre">{`「${item.text}」`}</Text>
        </Box>
        <Box className="stack stack-1">
          <NamedFact name="中心">{item.centre.name}</NamedFact>
          <NamedFact name="暂停">{`${day(item.startsAt)} 到 ${day(item.endsAt)}`}</NamedFact>
          <NamedFact name="原因">{item.reason}</NamedFact>
        </Box>
        {item.bookings.length > 0 && (
          <Box className="stack stack-2">
            <Text className="t13 quiet block">依据的预约</Text>
            {item.bookings.map((booking) => (
              <Box key={booking.id} className="row row-between row-wrap">
                <Box>
                  <Text className="num nowrap block">
                    {spokenRange(booking.startsAt, booking.endsAt, now)}
                  </Text>
                  <Text className="t13 quiet block">{booking.purpose}</Text>
                </Box>
                <StatusChip of="booking" status={booking.status} />
              </Box>
            ))}
          </Box>
        )}
        <Can
          do="decide"
          among={item.actions}
          otherwise={<Text className="quiet block">这是你自己的申诉，要由另一位同事答复。</Text>}
        >
          <Box className="decide">
            <Button wide onTap={() => setDecision('dismissed')} label={`维持对${nickname}的暂停`}>
              维持暂停
            </Button>
            <Button
              wide
              icon="check"
              onTap={() => setDecision('upheld')}
              label={`同意${nickname}的申诉，恢复预约`}
            >
              恢复预约
            </Button>
          </Box>
        </Can>
      </Box>
      <Sheet
        title={`恢复${nickname}的在线预约`}
        open={decision === 'upheld'}
        onClose={() => setDecision(null)}
      >
        <ReasonForm
          kind="primary"
          ready={UPHELD_REASONS}
          hint="本人会看到这句话。"
          word="恢复预约，告诉本人"
          error={decide.error}
          onConfirm={(reason) => decide.run({ pauseId: item.pauseId, decision: 'upheld', reason })}
        />
      </Sheet>
      <Sheet
        title={`维持对${nickname}的暂停`}
        open={decision === 'dismissed'}
        onClose={() => setDecision(null)}
      >
        <ReasonForm
          ready={DISMISSED_REASONS}
          hint="本人会看到这句话。每次暂停只能申诉一次。"
          word="维持暂停，告诉本人"
          error={decide.error}
          onConfirm={(reason) => decide.run({ pauseId: item.pauseId, decision: 'dismissed', reason })}
        />
      </Sheet>
    </Card>
  );
}
