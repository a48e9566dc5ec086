import { TOPIC_STAGES, TOPIC_STATUS_WORDS } from '@jiefang/shared/topics';
import type { TopicCard } from '@/lib/api/halls';
import { open } from '@/lib/navigate';
import { useNow } from '@/lib/useNow';
import { Box, Text } from './base';
import { Card } from './Card';
import { Icon } from './Icon';
import { StatusChip } from './StatusChip';
import { Tag } from './Tag';
import { stageNo, stancesWord, windowWord, wishOf } from './topic-words';
import './tiles.scss';
import './topic-tile.scss';

/** A topic at a glance: where it stands, until when, what has been said, and what waits for the reader. */
export function TopicTile({ topic, withCommunity = false }: { topic: TopicCard; withCommunity?: boolean }) {
  const now = useNow();
  const until = windowWord(topic, now);
  const numbers = numbersOf(topic);
  return (
    <Card
      className="tile"
      onTap={() => open('pages-halls/topic', { id: topic.id })}
      label={[topic.title, TOPIC_STATUS_WORDS[topic.status], until, numbers]
        .filter((part) => part !== null)
        .join('，')}
      testId="topic-tile"
    >
      <Box className="row row-between row-top">
        <Text className="t17 strong grow">{topic.title}</Text>
        <StatusChip of="topic" status={topic.status} />
      </Box>
      <StageLine topic={topic} />
      {(until !== null || numbers !== null) && (
        <Box className="row row-wrap t13 quiet num">
          {until !== null && <Text>{until}</Text>}
          {numbers !== null && <Text>{numbers}</Text>}
        </Box>
      )}
      {withCommunity && (
        <Box className="row t13 quiet">
          <Icon name="place" />
          <Text>{topic.community.name}</Text>
        </Box>
      )}
      <Marks topic={topic} />
    </Card>
  );
}

/** The six stages as a line; the one it stands on is filled. */
function StageLine({ topic }: { topic: TopicCard }) {
  const at = stageNo(topic.stage);
  if (at < 0) return null;
  return (
    <Box className="row t13">
      <Box className="stage-line" spoken={{ hidden: true }}>
        {TOPIC_STAGES.map(({ code }, no) => (
          <Box
            key={code}
            className={`stage-bit ${no < at ? 'stage-done' : ''} ${no === at ? 'stage-now' : ''}`}
          />
        ))}
      </Box>
      <Text className="quiet fixed">{TOPIC_STAGES[at]?.word}</Text>
    </Box>
  );
}

function numbersOf({ endorsements, stances, status, rollSize }: TopicCard): string | null {
  if (status === 'endorsing' && endorsements !== null)
    return `附议 ${endorsements.count} / ${endorsements.needed}`;
  if (status === 'voting' && rollSize !== null) return `名册 ${rollSize.toLocaleString('en-US')} 票`;
  return stancesWord(stances);
}

/** What is late, said plainly, and what the reader has to do with it. */
function Marks({ topic }: { topic: TopicCard }) {
  const wish = wishOf(topic);
  const { mine, late } = topic;
  const isMine = mine?.initiator === true;
  if (late.length === 0 && wish === null && !isMine && mine?.voted !== true) return null;
  return (
    <Box className="row row-wrap tile-foot">
      {late.map((duty) => (
        <Tag key={duty.kind} tone="bad" icon="alert">{`${duty.word}超期了`}</Tag>
      ))}
      {wish !== null && (
        <Tag tone="free" icon={topic.status === 'voting' ? 'vote' : 'talk'}>
          {wish.word}
        </Tag>
      )}
      {isMine && <Tag icon="person">我提的</Tag>}
      {mine?.voted === true && (
        <Tag tone="good" icon="check">
          已投票
        </Tag>
      )}
    </Box>
  );
}
