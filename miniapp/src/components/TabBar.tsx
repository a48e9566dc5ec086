import { useMe } from '@/lib/me';
import { openTab, type TabName } from '@/lib/navigate';
import { Box, Tap, Text } from './base';
import { Icon } from './Icon';
import { TABS } from './tabs';

/** The bottom bar, drawn as a part of the page so that it follows elder view and dark on both targets. */
export function TabBar({ current }: { current: TabName }) {
  const unread = useMe().data?.unreadNotices ?? 0;
  return (
    <Box className="tab-bar" spoken={{ role: 'navigation', label: '主导航' }}>
      {TABS.map(({ name, word, icon }) => {
        const on = name === current;
        const badge = name === 'me' && unread > 0 ? unread : 0;
        return (
          <Tap
            key={name}
            className={`tab-item ${on ? 'tab-item-on' : ''}`}
            onTap={() => on || openTab(name)}
            spoken={{
              label: badge > 0 ? `${word}，${badge} 条未读消息` : word,
              ...(on ? { current: true } : {}),
            }}
            testId={`tab-${name}`}
          >
            <Icon name={icon} large />
            <Text className="tab-word">{word}</Text>
            {badge > 0 && <Text className="tab-badge">{badge > 99 ? '99+' : String(badge)}</Text>}
          </Tap>
        );
      })}
    </Box>
  );
}
