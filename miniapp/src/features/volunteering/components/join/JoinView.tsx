import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, ListRow } from '@/components/Card';
import { Notice } from '@/components/Notice';
import { QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { useMe } from '@/lib/me';
import { back, open, openTab } from '@/lib/navigate';
import { usePledge, useVolunteer } from '../../api/volunteer';
import type { Volunteer } from '../../api/types';
import { GuardianCard } from './GuardianCard';
import { JoinForm } from './JoinForm';

/** Joining, and what comes next once one has joined. */
export function JoinView() {
  const pledge = usePledge();
  const volunteer = useVolunteer();
  const me = useMe().data;
  return (
    <QueryState query={volunteer} skeleton={<Skeleton count={2} lines={4} />}>
      {({ volunteer: known }) =>
        known !== null && known.status !== 'left' ? (
          <Joined volunteer={known} />
        ) : me?.phone === null ? (
          <PhoneFirst />
        ) : (
          <QueryState query={pledge} skeleton={<Skeleton count={2} lines={4} />}>
            {(data) => <JoinForm pledge={data} />}
          </QueryState>
        )
      }
    </QueryState>
  );
}

function PhoneFirst() {
  return (
    <Card>
      <Box className="stack stack-3">
        <Text className="t17 strong block">先绑定手机号</Text>
        <Text className="block">协调员有急事要找得到你。绑好再回到这一页。</Text>
        <Button kind="primary" wide icon="phone" onTap={() => open('pages-me/phone')} testId="bind-first">
          绑定手机号
        </Button>
      </Box>
    </Card>
  );
}

function Joined({ volunteer }: { volunteer: Volunteer }) {
  const active = volunteer.status === 'active';
  return (
    <Box className="stack">
      <Notice tone="good" icon="heart" testId="joined">
        <Text className="t17 strong block">
          {active ? '欢迎你，志愿者' : '登记好了，再等监护人点一下同意'}
        </Text>
        <Text className="block num">你的志愿者编号：{volunteer.number}</Text>
      </Notice>
      {!active && <GuardianCard />}
      {active && (
        <Button kind="primary" wide icon="heart" onTap={() => openTab('volunteer')}>
          看看能来的任务
        </Button>
      )}
      <Button wide icon="back" onTap={back}>
        回到刚才那一页
      </Button>
      <Card className="card-flush">
        <ListRow
          icon="person"
          title="志愿者资料"
          detail="编号、培训、单位、特长"
          onTap={() => open('pages-volunteer/profile')}
        />
        <ListRow
          icon="shield"
          title="授权管理"
          detail="记录轨迹、公示姓名，由你决定"
          onTap={() => open('pages-volunteer/consents')}
        />
      </Card>
    </Box>
  );
}
