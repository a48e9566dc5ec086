import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card, Section } from '@/components/Card';
import { Notice } from '@/components/Notice';
import { Refusal } from '@/components/Refusal';
import { Sheet } from '@/components/Sheet';
import { lastDay } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { useNow } from '@/lib/useNow';
import { recount } from '../../api/counting';
import { refreshHallDesk } from '../../api/desk';
import { actOnTopic } from '../../api/topics';
import type { Counting, StaffTopic } from '../../api/types';
import { ConfirmForm } from '../ConfirmForm';

interface Props {
  topic: StaffTopic;
  room: Counting;
  onTold: (told: string) => void;
}

/** The count itself: only after the end, once and for all, and a recount that must agree with it. */
export function CountCard({ topic, room, onTold }: Props) {
  const now = useNow();
  const [asked, setAsked] = useState<'count' | 'extend_voting' | null>(null);
  const act = useAction(
    (deed: 'count' | 'extend_voting', key) => actOnTopic(topic.id, { act: deed }, key),
    async (_topic, deed) => {
      setAsked(null);
      onTold(deed === 'count' ? '计票好了，结果写进了存证。' : '表决延长了，名册里还没投的会收到消息。');
      await refreshHallDesk();
    },
  );
  const again = useAction((_nothing: null, key) => recount(topic.id, key), refreshHallDesk);
  const until = topic.windows.votesUntil;
  const agreed = again.result ?? room.recount;
  const begin = (deed: 'count' | 'extend_voting'): void => {
    act.reset();
    setAsked(deed);
  };
  return (
    <Section title={room.counted ? '核对' : '计票'}>
      <Card testId="count">
        <Box className="stack stack-3">
          {!room.counted && (
            <Text className="block">
              {topic.status === 'voting' && until !== null
                ? room.actions.includes('count')
                  ? '表决到期了，可以计票。'
                  : `投票到 ${lastDay(until, now)}，到期才能计票。到期后没人点，也会自动计票。`
                : '还没有开始表决。'}
            </Text>
          )}
          {!room.counted && room.assistedWaiting > 0 && (
            <Notice tone="wait">{`还有 ${room.assistedWaiting} 份代录的没有复核，没复核的不算票。`}</Notice>
          )}
          {room.counted && agreed !== null && (
            <Notice tone={agreed.agrees ? 'good' : 'wait'} testId="recount-result">
              {agreed.agrees
                ? '从选票重新数了一遍，和公布的结果一致。'
                : `重新数的和公布的不一致：${agreed.differences.join('；')}`}
            </Notice>
          )}
          {again.error && <Refusal error={again.error} />}
          <Can do="count" among={room.actions}>
            <Button kind="primary" wide icon="list" onTap={() => begin('count')} testId="count-votes">
              计票
            </Button>
          </Can>
          <Can do="extend_voting" among={room.actions}>
            <Button wide icon="hourglass" onTap={() => begin('extend_voting')} testId="extend-voting">
              参加的不够，延长一次
            </Button>
          </Can>
          <Can do="recount" among={room.actions}>
            <Button wide icon="refresh" onTap={() => again.run(null)} testId="recount">
              重新数一遍
            </Button>
          </Can>
        </Box>
      </Card>
      <Sheet
        title={asked === 'count' ? '计票' : '延长表决'}
        open={asked !== null}
        onClose={() => setAsked(null)}
      >
        {asked !== null && (
          <ConfirmForm
            word={asked === 'count' ? '计票' : '延长'}
            error={act.error}
            onConfirm={() => act.run(asked)}
            onLeave={() => setAsked(null)}
          >
            {asked === 'count'
              ? '计票以后票箱封存，结果对大家公开，不能再投、再改。'
              : '表决期按规则延长一次，已经投的票有效。只能延长一次。'}
          </ConfirmForm>
        )}
      </Sheet>
    </Section>
  );
}
