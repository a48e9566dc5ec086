import { covers, type Permission } from '@jiefang/shared/permissions';
import { shanghaiDay } from '@jiefang/shared/time';
import { Box, Tap, Text } from '@/components/base';
import { Card, Section, TextLink } from '@/components/Card';
import { Icon, type IconName } from '@/components/Icon';
import { Empty, QueryState } from '@/components/QueryState';
import { open } from '@/lib/navigate';
import { useNow } from '@/lib/useNow';
import { useTodo } from '../../api/desk';
import type { DeskCentre, DeskDivision, Pile, StaffContext, Todo } from '../../api/types';
import { centresFor, divisionsFor, permissionsAt, pickCentre, pickDivision } from '../../hooks/desk-rules';
import { useDeskChoice } from '../../hooks/useDeskChoice';
import { useWide } from '../../hooks/useWide';
import { DayBoard } from '../board/BoardView';
import { CentreSwitcher, DivisionSwitcher, NotYours } from '../DeskPage';
import { waited } from '../waited';
import { ComingUp } from './ComingUp';

/** The first page of a member of staff: what waits, what today holds, and the way to everything they may do. */
export function WorkbenchView({ context }: { context: StaffContext }) {
  const choice = useDeskChoice();
  const divisions = divisionsFor(context, null);
  const division = pickDivision(divisions, choice.divisionCode);
  if (division === null) return <NotYours />;
  const { code } = division.division;
  const within = centresFor(context, null).filter(({ divisionCode }) => covers(code, divisionCode));
  const centre = pickCentre(within, choice.centreId, code);
  const permissions = centre === null ? division.permissions : permissionsAt(context, centre.divisionCode);
  return (
    <Box className="stack stack-6 desk-columns">
      <Box className="stack">
        <DivisionSwitcher divisions={divisions} value={code} />
        <Todos division={division} />
        <Entries permissions={[...new Set([...division.permissions, ...permissions])]} centre={centre} />
      </Box>
      <Box className="stack">
        {centre === null ? (
          <Empty icon="building" title="辖区里还没有中心" hint="建好中心以后，今天的日程会在这里。" />
        ) : (
          <Today centres={within} centre={centre} permissions={permissions} />
        )}
      </Box>
    </Box>
  );
}

const PILES: { of: keyof Todo; needs: Permission; page: string; word: string; icon: IconName }[] = [
  { of: 'pendingBookings', needs: 'bookings.decide', page: 'approvals', word: '预约待审', icon: 'calendar' },
  {
    of: 'pendingResidencies',
    needs: 'residency.decide',
    page: 'residencies',
    word: '居住登记待核',
    icon: 'home',
  },
  { of: 'pendingAppeals', needs: 'bookings.decide', page: 'appeals', word: '申诉待答复', icon: 'flag' },
];

function Todos({ division }: { division: DeskDivision }) {
  const todo = useTodo(division.division.code);
  const now = useNow();
  const mine = PILES.filter(({ needs }) => division.permissions.includes(needs));
  if (mine.length === 0) return null;
  return (
    <QueryState query={todo}>
      {(data) => {
        const total = mine.reduce((sum, { of }) => sum + data[of].count, 0);
        return (
          <Section title={total === 0 ? '待办都办完了' : `待办 ${total}`}>
            <Card className="card-flush">
              {mine.map(({ of, page, word, icon }) => (
                <PileRow
                  key={of}
                  pile={data[of]}
                  page={page}
                  word={word}
                  icon={icon}
                  code={division.division.code}
                  now={now}
                />
              ))}
            </Card>
          </Section>
        );
      }}
    </QueryState>
  );
}

interface PileProps {
  pile: Pile;
  page: string;
  word: string;
  icon: IconName;
  code: string;
  now: Date;
}

function PileRow({ pile, page, word, icon, code, now }: PileProps) {
  const age = pile.oldestAt === null ? '' : waited(pile.oldestAt, now);
  return (
    <Tap
      className="list-row"
      onTap={() => open(`pages-staff/${page}`, { code })}
      testId={`todo-${page}`}
      spoken={{ label: `${pile.count} 件${word}${age && `，最早的等了 ${age}`}` }}
    >
      <Icon name={icon} large className="list-row-icon" />
      <Box className="grow">
        <Box className="pile">
          <Text className={`t20 num ${pile.count === 0 ? 'quiet' : ''}`}>{pile.count}</Text>
          <Text className="t15">{word}</Text>
        </Box>
        {age !== '' && <Text className="t13 quiet block">最早的等了 {age}</Text>}
      </Box>
      <Icon name="next" className="quiet" />
    </Tap>
  );
}

const ENTRIES: {
  page: string;
  word: string;
  icon: IconName;
  needs: Permission;
  of: 'centre' | 'division';
}[] = [
  { page: 'checkin', word: '签到', icon: 'scan', needs: 'bookings.desk', of: 'centre' },
  { page: 'desk-booking', word: '代约', icon: 'phone', needs: 'bookings.desk', of: 'centre' },
  { page: 'board', word: '日程', icon: 'board', needs: 'bookings.desk', of: 'centre' },
  { page: 'closures', word: '闭馆', icon: 'ban', needs: 'venues.manage', of: 'centre' },
  { page: 'venues', word: '场地与规则', icon: 'door', needs: 'venues.manage', of: 'centre' },
  { page: 'roles', word: '岗位', icon: 'people', needs: 'roles.manage', of: 'division' },
  { page: 'audit', word: '操作记录', icon: 'list', needs: 'audit.read', of: 'division' },
];

function Entries({ permissions, centre }: { permissions: readonly Permission[]; centre: DeskCentre | null }) {
  const mine = ENTRIES.filter(
    ({ needs, of }) => permissions.includes(needs) && (of === 'division' || centre !== null),
  );
  if (mine.length === 0) return null;
  return (
    <Section title="办事">
      <Box className="desk-grid">
        {mine.map(({ page, word, icon, of }) => (
          <Tap
            key={page}
            className="desk-entry"
            onTap={() => open(`pages-staff/${page}`, of === 'centre' ? { id: centre?.id } : {})}
            testId={`entry-${page}`}
          >
            <Icon name={icon} large />
            <Text className="t15">{word}</Text>
          </Tap>
        ))}
      </Box>
    </Section>
  );
}

interface TodayProps {
  centres: readonly DeskCentre[];
  centre: DeskCentre;
  permissions: readonly Permission[];
}

function Today({ centres, centre, permissions }: TodayProps) {
  const wide = useWide();
  const today = shanghaiDay(useNow());
  if (!permissions.includes('bookings.desk')) return null;
  return (
    <>
      <Box className="row row-between">
        <CentreSwitcher centres={centres} value={centre.id} />
        <TextLink onTap={() => open('pages-staff/board', { id: centre.id })}>全部日程</TextLink>
      </Box>
      <Section title="今天">
        {wide ? (
          <DayBoard key={centre.id} centreId={centre.id} date={today} permissions={permissions} />
        ) : (
          <ComingUp key={centre.id} centreId={centre.id} date={today} />
        )}
      </Section>
    </>
  );
}
