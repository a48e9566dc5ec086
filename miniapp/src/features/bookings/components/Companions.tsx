import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card, ListRow, Section } from '@/components/Card';
import { Refusal } from '@/components/Refusal';
import { ShareLink } from '@/components/share/ShareLink';
import { useShareCard, type ShareCard } from '@/components/share/useShareCard';
import type { Booking, Invite } from '@/lib/api/types';
import { spoken, spokenRange } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { inviteCompanion } from '../api/bookings';

/** Who comes along, and inviting more. */
export function Companions({ booking }: { booking: Booking }) {
  const invite = useAction(inviteCompanion);
  const card: ShareCard | null = invite.result === undefined ? null : cardOf(booking, invite.result);
  useShareCard(card);
  const { companions, companionLimit } = booking;
  const canInvite = booking.actions.includes('invite');
  if (companions.length === 0 && !canInvite) return null;
  return (
    <Section title={`同伴 ${companions.length} / ${companionLimit}`}>
      <Card>
        <Box className="stack stack-3">
          {companions.length === 0 && <Text className="quiet">邀请一起来的街坊，他们也会收到提醒。</Text>}
          {companions.length > 0 && (
            <Box>
              {companions.map((companion) => (
                <ListRow
                  key={`${companion.nickname}${companion.joinedAt}`}
                  icon="person"
                  title={companion.nickname}
                  value={`${spoken(companion.joinedAt)} 加入`}
                />
              ))}
            </Box>
          )}
          <Can do="invite" among={booking.actions}>
            {invite.result === undefined || card === null ? (
              <Button icon="share" onTap={() => invite.run(booking.id)} testId="invite">
                邀请同伴
              </Button>
            ) : (
              <ShareLink
                card={card}
                copyWord="复制邀请链接"
                hint={`邀请在${spoken(invite.result.expiresAt)}前有效。`}
              />
            )}
          </Can>
          {invite.error !== null && <Refusal error={invite.error} />}
        </Box>
      </Card>
    </Section>
  );
}

function cardOf({ startsAt, endsAt, venue, purpose }: Booking, invite: Invite): ShareCard {
  return {
    title: `${spokenRange(startsAt, endsAt)} ${venue.name}，一起来${purpose}`,
    path: invite.path,
  };
}
