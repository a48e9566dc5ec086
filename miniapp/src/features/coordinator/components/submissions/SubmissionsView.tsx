import { spokenHours } from '@jiefang/shared/hours';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Card } from '@/components/Card';
import { Notice } from '@/components/Notice';
import { scrollToTop } from '@/components/Page';
import { PagedList } from '@/components/PagedList';
import { Empty } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { Tag } from '@/components/Tag';
import { open } from '@/lib/navigate';
import { spokenRange } from '@/lib/time';
import { useNow } from '@/lib/useNow';
import { useWide } from '@/lib/useWide';
import { waited } from '@/lib/waited';
import { useDivisionPages } from '../../api/desk';
import type { Submission } from '../../api/types';
import { GradeChip } from '../evidence/EvidenceCard';
import { SubmissionPanel } from './SubmissionPanel';

const AT_ONCE = 20;

/** Services that wait to be verified, the oldest first; in a wide window beside the one that is looked at. */
export function SubmissionsView({ code }: { code: string }) {
  const query = useDivisionPages<Submission>(code, 'submissions');
  const wide = useWide();
  const [picked, setPicked] = useState<string | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const tell = (text: string): void => {
    setTold(text);
    scrollToTop();
  };
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const current = items.find(({ id }) => id === picked) ?? items[0];
  const list = (
    <PagedList
      query={query}
      keyOf={(item) => item.id}
      most={AT_ONCE}
      skeleton={<Skeleton count={3} lines={3} />}
      empty={<Empty icon="check" title="没有等核实的服务" hint="志愿者结束服务后，会出现在这里。" />}
      render={(item) => (
        <SubmissionCard
          item={item}
          chosen={wide && item.id === current?.id}
          onTap={() => (wide ? setPicked(item.id) : open('pages-coordinator/submission', { id: item.id }))}
        />
      )}
    />
  );
  return (
    <>
      {told !== null && <Notice tone="good">{told}</Notice>}
      {wide && current !== undefined ? (
        <Box className="review-columns">
          <Box className="stack stack-3">{list}</Box>
          <SubmissionPanel key={current.id} item={current} onDone={tell} />
        </Box>
      ) : (
        list
      )}
    </>
  );
}

interface CardProps {
  item: Submission;
  chosen: boolean;
  onTap: () => void;
}

function SubmissionCard({ item, chosen, onTap }: CardProps) {
  const now = useNow();
  return (
    <Card
      className={chosen ? 'chosen' : ''}
      onTap={onTap}
      label={`${item.volunteer.name}，${item.task.title}${chosen ? '，正在看' : ''}`}
      testId={`submission-${item.id}`}
    >
      <Box className="stack stack-1">
        <Box className="row row-between">
          <Text className="t17 strong clip">{item.volunteer.name}</Text>
          {item.submittedAt !== null && (
            <Text className="t13 quiet fixed">{`等了 ${waited(item.submittedAt, now)}`}</Text>
          )}
        </Box>
        <Text className="block">{item.task.title}</Text>
        <Text className="t13 quiet num block">{spokenRange(item.startsAt, item.endsAt, now)}</Text>
        <Box className="row row-wrap">
          {item.status === 'queried' && (
            <Tag tone="wait" icon="edit">
              等回答
            </Tag>
          )}
          {item.proposedMinutes !== null && <Tag icon="clock">{spokenHours(item.proposedMinutes)}</Tag>}
          {item.evidence !== null && <GradeChip grade={item.evidence.grade} />}
        </Box>
      </Box>
    </Card>
  );
}
