import { useState } from 'react';
import { Box, Tap, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { TextField } from '@/components/Field';
import { Icon } from '@/components/Icon';
import { Refusal } from '@/components/Refusal';
import { Sheet } from '@/components/Sheet';
import { useAction } from '@/lib/useAction';
import { rate, topicChanged } from '../../api/topic';
import type { FollowUp } from '../../api/types';
import '../topic/topic.scss';

const STARS = [1, 2, 3, 4, 5] as const;
const WORDS = ['', '没办好', '不太好', '还行', '不错', '办得好'];
const COMMENT_MAX = 300;

/** How well a promise was kept, as this resident sees it. */
export function RateSheet({ followUp, onClose }: { followUp: FollowUp; onClose: () => void }) {
  const [stars, setStars] = useState(followUp.rating.mine ?? 0);
  const [comment, setComment] = useState('');
  const send = useAction(rate, topicChanged);
  const give = async (): Promise<void> => {
    const words = comment.trim();
    const done = await send.run({ id: followUp.id, stars, ...(words === '' ? {} : { comment: words }) });
    if (done !== undefined) onClose();
  };
  return (
    <Sheet title="办得怎么样" open onClose={onClose}>
      <Text className="strong block">{followUp.title}</Text>
      <Box className="row row-wrap">
        <Box className="rating" spoken={{ role: 'radiogroup', label: '几星' }}>
          {STARS.map((no) => (
            <Tap
              key={no}
              className={`rating-star ${no <= stars ? 'rating-on' : ''}`}
              onTap={() => setStars(no)}
              spoken={{ role: 'radio', checked: no === stars, label: `${no} 星，${WORDS[no]}` }}
              testId={`star-${no}`}
            >
              <Icon name="star" />
            </Tap>
          ))}
        </Box>
        <Text className="quiet">{stars === 0 ? '点一颗星' : `${stars} 星 · ${WORDS[stars]}`}</Text>
      </Box>
      <TextField
        label="想说的话（可以不写）"
        multiline
        value={comment}
        onInput={setComment}
        maxLength={COMMENT_MAX}
      />
      {send.error !== null && <Refusal error={send.error} />}
      <Button kind="primary" wide icon="check" disabled={stars === 0} onTap={give} testId="send-rating">
        交上评价
      </Button>
    </Sheet>
  );
}
