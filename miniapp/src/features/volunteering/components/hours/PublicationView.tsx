import { spokenHours } from '@jiefang/shared/hours';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card, ListRow } from '@/components/Card';
import { HomeCommunityPicker } from '@/components/CommunityPicker';
import { Notice } from '@/components/Notice';
import { PagedList } from '@/components/PagedList';
import { Empty } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { Tag } from '@/components/Tag';
import { useCommunity } from '@/lib/community';
import { monthAndDay } from '@/lib/time';
import { useRefresh } from '@/lib/useRefresh';
import { usePublication } from '../../api/hours';
import type { PublishedHours } from '../../api/types';
import { ObjectionSheet } from './ObjectionSheet';

/** Hours a community makes public before they count; anyone may read, neighbours may object. */
export function PublicationView() {
  const { community } = useCommunity();
  const published = usePublication(community?.code ?? null);
  const [picking, setPicking] = useState(false);
  const [objected, setObjected] = useState<PublishedHours | null>(null);
  const [done, setDone] = useState(false);
  useRefresh(() => published.refetch());
  return (
    <Box className="stack">
      <Card className="card-flush">
        <ListRow
          icon="place"
          title="社区"
          value={community?.name ?? '选择社区'}
          onTap={() => setPicking(true)}
        />
      </Card>
      <Text className="quiet block">
        每条时长公示至少 3 个工作日。觉得不对可以提异议，由社区答复；没有异议就记录。
      </Text>
      {done && (
        <Notice tone="good" testId="objected">
          异议交上去了。社区答复后会发到「消息」里。
        </Notice>
      )}
      {community === null ? (
        <Empty
          icon="place"
          title="看哪个社区的公示？"
          action={<Button onTap={() => setPicking(true)}>选择社区</Button>}
        />
      ) : (
        <PagedList<PublishedHours>
          query={published}
          keyOf={(item) => item.id}
          render={(item) => (
            <PublishedCard
              item={item}
              onObject={() => {
                setDone(false);
                setObjected(item);
              }}
            />
          )}
          className="grid-2"
          skeleton={<Skeleton count={3} lines={3} />}
          empty={<Empty icon="eye" title="现在没有公示" hint="核实过的服务时长会在这里公示。" />}
        />
      )}
      <HomeCommunityPicker open={picking} onClose={() => setPicking(false)} />
      {objected !== null && (
        <ObjectionSheet item={objected} onClose={() => setObjected(null)} onDone={() => setDone(true)} />
      )}
    </Box>
  );
}

function PublishedCard({ item, onObject }: { item: PublishedHours; onObject: () => void }) {
  return (
    <Card testId="published">
      <Box className="stack stack-2">
        <Box className="row row-between">
          <Text className="t17 strong">{item.who}</Text>
          <Text className="t17 num">{spokenHours(item.minutes)}</Text>
        </Box>
        <Text className="block">{item.content}</Text>
        <Box className="row row-between row-wrap">
          <Text className="t13 quiet num">
            {monthAndDay(item.day)} · 公示到 {monthAndDay(item.endsOn)}
          </Text>
          {item.mine && <Tag icon="person">我的</Tag>}
          <Can do="object" among={item.actions}>
            <Button small icon="flag" onTap={onObject} label={`对${item.who}的这条时长提异议`}>
              提异议
            </Button>
          </Can>
        </Box>
      </Box>
    </Card>
  );
}
