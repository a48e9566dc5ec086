import { areaWords } from '@jiefang/shared/tally-words';
import { Box, Tap, Text } from '@/components/base';
import { Section } from '@/components/Card';
import { Icon } from '@/components/Icon';
import { Tag } from '@/components/Tag';
import type { Membership } from '../../api/types';
import { CAPACITY_HINTS, CAPACITY_WORDS } from '../../words';

interface Props {
  memberships: readonly Membership[];
  value: number | null;
  onChange: (no: number) => void;
}

/** For whom: 本人, 我家, 共有, 受托. */
export function MembershipChoice({ memberships, value, onChange }: Props) {
  return (
    <Section title="替谁投">
      <Box className="stack stack-2" spoken={{ role: 'radiogroup', label: '替谁投' }}>
        {memberships.map((member) => {
          const on = member.no === value;
          return (
            <Tap
              key={member.no}
              className={`voter ${on ? 'voter-on' : ''}`}
              onTap={() => onChange(member.no)}
              spoken={{
                role: 'radio',
                checked: on,
                label: `${CAPACITY_WORDS[member.capacity]}，${member.label}，${member.voted ? '投过了' : '还没投'}`,
              }}
              testId={`member-${member.no}`}
            >
              <Box className="grow stack stack-1">
                <Text className="t17 strong block">
                  {CAPACITY_WORDS[member.capacity]} · {member.label}
                </Text>
                <Text className="t13 quiet block">
                  {CAPACITY_HINTS[member.capacity]}
                  {member.area === null ? '' : ` · ${areaWords(member.area)}`}
                </Text>
              </Box>
              {member.voted ? (
                <Tag tone="good" icon="check">
                  投过了
                </Tag>
              ) : (
                <Icon name={on ? 'check' : 'next'} className="quiet" />
              )}
            </Tap>
          );
        })}
      </Box>
    </Section>
  );
}
