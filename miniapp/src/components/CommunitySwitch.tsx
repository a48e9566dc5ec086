import { useState } from 'react';
import { useCommunity } from '@/lib/community';
import { Box, Tap, Text } from './base';
import { Button } from './Button';
import { HomeCommunityPicker } from './CommunityPicker';
import { Icon, type IconName } from './Icon';
import { Empty } from './QueryState';
import './community-switch.scss';

interface Props {
  /** Asked while no community is chosen. */
  ask: { icon: IconName; title: string; hint: string };
}

/** Whose community the page shows, which can be changed here; asks for one while there is none. */
export function CommunitySwitch({ ask }: Props) {
  const { community } = useCommunity();
  const [picking, setPicking] = useState(false);
  return (
    <Box>
      <Tap
        className="community-switch"
        onTap={() => setPicking(true)}
        spoken={{ label: `社区，${community?.name ?? '还没选'}，点一下更换` }}
        testId="pick-community"
      >
        <Icon name="place" className="accent" />
        <Text className="t20 clip">{community?.name ?? '选择社区'}</Text>
        <Icon name="down" className="quiet" />
      </Tap>
      {community === null && (
        <Empty
          {...ask}
          action={
            <Button kind="primary" onTap={() => setPicking(true)}>
              选择社区
            </Button>
          }
        />
      )}
      <HomeCommunityPicker open={picking} onClose={() => setPicking(false)} />
    </Box>
  );
}
