import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { TextField } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import { Sheet } from '@/components/Sheet';
import { open } from '@/lib/navigate';
import { useAction } from '@/lib/useAction';
import { askReview, topicChanged } from '../../api/topic';
import type { Topic } from '../../api/types';
import type { TopicActs } from '../../hooks/useTopicActs';
import { ReportSheet } from '../opinions/ReportSheet';

type Asked = 'withdraw' | 'review' | 'report' | null;

/** The quieter acts: changing the text, taking it back, asking the street, reporting. */
export function MoreActs({
  topic,
  acts,
  asked,
  ask,
}: {
  topic: Topic;
  acts: TopicActs;
  asked: Asked;
  ask: (what: Asked) => void;
}) {
  const { actions, id, status } = topic;
  const close = (): void => ask(null);
  return (
    <>
      <Box className="row row-wrap">
        {!['draft', 'returned'].includes(status) && (
          <Can do="edit" among={actions}>
            <Button small icon="edit" onTap={() => open('pages-halls/write', { id })} testId="edit-topic">
              修改文字
            </Button>
          </Can>
        )}
        <Can do="withdraw" among={actions}>
          <Button small icon="exit" onTap={() => ask('withdraw')} testId="withdraw">
            撤回议题
          </Button>
        </Can>
        <Can do="report" among={actions}>
          <Button small kind="quiet" icon="flag" onTap={() => ask('report')} testId="report-topic">
            举报
          </Button>
        </Can>
      </Box>
      {asked === 'withdraw' && <WithdrawSheet topic={topic} acts={acts} onClose={close} />}
      {asked === 'review' && <ReviewSheet topic={topic} onClose={close} />}
      {asked === 'report' && <ReportSheet subject={{ kind: 'topic', id }} onClose={close} />}
    </>
  );
}

function WithdrawSheet({ topic, acts, onClose }: { topic: Topic; acts: TopicActs; onClose: () => void }) {
  const withdraw = async (): Promise<void> => {
    if ((await acts.withdraw.run({ id: topic.id })) !== undefined) onClose();
  };
  return (
    <Sheet title="撤回议题" open onClose={onClose}>
      <Text className="block">撤回后不能恢复，附议也不再有用。想改文字，可以点「修改文字」。</Text>
      {acts.withdraw.error !== null && <Refusal error={acts.withdraw.error} />}
      <Button kind="danger" wide icon="exit" onTap={withdraw} testId="confirm-withdraw">
        确定撤回
      </Button>
      <Button wide onTap={onClose}>
        先不撤
      </Button>
    </Sheet>
  );
}

const REVIEW_MAX = 500;

function ReviewSheet({ topic, onClose }: { topic: Topic; onClose: () => void }) {
  const [text, setText] = useState('');
  const review = useAction(askReview, topicChanged);
  const send = async (): Promise<void> => {
    if ((await review.run({ id: topic.id, text: text.trim() })) !== undefined) onClose();
  };
  return (
    <Sheet title="请街道复核" open onClose={onClose}>
      <TextField
        label="为什么应该立项"
        multiline
        value={text}
        onInput={setText}
        maxLength={REVIEW_MAX}
        hint="由街道的另一位同事来看，结果会发到「消息」里。"
      />
      {review.error !== null && <Refusal error={review.error} />}
      <Button kind="primary" wide disabled={text.trim() === ''} onTap={send} testId="send-review">
        交给街道
      </Button>
    </Sheet>
  );
}
export type { Asked };
