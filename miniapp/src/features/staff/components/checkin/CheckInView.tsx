import { useState } from 'react';
import { Box } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { scrollToTop } from '@/components/Page';
import { Scanner } from '@/components/scanner/Scanner';
import { useAction } from '@/lib/useAction';
import { actOnBooking, checkInAt, type CheckInWish } from '../../api/bookings';
import { refreshDesk } from '../../api/desk';
import type { BoardBooking, CheckInCandidate } from '../../api/types';
import { CheckInRefused, CheckInWelcome } from './CheckInResult';
import { candidatesOf } from './candidates';
import { CODE_LENGTH, Keypad } from './Keypad';
import './checkin.scss';

interface Welcome {
  booking: BoardBooking;
  venueName: string;
}

/** At the door of a centre: scan the code, or type its digits. */
export function CheckInView({ centreId }: { centreId: string }) {
  const [code, setCode] = useState('');
  const [welcome, setWelcome] = useState<Welcome | null>(null);
  const arrived = async (booking: BoardBooking, venueName: string): Promise<void> => {
    setWelcome({ booking, venueName });
    setCode('');
    scrollToTop();
    await refreshDesk();
  };
  const byCode = useAction(
    (wish: CheckInWish, key) => checkInAt(centreId, wish, key),
    (booking) => arrived(booking, booking.venue.name),
  );
  const byChoice = useAction(
    ({ candidate, manualCode }: { candidate: CheckInCandidate; manualCode: string }, key) =>
      actOnBooking(candidate.bookingId, { do: 'check-in', manualCode }, key),
    (booking, { candidate }) => arrived(booking, candidate.venue.name),
  );
  const busy = byCode.busy || byChoice.busy;
  const error = byChoice.error ?? byCode.error;
  const forget = (): void => {
    setWelcome(null);
    byCode.reset();
    byChoice.reset();
  };
  const ask = async (wish: CheckInWish): Promise<void> => {
    forget();
    if ((await byCode.run(wish)) === undefined) scrollToTop();
  };
  const type = (value: string): void => {
    if (welcome !== null || error !== null) forget();
    setCode(value);
  };

  return (
    <Box className="stack stack-6 form-columns">
      <Box className="stack">
        {welcome && <CheckInWelcome {...welcome} onNext={forget} />}
        {error && !welcome && (
          <CheckInRefused
            error={error}
            candidates={candidatesOf(error)}
            onPick={(candidate) => byChoice.run({ candidate, manualCode: code })}
            onNext={() => {
              forget();
              setCode('');
            }}
          />
        )}
        <Section title="扫码">
          <Card>
            <Scanner
              word="扫签到码"
              hint="可以选一张签到码的照片，或输入 6 位数字。"
              busy={busy}
              onRead={(qr) => void ask({ qr })}
            />
          </Card>
        </Section>
      </Box>
      <Section title="或输入 6 位签到码">
        <Card>
          <Box className="stack stack-3">
            <Keypad value={code} onChange={type} disabled={busy} />
            <Button
              wide
              icon="door"
              busy={busy}
              disabled={code.length !== CODE_LENGTH}
              onTap={() => ask({ manualCode: code })}
              testId="check-in"
            >
              签到
            </Button>
          </Box>
        </Card>
      </Section>
    </Box>
  );
}
