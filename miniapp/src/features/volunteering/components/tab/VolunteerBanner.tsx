import { Box, Tap, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Icon, type IconName } from '@/components/Icon';
import { Notice } from '@/components/Notice';
import { open } from '@/lib/navigate';
import { useSignedIn } from '@/lib/session';
import { spoken } from '@/lib/time';
import { useVolunteer } from '../../api/volunteer';
import './tab.scss';

/** Where the reader stands as a volunteer: not yet one, waiting for a guardian, paused, or with their own pages at hand. */
export function VolunteerBanner() {
  const signedIn = useSignedIn();
  const known = useVolunteer().data;
  if (!signedIn) return <Join word="登录后加入" icon="person" onTap={() => open('pages-me/login')} />;
  if (known === undefined) return null;
  const { volunteer } = known;
  if (volunteer === null || volunteer.status === 'left') {
    return <Join word="成为志愿者" icon="heart" onTap={() => open('pages-volunteer/join')} />;
  }
  if (volunteer.status === 'awaiting_guardian') {
    return (
      <Notice tone="wait" icon="hourglass">
        <Box className="stack stack-2">
          <Text className="block">还在等监护人同意，同意后就能认领任务。</Text>
          <Button small icon="share" onTap={() => open('pages-volunteer/profile')}>
            把同意链接发给监护人
          </Button>
        </Box>
      </Notice>
    );
  }
  return (
    <>
      {volunteer.pauses.map((pause) => (
        <Notice key={pause.id} tone="wait" icon="alert">
          <Text className="block">
            {pause.division.name}的认领暂停到 {spoken(pause.endsAt)}。{pause.reason}
          </Text>
        </Notice>
      ))}
      <Box className="tab-own">
        <Own icon="list" word="我的任务" page="claims" />
        <Own icon="clock" word="服务时长" page="hours" />
        <Own icon="award" word="志愿证明" page="certificates" />
        <Own icon="eye" word="时长公示" page="publication" />
      </Box>
    </>
  );
}

function Join({ word, icon, onTap }: { word: string; icon: IconName; onTap: () => void }) {
  return (
    <Card>
      <Box className="stack stack-3">
        <Box className="stack stack-1">
          <Text className="t17 strong block">一起做点事</Text>
          <Text className="quiet block">
            登记成为志愿者，看到能来的任务就认领。来去自愿，服务时长有记录、有公示、能开证明。
          </Text>
        </Box>
        <Button kind="primary" wide icon={icon} onTap={onTap} testId="join">
          {word}
        </Button>
      </Box>
    </Card>
  );
}

function Own({ icon, word, page }: { icon: IconName; word: string; page: string }) {
  return (
    <Tap className="tab-own-item" onTap={() => open(`pages-volunteer/${page}`)} testId={`own-${page}`}>
      <Icon name={icon} large />
      <Text className="t13">{word}</Text>
    </Tap>
  );
}
