import { back, open, openTab, type TabName } from '@/lib/navigate';
import { useMe } from '@/lib/me';
import { Box, Heading, Tap, Text } from './base';
import { Icon } from './Icon';
import { TABS } from './tabs';

/** The browser's header: back and title on a phone, and the tabs at the top of a wide window. */
export function PageHeader({ title, tab }: { title: string; tab: TabName | undefined }) {
  const me = useMe();
  const isStaff = (me.data?.permissions.length ?? 0) > 0;
  return (
    <>
      <Box className="site-bar">
        <Box className="site-bar-inner">
          <Tap className="site-name" onTap={() => openTab('home')} spoken={{ label: '街坊，回首页' }}>
            <Text className="site-mark">街</Text>
            <Text className="t20">街坊</Text>
          </Tap>
          <Box className="row grow" spoken={{ role: 'navigation', label: '主导航' }}>
            {TABS.map((item) => (
              <Tap
                key={item.name}
                className={`site-tab ${item.name === tab ? 'site-tab-on' : ''}`}
                onTap={() => openTab(item.name)}
                spoken={item.name === tab ? { current: true } : {}}
              >
                {item.word}
              </Tap>
            ))}
            {isStaff && (
              <Tap className="site-tab" onTap={() => open('pages-staff/workbench')}>
                工作台
              </Tap>
            )}
          </Box>
          {me.data && <Text className="t15 quiet clip">{me.data.nickname}</Text>}
        </Box>
      </Box>
      {tab === undefined && (
        <Box className="page-head">
          <Tap className="page-back" onTap={back} spoken={{ label: '返回' }}>
            <Icon name="back" large />
          </Tap>
          <Heading className="page-title" spoken={{ level: 1 }}>
            {title}
          </Heading>
        </Box>
      )}
    </>
  );
}
