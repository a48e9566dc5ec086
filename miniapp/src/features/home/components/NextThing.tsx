import { Box, Text } from '@/components/base';
import { BookingTile } from '@/components/BookingTile';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card, Section, TextLink } from '@/components/Card';
import { ClaimTile } from '@/components/ClaimTile';
import type { BookingCard } from '@/lib/api/types';
import { open } from '@/lib/navigate';
import { useSignedIn } from '@/lib/session';
import { useNextService } from '../api/home';
import { soonerOf } from './sooner';

/** The reader's next booking or task, whichever comes first. */
export function NextThing({ booking }: { booking: BookingCard | null }) {
  const signedIn = useSignedIn();
  const claim = useNextService().data?.claim ?? null;
  if (!signedIn) return <SignIn />;
  const next = soonerOf(booking, claim);
  const mine = next?.kind === 'claim' ? 'pages-volunteer/claims' : 'pages-me/bookings';
  return (
    <Section
      title="我的下一件事"
      more={<TextLink onTap={() => open(mine)}>{next?.kind === 'claim' ? '我的任务' : '我的预约'}</TextLink>}
    >
      {next === null && (
        <Card>
          <Text className="quiet">还没有约好的场地和认领的任务。挑一间空着的，两下就能约上。</Text>
        </Card>
      )}
      {next?.kind === 'booking' && (
        <Box className="stack stack-2">
          <BookingTile booking={next.booking} />
          <Can do="show_check_in_code" among={next.booking.actions}>
            <Button
              wide
              kind="primary"
              icon="qr"
              onTap={() => open('pages-venues/booking', { id: next.booking.id, code: 1 })}
              testId="home-check-in-code"
            >
              出示签到码
            </Button>
          </Can>
        </Box>
      )}
      {next?.kind === 'claim' && (
        <Box className="stack stack-2">
          <ClaimTile claim={next.claim} />
          <Can do="check_in" among={next.claim.actions}>
            <Button
              wide
              kind="primary"
              icon="place"
              onTap={() => open('pages-volunteer/claim', { id: next.claim.id })}
              testId="home-service-check-in"
            >
              到了，去签到
            </Button>
          </Can>
        </Box>
      )}
    </Section>
  );
}

function SignIn() {
  return (
    <Section title="我的下一件事">
      <Card>
        <Box className="stack stack-3">
          <Text className="quiet">登录后可以预约场地、认领任务、收到提醒。</Text>
          <Button kind="primary" wide icon="person" onTap={() => open('pages-me/login')} testId="home-login">
            登录
          </Button>
        </Box>
      </Card>
    </Section>
  );
}
