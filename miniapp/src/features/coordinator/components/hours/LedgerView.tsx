import { HOURS_STATUS_WORDS, HOURS_STATUSES, type HoursStatus } from '@jiefang/shared/hours';
import { useState } from 'react';
import { Box, Input } from '@/components/base';
import { Button } from '@/components/Button';
import { Chips } from '@/components/Choice';
import { DecisionList } from '@/components/desk/DecisionList';
import { Field, TextField } from '@/components/Field';
import { Empty } from '@/components/QueryState';
import { useDebounced } from '@/lib/useDebounced';
import { useDivisionPages } from '../../api/desk';
import type { StaffHoursItem } from '../../api/types';
import { HoursCard } from './HoursCard';
import '../coordinator.scss';

const STATUSES = HOURS_STATUSES.map((value: HoursStatus) => ({ value, word: HOURS_STATUS_WORDS[value] }));

/** Every item of hours, the latest day first, narrowed by status, days and volunteer. */
export function LedgerView({ code }: { code: string }) {
  const [status, setStatus] = useState<HoursStatus | null>(null);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim());
  const query = useDivisionPages<StaffHoursItem>(code, 'hours', { status, from, to, q });
  const narrowed = status !== null || from !== '' || to !== '' || q !== '';
  return (
    <>
      <Box className="stack stack-3">
        <Chips label="看哪些" options={STATUSES} value={status} onChange={setStatus} />
        <Box className="stack stack-3 field-columns">
          <Field
            label="服务日期"
            error={from !== '' && to !== '' && to < from ? '后一天要晚于前一天。' : undefined}
          >
            <Box className="shift-times">
              <Input kind="date" label="从哪天" value={from} onInput={setFrom} placeholder="从哪天" />
              <Input kind="date" label="到哪天" value={to} onInput={setTo} placeholder="到哪天" />
            </Box>
          </Field>
          <TextField
            label="志愿者编号"
            kind="search"
            value={typed}
            onInput={setTyped}
            maxLength={40}
            placeholder="完整的编号"
          />
        </Box>
        {narrowed && (
          <Button
            small
            icon="close"
            onTap={() => {
              setStatus(null);
              setFrom('');
              setTo('');
              setTyped('');
            }}
          >
            看全部
          </Button>
        )}
      </Box>
      <DecisionList
        key={`${status}${from}${to}${q}`}
        query={query}
        keyOf={(item) => item.id}
        empty={
          narrowed ? (
            <Empty icon="search" title="没有这样的记录" hint="换个日期或编号试试。" />
          ) : (
            <Empty icon="clock" title="还没有服务时长" hint="核实过的服务，时长会记在这里。" />
          )
        }
        render={(item, onDecided) => <HoursCard item={item} onDecided={onDecided} />}
      />
    </>
  );
}
