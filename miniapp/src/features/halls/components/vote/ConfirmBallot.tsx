import { BALLOT_CHOICE_WORDS, type BallotChoice } from '@jiefang/shared/topics';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Notice } from '@/components/Notice';
import { Refusal } from '@/components/Refusal';
import type { Action } from '@/lib/useAction';
import type { Ballot } from '../../api/voting';
import type { BallotCast, Membership } from '../../api/types';
import { CAPACITY_WORDS } from '../../words';

interface Props {
  title: string;
  member: Membership;
  choice: BallotChoice;
  secret: boolean;
  cast: Action<Ballot, BallotCast>;
  onConfirm: () => Promise<void>;
  onBack: () => void;
}

/** Says back what will be cast, before it is. */
export function ConfirmBallot({ title, member, choice, secret, cast, onConfirm, onBack }: Props) {
  return (
    <Box className="stack stack-6" testId="confirm-ballot">
      <Text className="t20 block">{title}</Text>
      <Card>
        <Box className="stack stack-3 centred">
          <Text className="t17 quiet block">
            {CAPACITY_WORDS[member.capacity]} · {member.label} 要投的是
          </Text>
          <Text className="ballot-said">{BALLOT_CHOICE_WORDS[choice]}</Text>
        </Box>
      </Card>
      <Notice tone={secret ? 'wait' : 'plain'} icon={secret ? 'lock' : 'info'}>
        {secret ? '投出后不能改，谁也查不到你选了什么。' : '截止前可以改，以最后一次为准。'}
      </Notice>
      {cast.error !== null && <Refusal error={cast.error} />}
      <Box className="stack stack-3">
        <Button kind="primary" wide icon="check" busy={cast.busy} onTap={onConfirm} testId="cast">
          {`确认投「${BALLOT_CHOICE_WORDS[choice]}」`}
        </Button>
        <Button wide icon="back" disabled={cast.busy} onTap={onBack} testId="choose-again">
          重新选
        </Button>
      </Box>
    </Box>
  );
}
