import { useState } from 'react';
import { Box } from '@/components/base';
import { Button } from '@/components/Button';
import { PagedList } from '@/components/PagedList';
import { Skeleton } from '@/components/Skeleton';
import { useOpinions } from '../../api/opinions';
import type { Opinion } from '../../api/types';
import { OpinionCard } from './OpinionCard';

interface Props {
  topicId: string;
  opinion: Opinion;
  onReply?: ((opinion: Opinion) => void) | undefined;
}

/** An opinion with its answers, which open on demand; there is no third level. */
export function OpinionThread({ topicId, opinion, onReply }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Box className="stack stack-2">
      <OpinionCard opinion={opinion} onReply={onReply} />
      {opinion.replies > 0 && !open && (
        <Box>
          <Button small icon="down" onTap={() => setOpen(true)} testId="show-replies">
            {`看 ${opinion.replies} 条回复`}
          </Button>
        </Box>
      )}
      {open && <Replies topicId={topicId} parent={opinion.id} />}
    </Box>
  );
}

function Replies({ topicId, parent }: { topicId: string; parent: string }) {
  const replies = useOpinions(topicId, 'newest', parent);
  return (
    <PagedList<Opinion>
      query={replies}
      keyOf={(opinion) => opinion.id}
      render={(opinion) => <OpinionCard opinion={opinion} inner />}
      skeleton={<Skeleton lines={2} />}
      empty={null}
    />
  );
}
