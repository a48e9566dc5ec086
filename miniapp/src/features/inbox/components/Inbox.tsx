import { Box, Tap, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { PagedList } from '@/components/PagedList';
import { Empty } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { Skeleton } from '@/components/Skeleton';
import { Tag } from '@/components/Tag';
import type { Notice, NoticeLink } from '@/lib/api/types';
import { open } from '@/lib/navigate';
import { spoken } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { useRefresh } from '@/lib/useRefresh';
import { markRead, useNotices } from '../api/inbox';
import './inbox.scss';

/** Pages a message can lead to. */
const PAGES: Record<NoticeLink['page'], string> = {
  booking: 'pages-venues/booking',
  waitlist: 'pages-me/waitlist',
  residency: 'pages-me/residency',
  pause: 'pages-me/pauses',
  claim: 'pages-volunteer/claim',
  task: 'pages-volunteer/task',
  hours: 'pages-volunteer/hours-item',
  certificate: 'pages-volunteer/certificate',
  volunteer: 'pages-volunteer/profile',
  topic: 'pages-halls/topic',
};

/** Everything the reader was told, newest first. */
export function Inbox() {
  const notices = useNotices();
  const read = useAction(markRead);
  useRefresh(() => notices.refetch());
  const unread =
    notices.data?.pages.some((page) => page.items.some((notice) => notice.readAt === null)) ?? false;
  return (
    <Box className="stack">
      {unread && (
        <Box className="row row-between">
          <Text className="quiet">带「新」的还没看过</Text>
          <Button small icon="check" onTap={() => read.run('all')}>
            全部看过了
          </Button>
        </Box>
      )}
      {read.error !== null && <Refusal error={read.error} />}
      <PagedList<Notice>
        query={notices}
        keyOf={(notice) => notice.id}
        render={(notice) => <NoticeCard notice={notice} onRead={() => void read.run([notice.id])} />}
        skeleton={<Skeleton count={4} lines={2} />}
        empty={<Empty icon="bell" title="还没有消息" hint="预约、任务和议题有变化，都会在这里告诉你。" />}
      />
    </Box>
  );
}

function NoticeCard({ notice, onRead }: { notice: Notice; onRead: () => void }) {
  const { link, readAt } = notice;
  const tap = (): void => {
    if (readAt === null) onRead();
    if (link !== null) open(PAGES[link.page], { id: link.id });
  };
  return (
    <Tap
      className="card inbox-card"
      onTap={tap}
      spoken={{ label: `${readAt === null ? '新消息，' : ''}${notice.title}。${notice.body}` }}
      testId="notice"
    >
      <Box className="row row-between">
        <Text className="strong grow">{notice.title}</Text>
        {readAt === null && <Tag tone="bad">新</Tag>}
      </Box>
      <Text className="block">{notice.body}</Text>
      <Box className="row row-between t13 quiet">
        <Text className="num">{spoken(notice.at)}</Text>
        {link !== null && <Icon name="next" />}
      </Box>
    </Tap>
  );
}
