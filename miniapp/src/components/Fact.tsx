import type { ReactNode } from 'react';
import { Box, Text } from './base';
import { Icon, type IconName } from './Icon';
import './fact.scss';

/** One thing to know, behind its icon. */
export function Fact({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <Box className="fact">
      <Icon name={icon} />
      <Text className="grow">{children}</Text>
    </Box>
  );
}
