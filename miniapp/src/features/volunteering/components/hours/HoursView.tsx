import { spokenHours } from '@jiefang/shared/hours';
import { shanghaiDay } from '@jiefang/shared/time';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, ListRow, Section, TextLink } from '@/components/Card';
import { ChoiceField } from '@/components/ChoiceField';
import { PagedList } from '@/components/PagedList';
import { Empty, QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { open, openTab } from '@/lib/navigate';
import { useNow } from '@/lib/useNow';
import { useRefresh } from '@/lib/useRefresh';
import { useMyHours, useStatement } from '../../api/hours';
import type { HoursItem, MyHours } from '../../api/types';
import { HoursRow } from './HoursRow';
import { monthBars } from './minutes-by-month';
import { Stars } from './Stars';
import { StatementButtons } from './StatementButtons';
import './hours.scss';

/** The first year that may have hours. */
const FIRST_YEAR = 2020;

/** The reader's hours: what is recorded, what is on its way, the stars, and each entry of a year. */
export function HoursView() {
  const thisYear = Number(shanghaiDay(useNow()).slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const hours = useMyHours(year);
  useRefresh(() => hours.refetch());
  const first = hours.data?.pages[0];
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_year, index) => thisYear - index);
  return (
    <Box className="columns">
      <Box className="stack stack-6">
        {first !== undefined && <Balance hours={first} />}
        <Section
          title="每一次服务"
          more={<TextLink onTap={() => open('pages-volunteer/publication')}>时长公示</TextLink>}
        >
          <ChoiceField
            label="年份"
            value={year}
            options={years.map((value) => ({ value, word: `${value} 年` }))}
            onChange={setYear}
          />
          <PagedList<HoursItem>
            query={hours}
            keyOf={(item) => item.id}
            render={(item) => <HoursRow item={item} />}
            className="card card-flush"
            skeleton={<Skeleton count={2} lines={3} />}
            empty={
              <Empty
                icon="clock"
                title={`${year} 年还没有服务时长`}
                hint="做完任务、核实以后，时长就记在这里。"
                action={<Button onTap={() => openTab('volunteer')}>看看任务</Button>}
              />
            }
          />
        </Section>
      </Box>
      <Box className="stack stack-6">
        {first !== undefined && <Stars {...first.stars} />}
        <Year year={year} />
        <Card className="card-flush">
          <ListRow
            icon="award"
            title="志愿服务证明"
            detail="申请、下载，谁都能核对真假"
            onTap={() => open('pages-volunteer/certificates')}
            testId="to-certificates"
          />
        </Card>
      </Box>
    </Box>
  );
}

function Balance({ hours: { balance } }: { hours: MyHours }) {
  return (
    <Card testId="balance">
      <Box className="stack stack-3">
        <Box>
          <Text className="t13 quiet block">已记录</Text>
          <Text className="hours-total num block">{spokenHours(balance.recorded)}</Text>
        </Box>
        <Box className="hours-parts">
          <Box>
            <Text className="t13 quiet block">公示中</Text>
            <Text className="t17 num block">{spokenHours(balance.publicised)}</Text>
          </Box>
          <Box>
            <Text className="t13 quiet block">待公示</Text>
            <Text className="t17 num block">{spokenHours(balance.provisional)}</Text>
          </Box>
        </Box>
        <Text className="t13 quiet block">核实后公示至少 3 个工作日，没有异议就记录。</Text>
      </Box>
    </Card>
  );
}

/** The year by months, and its statement to take along. */
function Year({ year }: { year: number }) {
  const statement = useStatement(year);
  return (
    <Section title={`${year} 年服务清单`}>
      <Card>
        <QueryState
          query={statement}
          skeleton={<Skeleton lines={4} />}
          isEmpty={(data) => data.items.length === 0}
          empty={<Text className="quiet">这一年还没有记录的时长。公示期满、记录以后就有清单。</Text>}
        >
          {(data) => (
            <Box className="stack stack-3">
              <Text className="block">
                这一年记录了 {spokenHours(data.totalMinutes)}，{data.items.length} 次服务。
              </Text>
              <Box className="months" spoken={{ role: 'list', label: '每个月的时长' }}>
                {monthBars(data.byMonth)
                  .filter((bar) => bar.minutes !== 0)
                  .map((bar) => (
                    <Box key={bar.month} className="month" spoken={{ role: 'listitem' }}>
                      <Text className="t13 quiet num month-name">{bar.month} 月</Text>
                      <Box className="month-way">
                        <Box className="month-bar" style={{ width: `${bar.percent}%` }} />
                      </Box>
                      <Text className="t13 num fixed">{spokenHours(bar.minutes)}</Text>
                    </Box>
                  ))}
              </Box>
              <StatementButtons year={year} />
            </Box>
          )}
        </QueryState>
      </Card>
    </Section>
  );
}
