import { spoken } from '@/lib/time';
import { Box, Text } from './base';
import { Icon, type IconName } from './Icon';
import './steps.scss';

/** One step on a way: taken, at an instant (ISO), or still ahead (null). */
export interface Step {
  word: string;
  at: string | null;
  note?: string | null;
  /** In the mark of a step that was taken; a tick by default. */
  icon?: IconName;
}

/** Where something has been, with times, and where it goes from here. The last step taken stands out. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const taken = steps.filter((step) => step.at !== null).length;
  return (
    <Box className="path" spoken={{ role: 'list', label: '进度' }}>
      {steps.map((step, index) => (
        <OneStep key={`${step.word}${step.at}`} step={step} now={index === taken - 1} />
      ))}
    </Box>
  );
}

function OneStep({ step: { word, at, note, icon = 'check' }, now }: { step: Step; now: boolean }) {
  if (at === null) {
    return (
      <Box className="path-step path-ahead" spoken={{ role: 'listitem' }}>
        <Box className="path-mark" />
        <Text className="quiet">{word}</Text>
      </Box>
    );
  }
  return (
    <Box className={`path-step ${now ? 'path-now' : 'path-done'}`} spoken={{ role: 'listitem' }}>
      <Box className="path-mark">
        <Icon name={icon} />
      </Box>
      <Box className="grow">
        <Text className={now ? 'strong block' : 'block'}>{word}</Text>
        <Text className="t13 quiet num block">{spoken(at)}</Text>
        {note !== null && note !== undefined && <Text className="t13 block">{note}</Text>}
      </Box>
    </Box>
  );
}
