import { useState } from 'react';
import { Button } from '@/components/Button';
import { CommunityPicker } from '@/components/CommunityPicker';
import { Page } from '@/components/Page';
import { Empty } from '@/components/QueryState';
import { useHome } from '@/features/home/api/home';
import { HomeTop } from '@/features/home/components/HomeTop';
import { HomeView } from '@/features/home/components/HomeView';
import { useCommunity } from '@/lib/community';
import { openTab } from '@/lib/navigate';
import { useRefresh } from '@/lib/useRefresh';

/** 首页: my community, what is free today, my next thing. */
export default function HomePage() {
  const { community, choose } = useCommunity();
  const [picking, setPicking] = useState(false);
  const home = useHome(community?.code ?? null);
  useRefresh(() => home.refetch());
  return (
    <Page title="街坊" tab="home">
      <HomeTop />
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
      <CommunityPicker
        open={picking}
        onClose={() => setPicking(false)}
        current={community}
        onPick={(picked) => {
          choose(picked);
          setPicking(false);
        }}
      />
    </Page>
  );
}
