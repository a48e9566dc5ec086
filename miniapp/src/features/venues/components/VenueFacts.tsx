import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section, TextLink } from '@/components/Card';
import { Refusal } from '@/components/Refusal';
import { RuleList } from '@/components/RuleList';
import { Tag } from '@/components/Tag';
import type { KnownRefusal, Venue } from '@/lib/api/types';
import { open } from '@/lib/navigate';
import { call } from '@/lib/phone';

/** What the venue is. */
export function VenueFacts({ venue }: { venue: Venue }) {
  return (
    <Box className="stack stack-2">
      <Text className="t26 block">{venue.name}</Text>
      <Box className="row row-wrap">
        <Tag icon="people">{`${venue.capacity} 人`}</Tag>
        {venue.facilities.map((facility) => (
          <Tag key={facility}>{facility}</Tag>
        ))}
        {venue.policy.approval && (
          <Tag tone="wait" icon="hourglass">
            要审核
          </Tag>
        )}
      </Box>
      <TextLink onTap={() => open('pages-venues/centre', { id: venue.centre.id })}>
        {venue.centre.name}
      </TextLink>
      {venue.intro !== '' && <Text className="quiet block pre">{venue.intro}</Text>}
    </Box>
  );
}

/** The venue's rules in words with their numbers, and how much of the week's quota is used. */
export function VenueRules({ venue }: { venue: Venue }) {
  const { quota } = venue;
  return (
    <Section title="规则">
      <Card>
        <Box className="stack stack-3">
          {quota?.person && (
            <Text className="block">
              本周你已约 {quota.person.used} 次，每人 {quota.person.limit} 次
              {quota.household && `；你家已约 ${quota.household.used} 次，每户 ${quota.household.limit} 次`}。
            </Text>
          )}
          <RuleList rules={venue.rules} />
        </Box>
      </Card>
    </Section>
  );
}

/** Why the reader can't book here now, with the way out of it. */
export function NotBookable({ refusal, venue }: { refusal: KnownRefusal; venue: Venue }) {
  return (
    <Refusal error={refusal}>
      <WayOut code={refusal.code} venue={venue} />
    </Refusal>
  );
}

function WayOut({ code, venue }: { code: string; venue: Venue }) {
  if (code === 'PHONE_REQUIRED') {
    return (
      <Button small icon="phone" onTap={() => open('pages-me/phone')}>
        绑定手机号
      </Button>
    );
  }
  if (code === 'BOOKING_AUDIENCE') {
    return (
      <Button small icon="home" onTap={() => open('pages-me/residency')}>
        登记我的住处
      </Button>
    );
  }
  if (code === 'BOOKING_PAUSED') {
    return (
      <Button small icon="flag" onTap={() => open('pages-me/pauses')}>
        查看并申诉
      </Button>
    );
  }
  return (
    <Button small icon="phone" onTap={() => call(venue.centre.phone)}>
      打电话给中心
    </Button>
  );
}
