import { PROMISE_WORDS, type PromiseState } from '@jiefang/shared/topics';
import { useState } from 'react';
import { Attachments } from '@/components/Attachments';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card, TextLink } from '@/components/Card';
import type { IconName } from '@/components/Icon';
import { Tag, type Tone } from '@/components/Tag';
import type { TopicName } from '@/lib/api/halls';
import { open } from '@/lib/navigate';
import { fullDay, spoken } from '@/lib/time';
import type { FollowUp } from '../../api/types';
import '../topic/topic.scss';
import { RateSheet } from './RateSheet';

const LOOK: Record<PromiseState, { tone: Tone; icon: IconName }> = {
  on_time: { tone: 'free', icon: 'clock' },
  kept: { tone: 'good', icon: 'check' },
  late: { tone: 'wait', icon: 'alert' },
  broken: { tone: 'bad', icon: 'close' },
};

interface Props {
  followUp: FollowUp;
  /** Named where the list is not that of one topic. */
  topic?: TopicName;
}

/** Something that was promised: who does it by when, how it goes, and what residents think of it. */
export function FollowUpCard({ followUp, topic }: Props) {
  const { title, responsible, dueOn, state, doneOn, dropReason, progress, rating, actions } = followUp;
  const [isRating, setRating] = useState(false);
  return (
    <Card testId="follow-up">
      <Box className="stack stack-2">
        <Box className="row row-between row-top">
          <Text className="t17 strong grow">{title}</Text>
          <Tag {...LOOK[state]}>{PROMISE_WORDS[state]}</Tag>
        </Box>
        <Text className="t13 quiet block num">
          {responsible} ·{' '}
          {doneOn === null ? `${fullDay(dueOn)} 前办好` : `${fullDay(doneOn)} 办结（说好 ${fullDay(dueOn)}）`}
        </Text>
        {dropReason !== null && <Text className="block">没有办：{dropReason}</Text>}
        {progress.map(({ text, photos, at }) => (
          <Box key={at} className="quote stack stack-2">
            <Text className="t13 quiet block num">{spoken(at)}</Text>
            <Text className="block pre">{text}</Text>
            <Attachments items={photos} what={title} />
          </Box>
        ))}
        <Box className="row row-between row-wrap">
          <Text className="t13 quiet num">{ratingWord(rating)}</Text>
          <Can do="rate" among={actions}>
            <Button small icon="star" onTap={() => setRating(true)} label={`评价「${title}」`} testId="rate">
              {rating.mine === null ? '评价' : '改评价'}
            </Button>
          </Can>
        </Box>
        {topic !== undefined && (
          <TextLink
            onTap={() => open('pages-halls/topic', { id: topic.id })}
          >{`出自「${topic.title}」`}</TextLink>
        )}
      </Box>
      {isRating && <RateSheet followUp={followUp} onClose={() => setRating(false)} />}
    </Card>
  );
}

function ratingWord({ count, average, mine }: FollowUp['rating']): string {
  const all =
    count === 0 || average === null ? '还没有人评价' : `${count} 人评价，平均 ${average.toFixed(1)} 星`;
  return mine === null ? all : `${all}，你给了 ${mine} 星`;
}
