import { useState } from 'react';
import { Box } from '@/components/base';
import { Button } from '@/components/Button';
import { Segmented } from '@/components/Choice';
import { DecisionList } from '@/components/desk/DecisionList';
import { TextField } from '@/components/Field';
import { Empty } from '@/components/QueryState';
import { useDivisionPages } from '../../api/desk';
import type { StaffVolunteer } from '../../api/types';
import { UnitsView } from './UnitsView';
import { VolunteerCard } from './VolunteerCard';
import '../coordinator.scss';

const TABS = [
  { value: 'people', word: '志愿者' },
  { value: 'units', word: '报到单位' },
] as const;

/** A division's volunteers, and the units they belong to. */
export function VolunteersView({ code, community }: { code: string; community: boolean }) {
  const [tab, setTab] = useState<(typeof TABS)[number]['value']>('people');
  return (
    <>
      <Segmented label="看什么" options={TABS} value={tab} onChange={setTab} />
      {tab === 'people' ? <People code={code} /> : <UnitsView code={code} community={community} />}
    </>
  );
}

function People({ code }: { code: string }) {
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  const query = useDivisionPages<StaffVolunteer>(code, 'volunteers', { q: q === '' ? null : q });
  const search = (): void => setQ(typed.trim());
  return (
    <>
      <Box className="search-row">
        <TextField
          label="找一个人"
          kind="search"
          value={typed}
          onInput={(text) => {
            setTyped(text);
            if (text.trim() === '') setQ('');
          }}
          onConfirm={search}
          maxLength={40}
          placeholder="完整的志愿者编号或手机号"
        />
        <Button icon="search" disabled={typed.trim() === ''} onTap={search} testId="search-volunteer">
          查找
        </Button>
      </Box>
      <DecisionList
        key={q}
        query={query}
        keyOf={(item) => item.personId}
        empty={
          q === '' ? (
            <Empty icon="people" title="还没有志愿者" hint="居民在志愿页加入以后，会出现在这里。" />
          ) : (
            <Empty icon="search" title="没有找到" hint="要输入完整的志愿者编号，或本人绑定的手机号。" />
          )
        }
        render={(item, onDecided) => <VolunteerCard item={item} onDecided={onDecided} />}
      />
    </>
  );
}
