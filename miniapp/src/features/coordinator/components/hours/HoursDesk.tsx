import type { Permission } from '@jiefang/shared/permissions';
import { useState } from 'react';
import { Segmented } from '@/components/Choice';
import type { Coded } from '@/lib/api/types';
import { LedgerView } from './LedgerView';
import { ObjectionsView } from './ObjectionsView';
import { StarsView } from './StarsView';
import { StatementView } from './StatementView';

const HOURS_TABS = [
  { value: 'ledger', word: '明细' },
  { value: 'objections', word: '异议' },
  { value: 'statement', word: '汇总' },
  { value: 'stars', word: '星级' },
] as const;
export type HoursTab = (typeof HOURS_TABS)[number]['value'];

interface Props {
  division: Coded;
  permissions: readonly Permission[];
  /** From the page's address. */
  tab: string | undefined;
}

/** A division's hours: every item, objections to answer, the year's sums, the stars. */
export function HoursDesk({ division, permissions, tab: wanted }: Props) {
  const [tab, setTab] = useState<HoursTab>(
    HOURS_TABS.find(({ value }) => value === wanted)?.value ?? 'ledger',
  );
  return (
    <>
      <Segmented label="看什么" options={HOURS_TABS} value={tab} onChange={setTab} />
      {tab === 'ledger' && <LedgerView code={division.code} />}
      {tab === 'objections' && <ObjectionsView code={division.code} />}
      {tab === 'statement' && <StatementView division={division} />}
      {tab === 'stars' && <StarsView code={division.code} mayEdit={permissions.includes('roles.manage')} />}
    </>
  );
}
