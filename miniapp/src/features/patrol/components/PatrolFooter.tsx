import type { ReactNode } from 'react';
import { Box } from '@/components/base';
import './patrol.scss';

/** The large keys stay at the bottom, under the thumb; the page keeps as much room below its content. */
export function PatrolFooter({ children, note }: { children: ReactNode; note?: string }) {
  return (
    <>
      <Box className={`patrol-foot-room ${note === undefined ? '' : 'patrol-foot-room-noted'}`} />
      <Box className="patrol-foot">
        <Box className="patrol-foot-inner">
          {note !== undefined && (
            <Box className="patrol-foot-note" spoken={{ role: 'status', live: 'polite' }}>
              {note}
            </Box>
          )}
          <Box className="patrol-keys">{children}</Box>
        </Box>
      </Box>
    </>
  );
}
