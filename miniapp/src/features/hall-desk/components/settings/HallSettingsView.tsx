import { levelOf } from '@jiefang/shared/divisions';
import { useState } from 'react';
import { Box } from '@/components/base';
import { Section } from '@/components/Card';
import { ChoiceField } from '@/components/ChoiceField';
import { QueryState } from '@/components/QueryState';
import type { Coded } from '@/lib/api/types';
import { useDivisionsBelow } from '../../api/settings';
import { RolesSection } from './RolesSection';
import { ThresholdForm } from './ThresholdForm';

/** How the hall of a community works; from above one first says which community. */
export function HallSettingsView({ division }: { division: Coded }) {
  if (levelOf(division.code) !== 'community') return <Below division={division} />;
  return (
    <Box className="stack stack-6">
      <Box className="form-columns">
        <Section title={`${division.name}的附议人数`}>
          <ThresholdForm division={division} />
        </Section>
      </Box>
      <RolesSection code={division.code} />
    </Box>
  );
}

function Below({ division }: { division: Coded }) {
  const query = useDivisionsBelow(division.code);
  const [picked, setPicked] = useState<Coded | null>(null);
  return (
    <QueryState query={query}>
      {({ items }) => (
        <>
          <ChoiceField
            label={levelOf(division.code) === 'street' ? '哪个社区的议事厅' : '往下选'}
            options={items.map(({ code, name }) => ({ value: code, word: name }))}
            value={picked?.code ?? null}
            onChange={(code) => setPicked(items.find((item) => item.code === code) ?? null)}
            testId="hall-division"
          />
          {picked !== null && <HallSettingsView key={picked.code} division={picked} />}
        </>
      )}
    </QueryState>
  );
}
