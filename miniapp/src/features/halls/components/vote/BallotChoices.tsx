import { BALLOT_CHOICE_WORDS, BALLOT_CHOICES, type BallotChoice } from '@jiefang/shared/topics';
import { Box, Tap, Text } from '@/components/base';
import { Section } from '@/components/Card';
import { Icon, type IconName } from '@/components/Icon';
import { scrollToTop } from '@/components/Page';
import type { Membership } from '../../api/types';
import { CAPACITY_WORDS } from '../../words';

/** Of one look, so that none is urged on anybody. */
const ICONS: Record<BallotChoice, IconName> = { for: 'check', against: 'close', abstain: 'minus' };

/** Three large choices. Nothing is sent yet. */
export function BallotChoices({
  member,
  onChoose,
}: {
  member: Membership;
  onChoose: (choice: BallotChoice) => void;
}) {
  return (
    <Section title={`请选一个（${CAPACITY_WORDS[member.capacity]} · ${member.label}）`}>
      <Box className="ballot" testId="ballot">
        {BALLOT_CHOICES.map((choice) => (
          <Tap
            key={choice}
            className="ballot-choice"
            onTap={() => {
              onChoose(choice);
              scrollToTop();
            }}
            spoken={{ label: `${BALLOT_CHOICE_WORDS[choice]}，下一步再确认` }}
            testId={`choose-${choice}`}
          >
            <Icon name={ICONS[choice]} large />
            <Text className="t26">{BALLOT_CHOICE_WORDS[choice]}</Text>
          </Tap>
        ))}
      </Box>
      <Text className="quiet block">点了还不算，下一步会再问你一遍。</Text>
    </Section>
  );
}
