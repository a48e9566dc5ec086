import { spokenHours } from '@jiefang/shared/hours';
import { shanghaiDay } from '@jiefang/shared/time';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, ListRow, Section } from '@/components/Card';
import { ChoiceField } from '@/components/ChoiceField';
import { Empty, QueryState } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { Skeleton } from '@/components/Skeleton';
import type { Coded } from '@/lib/api/types';
import { openFile } from '@/lib/download';
import { isWeapp } from '@/lib/platform';
import { useAction } from '@/lib/useAction';
import { useNow } from '@/lib/useNow';
import { statementLink, useDivisionStatement } from '../../api/hours';
import type { DivisionStatement } from '../../api/types';
import { useStaffUnits } from '../../api/volunteers';
import '../coordinator.scss';

/** The first year that may have hours. */
const FIRST_YEAR = 2020;
const WHOLE = '';
const VERB = isWeapp ? '打开' : '下载';
const ROWS = 40;

/** A year's recorded hours of a division or of one unit: sums, months, units, people. */
export function StatementView({ division }: { division: Coded }) {
  const thisYear = Number(shanghaiDay(useNow()).slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const [unit, setUnit] = useState<string | null>(null);
  const units = useStaffUnits(division.code).data?.items ?? [];
  const query = useDivisionStatement(division.code, year, unit);
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_year, index) => thisYear - index);
  return (
    <>
      <Box className="stack stack-3 field-columns">
        <ChoiceField
          label="年份"
          value={year}
          options={years.map((value) => ({ value, word: `${value} 年` }))}
          onChange={setYear}
        />
        <ChoiceField
          label="单位"
          value={unit ?? WHOLE}
          options={[
            { value: WHOLE, word: '全部' },
            ...units.map(({ id, name }) => ({ value: id, word: name })),
          ]}
          onChange={(value) => setUnit(value === WHOLE ? null : value)}
        />
      </Box>
      <QueryState
        query={query}
        skeleton={<Skeleton count={2} lines={5} />}
        isEmpty={(data) => data.people === 0}
        empty={
          <Empty
            icon="clock"
            title={`${year} 年还没有已记录的时长`}
            hint="公示期满、没有异议的时长才算在内。"
          />
        }
      >
        {(data) => (
          <Box className="columns">
            <Box className="stack stack-6">
              <Sums statement={data} />
              <People key={`${year}${unit ?? ''}`} statement={data} />
            </Box>
            <Box className="stack stack-6">
              <Files code={division.code} name={division.name} year={year} unit={unit} />
              <Months byMonth={data.byMonth} />
              {unit === null && data.units.length > 0 && <Units units={data.units} />}
            </Box>
          </Box>
        )}
      </QueryState>
    </>
  );
}

function Sums({
  statement: { totalMinutes, people, unit, division, year },
}: {
  statement: DivisionStatement;
}) {
  return (
    <Card>
      <Box className="stack stack-1">
        <Text className="quiet block">{`${unit?.name ?? division.name} · ${year} 年已记录`}</Text>
        <Text className="t26 num block">{spokenHours(totalMinutes)}</Text>
        <Text className="block">{`${people} 位志愿者`}</Text>
      </Box>
    </Card>
  );
}

function Months({ byMonth }: { byMonth: DivisionStatement['byMonth'] }) {
  const most = Math.max(1, ...byMonth.map(({ minutes }) => minutes));
  const months = Array.from({ length: 12 }, (_month, index) => ({
    month: index + 1,
    minutes: byMonth.find(({ month }) => month === index + 1)?.minutes ?? 0,
  }));
  return (
    <Section title="各月">
      <Card>
        <Box className="stack stack-2">
          {months.map(({ month, minutes }) => (
            <Box key={month} className="row t13">
              <Text className="num fixed month-word">{`${month} 月`}</Text>
              <Box className="grow month-track" spoken={{ hidden: true }}>
                <Box className="month-fill" style={{ width: `${(minutes / most) * 100}%` }} />
              </Box>
              <Text className="num fixed end month-sum">{minutes === 0 ? '没有' : spokenHours(minutes)}</Text>
            </Box>
          ))}
        </Box>
      </Card>
    </Section>
  );
}

function Units({ units }: { units: DivisionStatement['units'] }) {
  const [most, setMost] = useState(ROWS / 2);
  return (
    <Section title="各单位">
      <Card className="card-flush">
        {units.slice(0, most).map(({ unit, minutes, people }) => (
          <ListRow
            key={unit?.id ?? 'none'}
            title={unit?.name ?? '没有选单位的'}
            detail={`${people} 人`}
            value={<Text className="num">{spokenHours(minutes)}</Text>}
          />
        ))}
      </Card>
      {units.length > most && (
        <Button wide icon="down" onTap={() => setMost(most + ROWS / 2)}>
          {`还有 ${units.length - most} 个单位`}
        </Button>
      )}
    </Section>
  );
}

/** By number, as the server lists them: who served more is nobody's business to rank. */
function People({ statement: { rows, rowsLeftOff } }: { statement: DivisionStatement }) {
  const [most, setMost] = useState(ROWS);
  return (
    <Section title="各人">
      <Card className="card-flush" testId="statement-rows">
        {rows.slice(0, most).map((row) => (
          <ListRow
            key={row.number}
            title={row.name}
            detail={<Text className="num">{`${row.number} · ${row.services} 次服务`}</Text>}
            value={<Text className="t15 num">{spokenHours(row.minutes)}</Text>}
          />
        ))}
      </Card>
      {rows.length > most && (
        <Button wide icon="down" onTap={() => setMost(most + ROWS)}>
          {`再看 ${Math.min(ROWS, rows.length - most)} 人`}
        </Button>
      )}
      {rowsLeftOff > 0 && rows.length <= most && (
        <Text className="t13 quiet block">{`另有 ${rowsLeftOff} 人，在表格文件里都有。`}</Text>
      )}
    </Section>
  );
}

interface FilesProps {
  code: string;
  name: string;
  year: number;
  unit: string | null;
}

function Files({ code, name, year, unit }: FilesProps) {
  const fetch = useAction(async (format: 'pdf' | 'xlsx') =>
    openFile(await statementLink(code, { year, unit, format }), `${name}${year}年志愿服务汇总`, format),
  );
  return (
    <Box className="stack stack-2">
      <Button wide icon="download" onTap={() => fetch.run('xlsx')} testId="statement-xlsx">
        {`${VERB}汇总（表格）`}
      </Button>
      <Button wide icon="download" onTap={() => fetch.run('pdf')} testId="statement-pdf">
        {`${VERB}汇总（文档）`}
      </Button>
      {fetch.error && <Refusal error={fetch.error} />}
    </Box>
  );
}
