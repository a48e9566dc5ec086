import { Box, Text } from '@/components/base';
import { Icon } from '@/components/Icon';
import { plainDay } from '@/lib/time';
import type { PathStage } from '../../api/types';
import './topic.scss';

const LOOKS: Record<PathStage['state'], string> = {
  done: 'path-past',
  now: 'path-here',
  next: 'path-coming',
};

/** 提出─立项─●协商─表决─公示─落实 with the day each was reached; below one another in elder view. */
export function PathLine({ path }: { path: readonly PathStage[] }) {
  return (
    <Box className="path-line" spoken={{ role: 'list', label: '走到哪一步' }}>
      {path.map(({ code, word, state, at }) => (
        <Box
          key={code}
          className={`path-stop ${LOOKS[state]}`}
          spoken={{ role: 'listitem', label: spokenStop(word, state, at) }}
        >
          <Box className="path-dot">{state === 'done' && <Icon name="check" />}</Box>
          <Text className={state === 'now' ? 'strong t15' : 't15'}>{word}</Text>
          <Text className="t13 quiet num nowrap">{at === null ? '' : plainDay(new Date(at))}</Text>
        </Box>
      ))}
    </Box>
  );
}

function spokenStop(word: string, state: PathStage['state'], at: string | null): string {
  const day = at === null ? '' : `，${plainDay(new Date(at))}`;
  return `${word}${day}，${{ done: '走过了', now: '现在在这里', next: '还没到' }[state]}`;
}
