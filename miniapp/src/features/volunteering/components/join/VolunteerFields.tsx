import { SKILL_WORDS, SKILLS, UNIT_KIND_WORDS, type Skill } from '@jiefang/shared/volunteering';
import { useState } from 'react';
import { Box, Tap, Text } from '@/components/base';
import { ManyChips, Switch } from '@/components/Choice';
import { ChoiceField } from '@/components/ChoiceField';
import { CommunityPicker } from '@/components/CommunityPicker';
import { Field } from '@/components/Field';
import { Icon } from '@/components/Icon';
import type { Coded } from '@/lib/api/types';
import { useUnits } from '../../api/volunteer';

/** What both joining and changing one's particulars ask. */
export interface Particulars {
  community: Coded | null;
  unitId: string | null;
  skills: Skill[];
  emergencyOptIn: boolean;
}

interface Props {
  value: Particulars;
  onChange: (change: Partial<Particulars>) => void;
  communityError?: string | undefined;
}

/** No unit: a value that no unit's id has. */
const NO_UNIT = '';
const SKILL_OPTIONS = SKILLS.map((skill) => ({ value: skill, word: SKILL_WORDS[skill] }));

/** Community, unit, skills, and whether to be told of emergencies. */
export function VolunteerFields({ value, onChange, communityError }: Props) {
  const { community, unitId, skills, emergencyOptIn } = value;
  const [picking, setPicking] = useState(false);
  const units = useUnits(community?.code ?? null);
  return (
    <>
      <Field label="在哪个社区" error={communityError}>
        <Tap
          className="input pick"
          onTap={() => setPicking(true)}
          spoken={{ label: `社区，${community?.name ?? '请选择'}` }}
          testId="pick-volunteer-community"
        >
          <Text className={community === null ? 'quiet' : ''}>{community?.name ?? '请选择社区'}</Text>
          <Icon name="down" className="quiet" />
        </Tap>
      </Field>
      <ChoiceField
        label="报到单位（没有可以不选）"
        value={unitId ?? NO_UNIT}
        options={[
          { value: NO_UNIT, word: '没有单位' },
          ...(units.data?.items ?? []).map((unit) => ({
            value: unit.id,
            word: unit.name,
            detail: UNIT_KIND_WORDS[unit.kind],
          })),
        ]}
        disabled={community === null}
        onChange={(chosen) => onChange({ unitId: chosen === NO_UNIT ? null : chosen })}
      />
      <Field label="会些什么（可以不选）">
        <ManyChips
          label="会些什么"
          options={SKILL_OPTIONS}
          value={skills}
          onChange={(chosen) => onChange({ skills: chosen })}
        />
      </Field>
      <Box className="stack stack-1">
        <Switch
          label="急需人手时告诉我"
          on={emergencyOptIn}
          onChange={(on) => onChange({ emergencyOptIn: on })}
          testId="emergency-opt-in"
        />
        <Text className="t13 quiet">防汛、寻人这样的急事会发消息给你。来不来由你决定。</Text>
      </Box>
      <CommunityPicker
        open={picking}
        onClose={() => setPicking(false)}
        current={community}
        onPick={(chosen) => {
          // Units belong to a place.
          onChange({ community: chosen, unitId: null });
          setPicking(false);
        }}
      />
    </>
  );
}
