import { Box, Tap, Text } from '@/components/base';
import { Icon, type IconName } from '@/components/Icon';
import { Refusal } from '@/components/Refusal';
import { useAction } from '@/lib/useAction';
import { react } from '../../api/opinions';
import type { Opinion, Reaction } from '../../api/types';
import './opinions.scss';

const CHOICES: { value: Reaction; word: string; icon: IconName; of: 'agree' | 'disagree' | 'pass' }[] = [
  { value: 1, word: '赞同', icon: 'check', of: 'agree' },
  { value: -1, word: '不赞同', icon: 'close', of: 'disagree' },
  { value: 0, word: '略过', icon: 'minus', of: 'pass' },
];

/** How the reader sees somebody's statement; the same again takes it back. */
export function Reactions({ opinion }: { opinion: Opinion }) {
  const give = useAction(react);
  const mine = opinion.mine?.reaction ?? null;
  if (!opinion.actions.includes('react'))
    return <Text className="t13 quiet num block">{countsOf(opinion)}</Text>;
  return (
    <>
      <Box className="reactions" spoken={{ role: 'group', label: '对这条发言的看法' }}>
        {CHOICES.map(({ value, word, icon, of }) => {
          const on = value === mine;
          return (
            <Tap
              key={value}
              className={`reaction ${on ? 'reaction-on' : ''}`}
              disabled={give.busy}
              onTap={() => void give.run({ id: opinion.id, value: on ? null : value })}
              spoken={{ role: 'checkbox', checked: on, label: `${word}，${opinion[of]} 人` }}
              testId={`react-${of}`}
            >
              <Icon name={icon} />
              <Text>{word}</Text>
              <Text className="num">{String(opinion[of])}</Text>
            </Tap>
          );
        })}
      </Box>
      {give.error !== null && <Refusal error={give.error} />}
    </>
  );
}

/** 赞同 4 · 不赞同 0 · 略过 0 */
function countsOf(opinion: Opinion): string {
  return CHOICES.map(({ word, of }) => `${word} ${opinion[of]}`).join(' · ');
}
