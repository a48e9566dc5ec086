import type { ReactNode } from 'react';
import { Box } from './base';
import { Icon, type IconName } from './Icon';
import './notice.scss';

interface Props {
  tone?: 'good' | 'wait' | 'plain';
  icon?: IconName;
  children: ReactNode;
  testId?: string;
}

/** A quiet message in the page itself, never a pop-up. */
export function Notice({ tone = 'plain', icon, children, testId }: Props) {
  const fallback: IconName = tone === 'good' ? 'check' : 'info';
  return (
    <Box className={`notice notice-${tone}`} spoken={{ role: 'status', live: 'polite' }} testId={testId}>
      <Icon name={icon ?? fallback} className="notice-icon" />
      <Box className="grow">{children}</Box>
    </Box>
  );
}
