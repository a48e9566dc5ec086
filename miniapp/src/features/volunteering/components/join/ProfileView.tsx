import { SKILL_WORDS } from '@jiefang/shared/volunteering';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card, ListRow, Section } from '@/components/Card';
import { Notice } from '@/components/Notice';
import { Empty, QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { Tag } from '@/components/Tag';
import { open } from '@/lib/navigate';
import { fullDay, spoken } from '@/lib/time';
import { useRefresh } from '@/lib/useRefresh';
import { useVolunteer } from '../../api/volunteer';
import type { Volunteer } from '../../api/types';
import { GuardianCard } from './GuardianCard';
import { LeaveSheet } from './LeaveSheet';
import { ProfileForm } from './ProfileForm';

/** The reader as a volunteer. */
export function ProfileView() {
  const volunteer = useVolunteer();
  useRefresh(() => volunteer.refetch());
  return (
    <QueryState
      query={volunteer}
      skeleton={<Skeleton count={2} lines={4} />}
      isEmpty={(data) => data.volunteer === null || data.volunteer.status === 'left'}
      empty={
        <Empty
          icon="heart"
          title="你还不是志愿者"
          hint="一分钟就能登记，来去自愿。"
          action={
            <Button kind="primary" onTap={() => open('pages-volunteer/join')}>
              成为志愿者
            </Button>
          }
        />
      }
    >
      {({ volunteer: known }) => known !== null && <Profile volunteer={known} />}
    </QueryState>
  );
}

function Profile({ volunteer }: { volunteer: Volunteer }) {
  const [editing, setEditing] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const { pauses, trainings, actions } = volunteer;
  return (
    <Box className="columns">
      <Box className="stack stack-6">
        <Box className="stack stack-1">
          <Text className="t26 block">{volunteer.name}</Text>
          <Text className="quiet num block">志愿者编号 {volunteer.number}</Text>
          <Box className="row row-wrap">
            {volunteer.status === 'active' ? (
              <Tag tone="good" icon="check">
                志愿者
              </Tag>
            ) : (
              <Tag tone="wait" icon="hourglass">
                等监护人同意
              </Tag>
            )}
            {volunteer.emergencyOptIn && <Tag icon="bell">急事告诉我</Tag>}
          </Box>
        </Box>
        {pauses.map((pause) => (
          <Notice key={pause.id} tone="wait" icon="alert">
            <Text className="strong block">
              {pause.division.name}的认领暂停到 {spoken(pause.endsAt)}
            </Text>
            <Text className="block">{pause.reason}</Text>
            <Text className="t13 block">到期自动恢复。有特殊情况，请打电话给社区志愿协调员。</Text>
          </Notice>
        ))}
        <Can do="send_guardian_link" among={actions}>
          <GuardianCard />
        </Can>
        {editing ? (
          <ProfileForm volunteer={volunteer} onDone={() => setEditing(false)} />
        ) : (
          <Section title="资料">
            <Card className="card-flush">
              <ListRow title="社区" value={volunteer.community.name} />
              <ListRow title="报到单位" value={volunteer.unit?.name ?? '没有'} />
              <ListRow title="特长" value={skillWords(volunteer)} />
              <ListRow title="证件号码" value={volunteer.idNumberMasked ?? '还没填，开证明时要用'} />
            </Card>
            <Can do="edit" among={actions}>
              <Button wide icon="edit" onTap={() => setEditing(true)} testId="edit-profile">
                修改资料
              </Button>
            </Can>
          </Section>
        )}
      </Box>
      <Box className="stack stack-6">
        <Section title="培训">
          <Card className={trainings.length === 0 ? '' : 'card-flush'}>
            {trainings.length === 0 ? (
              <Text className="quiet">还没有登记的培训。参加后由社区登记，有些任务要用。</Text>
            ) : (
              trainings.map((training) => (
                <ListRow
                  key={training.code}
                  icon="check"
                  title={training.name}
                  detail={trainingWord(training)}
                />
              ))
            )}
          </Card>
        </Section>
        <Card className="card-flush">
          <ListRow icon="list" title="我的任务" onTap={() => open('pages-volunteer/claims')} />
          <ListRow icon="clock" title="服务时长" onTap={() => open('pages-volunteer/hours')} />
          <ListRow icon="shield" title="授权管理" onTap={() => open('pages-volunteer/consents')} />
        </Card>
        <Can do="leave" among={actions}>
          <Button wide kind="danger" icon="exit" onTap={() => setLeaving(true)}>
            不再做志愿者
          </Button>
        </Can>
        <LeaveSheet open={leaving} onClose={() => setLeaving(false)} />
      </Box>
    </Box>
  );
}

function skillWords({ skills }: Volunteer): string {
  return skills.length === 0 ? '没有填' : skills.map((skill) => SKILL_WORDS[skill]).join('、');
}

function trainingWord({ passedOn, expiresOn }: Volunteer['trainings'][number]): string {
  const passed = `${fullDay(passedOn)}通过`;
  return expiresOn === null ? passed : `${passed}，有效到 ${fullDay(expiresOn)}`;
}
