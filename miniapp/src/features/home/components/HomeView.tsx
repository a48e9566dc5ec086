import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, ListRow, Section, TextLink } from '@/components/Card';
import { CentreTile } from '@/components/CentreTile';
import { Empty, QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { VenueTile } from '@/components/VenueTile';
import type { Home } from '@/lib/api/types';
import { useMe } from '@/lib/me';
import { open, openTab } from '@/lib/navigate';
import { usePreferences } from '@/theme/preferences';
import { useCentresOf, type useHome } from '../api/home';
import { Deciding } from './Deciding';
import { NextThing } from './NextThing';
import { Wanted } from './Wanted';

/** The whole of the home page below its first line. */
export function HomeView({ home }: { home: ReturnType<typeof useHome> }) {
  return (
    <QueryState query={home} skeleton={<HomeSkeleton />}>
      {(data) => (
        <Box className="columns">
          <FreeToday home={data} />
          <Box className="stack stack-6">
            <NextThing booking={data.nextBooking} />
            <Deciding community={data.community.code} />
            <Wanted community={data.community.code} />
            <Entries unread={data.unreadNotices} />
          </Box>
        </Box>
      )}
    </QueryState>
  );
}

/** Elder view shows fewer things a screen; the rest is one tap away. */
const ELDER_VENUES = 2;

function FreeToday({ home }: { home: Home }) {
  const elder = usePreferences((look) => look.elder);
  const { count } = home.freeToday;
  const venues = elder ? home.freeToday.venues.slice(0, ELDER_VENUES) : home.freeToday.venues;
  if (count === 0) return <NothingToday community={home.community.code} />;
  return (
    <Section
      title={`今天有空 ${count} 间`}
      more={<TextLink onTap={() => openTab('venues')}>全部场地</TextLink>}
    >
      <Box className="grid-3">
        {venues.map((venue) => (
          <VenueTile key={venue.id} venue={venue} today={home.today} withCentre />
        ))}
      </Box>
    </Section>
  );
}

/** Late in the day, or on a full one: the centres, where later days can be booked. */
function NothingToday({ community }: { community: string }) {
  const centres = useCentresOf(community);
  return (
    <Section title="今天没有空着的了" more={<TextLink onTap={() => openTab('venues')}>全部场地</TextLink>}>
      <Text className="quiet">看看后面几天：</Text>
      <QueryState
        query={centres}
        isEmpty={(data) => data.items.length === 0}
        empty={
          <Card>
            <Empty
              icon="calendar"
              title="这个社区还没有可以约的场地"
              hint="可以看看附近的中心。"
              action={<Button onTap={() => openTab('venues')}>找附近的中心</Button>}
            />
          </Card>
        }
      >
        {(data) => (
          <Box className="grid-2">
            {data.items.map((centre) => (
              <CentreTile key={centre.id} centre={centre} />
            ))}
          </Box>
        )}
      </QueryState>
    </Section>
  );
}

function Entries({ unread }: { unread: number }) {
  const me = useMe().data;
  const isStaff = (me?.permissions.length ?? 0) > 0;
  if (me === undefined) return null;
  return (
    <Card className="card-flush">
      <ListRow
        icon="bell"
        title="消息"
        value={unread > 0 ? `${unread} 条未读` : '没有新的'}
        onTap={() => open('pages-me/inbox')}
      />
      {me.residency === null && (
        <ListRow
          icon="home"
          title="登记我的住处"
          detail="认证居民可以约更多场地"
          onTap={() => open('pages-me/residency')}
        />
      )}
      {isStaff && <ListRow icon="desk" title="工作台" onTap={() => open('pages-staff/workbench')} />}
    </Card>
  );
}

function HomeSkeleton() {
  return (
    <Box className="columns">
      <Skeleton count={3} lines={3} />
      <Skeleton lines={3} />
    </Box>
  );
}
