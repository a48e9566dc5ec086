import { useState } from 'react';
import { Button } from '@/components/Button';
import { HomeCommunityPicker } from '@/components/CommunityPicker';
import { Page } from '@/components/Page';
import { Empty } from '@/components/QueryState';
import { useHome } from '@/features/home/api/home';
import { HomeTop } from '@/features/home/components/HomeTop';
import { HomeView } from '@/features/home/components/HomeView';
import { OngoingPatrol } from '@/features/patrol/components/OngoingPatrol';
import { useCommunity } from '@/lib/community';
import { openTab } from '@/lib/navigate';
import { queryClient } from '@/lib/query';
import { useRefresh } from '@/lib/useRefresh';

/** 首页: my community, what is free today, my next thing. */
export default function HomePage() {
  const { community } = useCommunity();
  const [picking, setPicking] = useState(false);
  const home = useHome(community?.code ?? null);
  useRefresh(() =>
    Promise.all([
      home.refetch(),
      ...['next-service', 'shifts', 'home-topics'].map((name) =>
        queryClient.invalidateQueries({ queryKey: [name] }),
      ),
    ]),
  );
  return (
    <Page title="街坊" tab="home">
      <HomeTop />
      <OngoingPatrol />
      {community === null ? (
        <Empty
          icon="home"
          title="你住在哪个社区？"
          hint="选好后，这里会显示今天空着的场地。"
          action={
            <>
              <Button kind="primary" onTap={() => setPicking(true)}>
                选择社区
              </Button>
              <Button kind="quiet" onTap={() => openTab('venues')}>
                先看看全市的中心
              </Button>
            </>
          }
        />
      ) : (
        <HomeView home={home} />
      )}
      <HomeCommunityPicker open={picking} onClose={() => setPicking(false)} />
    </Page>
  );
}
