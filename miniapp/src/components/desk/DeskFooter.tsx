import type { ReactNode } from 'react';
import { Box } from '@/components/base';

/** The page's one primary action, at the foot of the window within reach of the thumb. */
export function DeskFooter({ children }: { children: ReactNode }) {
  return (
    <>
      <Box className="desk-footer-space" />
      <Box className="page-footer">
        <Box className="page-footer-inner">{children}</Box>
      </Box>
    </>
  );
}
