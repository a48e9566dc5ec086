import { TOPIC_STAGES } from '@jiefang/shared/topics';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Section } from '@/components/Card';
import { Chips, Switch } from '@/components/Choice';
import { CommunitySwitch } from '@/components/CommunitySwitch';
import { Notice } from '@/components/Notice';
import { PagedList } from '@/components/PagedList';
import { Empty } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { TopicTile } from '@/components/TopicTile';
import type { StageCode, TopicCard } from '@/lib/api/halls';
import type { Coded } from '@/lib/api/types';
import { useCommunity } from '@/lib/community';
import { open } from '@/lib/navigate';
import { useRefresh } from '@/lib/useRefresh';
import { useHall, useMerges, useTopics } from '../../api/halls';
import { PromiseStrip } from './PromiseStrip';
import './hall.scss';

const STAGES = TOPIC_STAGES.map(({ code, word }) => ({ value: code, word }));

/** The hall of my community: what is being decided, what was promised, and the way to bring something up. */
export function HallView() {
  const { community } = useCommunity();
  return (
    <>
      <CommunitySwitch
        ask={{
          icon: 'talk',
          title: '看哪个社区的议事厅？',
          hint: '选好后，这里会显示街坊们正在商量的事。',
        }}
      />
      {community !== null && <HallOf community={community} />}
    </>
  );
}

function HallOf({ community }: { community: Coded }) {
  const [stage, setStage] = useState<StageCode | null>(null);
  const [closed, setClosed] = useState(false);
  const hall = useHall(community.code);
  const topics = useTopics(community.code, {
    ...(stage === null ? {} : { stage }),
    ...(closed ? { closed: '1' as const } : {}),
  });
  useRefresh(() => Promise.all([hall.refetch(), topics.refetch()]));
  const raise = (
    <Button
      kind="primary"
      wide
      icon="plus"
      onTap={() => open('pages-halls/write', { community: community.code })}
      testId="raise-topic"
    >
      提一个议题
    </Button>
  );
  return (
    <>
      <MergesWaiting />
      <Box className="hall-top">
        {hall.data !== undefined && <PromiseStrip hall={hall.data} />}
        <Box className="hall-raise">{raise}</Box>
      </Box>
      {hall.data !== undefined && hall.data.lateTopics > 0 && (
        <Notice tone="wait" icon="alert" testId="late-topics">
          有 {hall.data.lateTopics} 个议题没有按时办，下面标着「超期」。街道已经知道了。
        </Notice>
      )}
      <Section
        title="街坊们在议"
        more={<Switch label="连结束的" on={closed} onChange={setClosed} testId="with-closed" />}
      >
        <Chips label="走到哪一步" options={STAGES} value={stage} onChange={setStage} />
        <PagedList<TopicCard>
          query={topics}
          keyOf={(topic) => topic.id}
          render={(topic) => <TopicTile topic={topic} />}
          className="grid-2"
          most={24}
          skeleton={<Skeleton count={3} lines={4} />}
          empty={
            <Empty
              icon="talk"
              title={stage === null ? '现在没有正在议的事' : '这一步上现在没有议题'}
              hint="楼道的灯、停车、加装电梯、垃圾点……有想法就提出来，社区会按时答复。"
              {...(stage === null
                ? {}
                : { action: <Button onTap={() => setStage(null)}>看全部议题</Button> })}
            />
          }
        />
      </Section>
    </>
  );
}

/** Mergers of topics that I endorsed wait for my answer. */
function MergesWaiting() {
  const waiting = useMerges().data?.items.length ?? 0;
  if (waiting === 0) return null;
  return (
    <Notice icon="share" testId="merges-waiting">
      <Box className="stack stack-2">
        <Text className="block">你附议的议题要和别的合并，等你说同意不同意。</Text>
        <Button small icon="next" onTap={() => open('pages-halls/merges')}>
          {`去看看（${waiting} 个）`}
        </Button>
      </Box>
    </Notice>
  );
}
