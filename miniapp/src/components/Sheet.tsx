import type { ReactNode } from 'react';
import { Box, Heading, Tap } from './base';
import { Icon } from './Icon';
import './sheet.scss';

interface Props {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** Slides up over the page (a panel in the middle of a wide window) for a step the reader asked for themselves. */
export function Sheet({ title, open, onClose, children }: Props) {
  if (!open) return null;
  return (
    <Box className="sheet" spoken={{ role: 'dialog', label: title }} testId="sheet">
      <Tap className="sheet-veil" onTap={onClose} spoken={{ label: '关上' }} tabStop={false}>
        {null}
      </Tap>
      <Box className="sheet-panel">
        <Box className="sheet-head">
          <Heading className="t20">{title}</Heading>
          <Tap className="sheet-close" onTap={onClose} spoken={{ label: '关上' }}>
            <Icon name="close" large />
          </Tap>
        </Box>
        <Box className="sheet-body">{children}</Box>
      </Box>
    </Box>
  );
}
