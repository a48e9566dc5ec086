import { Box } from './base';
import './skeleton.scss';

/** Grey lines in a card, as many as the content will have. */
export function Skeleton({ lines = 2, count = 1 }: { lines?: number; count?: number }) {
  return (
    <Box className="stack stack-3" spoken={{ role: 'status', label: '正在加载' }} testId="skeleton">
      {Array.from({ length: count }, (_card, card) => (
        <Box key={card} className="card skeleton">
          {Array.from({ length: lines }, (_line, line) => (
            <Box key={line} className={`skeleton-line ${line === 0 ? 'skeleton-title' : ''}`} />
          ))}
        </Box>
      ))}
    </Box>
  );
}

/** Grey cells where a grid of units will be. */
export function GridSkeleton({ cells = 16 }: { cells?: number }) {
  return (
    <Box className="skeleton-grid" spoken={{ role: 'status', label: '正在加载' }} testId="skeleton">
      {Array.from({ length: cells }, (_cell, cell) => (
        <Box key={cell} className="skeleton-cell" />
      ))}
    </Box>
  );
}
