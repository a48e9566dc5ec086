import { useState } from 'react';
import { Box, Tap, Text } from '@/components/base';
import { Switch } from '@/components/Choice';
import { HomeCommunityPicker } from '@/components/CommunityPicker';
import { Icon } from '@/components/Icon';
import { useCommunity } from '@/lib/community';
import { usePreferences } from '@/theme/preferences';
import './home.scss';

/** Which community, and elder view: both change without leaving the page. */
export function HomeTop() {
  const { community } = useCommunity();
  const { elder, setElder } = usePreferences();
  const [picking, setPicking] = useState(false);
  return (
    <Box className="row row-between home-top">
      <Tap className="home-community" onTap={() => setPicking(true)} testId="pick-community">
        <Icon name="place" className="accent" />
        <Text className="t20 clip">{community?.name ?? '选择社区'}</Text>
        <Icon name="down" className="quiet" />
      </Tap>
      <Switch label="长辈版" on={elder} onChange={setElder} testId="elder-switch" />
      <HomeCommunityPicker open={picking} onClose={() => setPicking(false)} />
    </Box>
  );
}
