import { Box, Text } from '@/components/base';
import { Card } from '@/components/Card';
import { Icon } from '@/components/Icon';
import { open } from '@/lib/navigate';
import { useSignedIn } from '@/lib/session';
import { useOngoing } from '../ongoing';
import type { Standing } from '../recorder/types';

const WORDS: Record<Standing, string> = {
  recording: '巡防还在记录，回去继续',
  paused: '巡防暂停着，回去继续',
  stopped: '巡防还没结束，回去继续',
};

/** The way back to a patrol that was not finished; nothing where there is none. */
export function OngoingPatrol() {
  const signedIn = useSignedIn();
  const patrol = useOngoing((known) => known.patrol);
  if (!signedIn || patrol === null) return null;
  const word = WORDS[patrol.standing];
  return (
    <Card
      onTap={() => open('pages-volunteer/patrol', { claim: patrol.claimId })}
      label={word}
      testId="ongoing-patrol"
    >
      <Box className="row">
        <Icon name={patrol.standing === 'recording' ? 'route' : 'pause'} className="accent" />
        <Text className="strong grow">{word}</Text>
        <Icon name="next" className="quiet" />
      </Box>
    </Card>
  );
}
