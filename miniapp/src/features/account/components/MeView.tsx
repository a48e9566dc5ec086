import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, ListRow } from '@/components/Card';
import { Icon } from '@/components/Icon';
import { Notice } from '@/components/Notice';
import { QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { Tag } from '@/components/Tag';
import type { Me, Residency } from '@/lib/api/types';
import { useMe } from '@/lib/me';
import { open } from '@/lib/navigate';
import { useSignedIn } from '@/lib/session';
import { spoken } from '@/lib/time';
import './me.scss';

/** 我的: who I am and everything of mine. */
export function MeView() {
  const signedIn = useSignedIn();
  return signedIn ? <Mine /> : <Stranger />;
}

function Stranger() {
  return (
    <>
      <Card>
        <Box className="stack stack-3">
          <Text className="t20 block">还没有登录</Text>
          <Text className="quiet block">登录后可以预约场地、认领任务、收到提醒。</Text>
          <Button kind="primary" wide icon="person" onTap={() => open('pages-me/login')} testId="login">
            登录
          </Button>
        </Box>
      </Card>
      <Card className="card-flush">
        <ListRow icon="settings" title="长辈版、深色与字号" onTap={() => open('pages-me/settings')} />
        <ListRow icon="eye" title="志愿服务时长公示" onTap={() => open('pages-volunteer/publication')} />
        <ListRow icon="award" title="核对志愿服务证明" onTap={() => open('pages-volunteer/check')} />
        <ListRow icon="shield" title="核对议题存证" onTap={() => open('pages-halls/verify')} />
      </Card>
    </>
  );
}

function Mine() {
  const me = useMe();
  return (
    <QueryState query={me} skeleton={<Skeleton count={2} lines={4} />}>
      {(data) => (
        <Box className="columns">
          <Box className="stack">
            <Identity me={data} />
            {data.pauses.map((pause) => (
              <Notice key={pause.id} tone="wait" icon="alert">
                <Text className="block">
                  {pause.centre.name} 的在线预约暂停到 {spoken(pause.endsAt)}。
                </Text>
                <Button small onTap={() => open('pages-me/pauses')}>
                  查看并申诉
                </Button>
              </Notice>
            ))}
            <Card className="card-flush">
              <ListRow
                icon="calendar"
                title="我的预约"
                onTap={() => open('pages-me/bookings')}
                testId="my-bookings"
              />
              <ListRow icon="queue" title="我的候补" onTap={() => open('pages-me/waitlist')} />
              <ListRow
                icon="bell"
                title="消息"
                value={data.unreadNotices > 0 ? `${data.unreadNotices} 条未读` : undefined}
                onTap={() => open('pages-me/inbox')}
                testId="inbox"
              />
            </Card>
            <Volunteering />
            <Deliberating />
          </Box>
          <Box className="stack">
            {data.permissions.length > 0 && (
              <Card className="card-flush">
                <ListRow
                  icon="desk"
                  title="工作台"
                  detail={data.roles.map((grant) => grant.division.name).join('、')}
                  onTap={() => open('pages-staff/workbench')}
                  testId="workbench"
                />
              </Card>
            )}
            <Card className="card-flush">
              <ListRow
                icon="home"
                title="我的住处"
                detail={residencyWord(data.residency)}
                onTap={() => open('pages-me/residency')}
                testId="residency"
              />
              <ListRow
                icon="phone"
                title="手机号"
                value={data.phone?.masked ?? '还没绑定'}
                onTap={() => open('pages-me/phone')}
                testId="phone"
              />
              <ListRow
                icon="settings"
                title="设置"
                detail="长辈版、深色、退出登录"
                onTap={() => open('pages-me/settings')}
              />
            </Card>
          </Box>
        </Box>
      )}
    </QueryState>
  );
}

/** The reader's volunteering, each page one tap away. */
function Volunteering() {
  return (
    <Card className="card-flush">
      <ListRow icon="list" title="我的任务" onTap={() => open('pages-volunteer/claims')} testId="my-claims" />
      <ListRow icon="clock" title="服务时长" onTap={() => open('pages-volunteer/hours')} testId="my-hours" />
      <ListRow
        icon="award"
        title="志愿服务证明"
        onTap={() => open('pages-volunteer/certificates')}
        testId="my-certificates"
      />
      <ListRow
        icon="heart"
        title="志愿者资料"
        onTap={() => open('pages-volunteer/profile')}
        testId="my-profile"
      />
      <ListRow
        icon="shield"
        title="授权管理"
        detail="记录轨迹、公示姓名，由你决定"
        onTap={() => open('pages-volunteer/consents')}
        testId="my-consents"
      />
    </Card>
  );
}

/** What the reader raised and said, and what became of it. */
function Deliberating() {
  return (
    <Card className="card-flush">
      <ListRow icon="talk" title="我的议题" onTap={() => open('pages-halls/mine')} testId="my-topics" />
      <ListRow
        icon="edit"
        title="我的发言"
        onTap={() => open('pages-halls/mine', { show: 'opinions' })}
        testId="my-opinions"
      />
      <ListRow
        icon="flag"
        title="我的申诉"
        detail="被隐藏的文字和申诉结果"
        onTap={() => open('pages-halls/appeals')}
        testId="my-appeals"
      />
    </Card>
  );
}

function Identity({ me }: { me: Me }) {
  const verified = me.residency?.status === 'approved';
  return (
    <Box className="row row-3">
      <Box className="me-face" spoken={{ hidden: true }}>
        <Icon name="person" large />
      </Box>
      <Box className="grow stack stack-1">
        <Text className="t20 clip block">{me.nickname}</Text>
        <Box className="row row-wrap">
          {verified ? (
            <Tag tone="good" icon="check">
              认证居民
            </Tag>
          ) : (
            <Tag>居民</Tag>
          )}
          {me.residency !== null && <Text className="t13 quiet">{me.residency.community.name}</Text>}
        </Box>
      </Box>
    </Box>
  );
}

function residencyWord(residency: Residency | null): string {
  if (residency === null) return '登记后可以约更多场地';
  const place = `${residency.community.name} ${residency.building} ${residency.room}`;
  return {
    pending: `${place}（等待核实）`,
    approved: place,
    rejected: '没有通过，可以重新登记',
    ended: '已结束，可以重新登记',
  }[residency.status];
}
