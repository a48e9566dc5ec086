import { covers, type Permission } from '@jiefang/shared/permissions';
import { shanghaiDay } from '@jiefang/shared/time';
import type { ReactNode } from 'react';
import { Box, Tap, Text } from '@/components/base';
import { Section, TextLink } from '@/components/Card';
import { Icon, type IconName } from '@/components/Icon';
import { Empty } from '@/components/QueryState';
import { open } from '@/lib/navigate';
import { useNow } from '@/lib/useNow';
import type { DeskCentre, StaffContext } from '../../api/types';
import { centresFor, divisionsFor, permissionsAt, pickCentre, pickDivision } from '../../hooks/desk-rules';
import { useDeskChoice } from '../../hooks/useDeskChoice';
import { useWide } from '@/lib/useWide';
import { DayBoard } from '../board/BoardView';
import { CentreSwitcher, DivisionSwitcher, NotYours } from '../DeskPage';
import { ComingUp } from './ComingUp';
import { Todos } from './Todos';

/** The first page of a member of staff: what waits, what today holds, and the way to everything they may do. */
export function WorkbenchView({
  context,
  volunteering,
  halls,
}: {
  context: StaffContext;
  /** What a coordinator of this division has at hand. */
  volunteering: (code: string) => ReactNode;
  /** What a moderator of this division has at hand. */
  halls: (code: string) => ReactNode;
}) {
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
        <Entries
          title="办事"
          entries={ENTRIES}
          permissions={[...new Set([...division.permissions, ...permissions])]}
          centre={centre}
        />
        <Entries title="议事厅" entries={HALLS} permissions={division.permissions} centre={centre} />
        <Entries title="志愿服务" entries={VOLUNTEERING} permissions={division.permissions} centre={centre} />
      </Box>
      <Box className="stack">
        {centre === null ? (
          !division.permissions.includes('tasks.manage') &&
          !division.permissions.includes('topics.manage') && (
            <Empty icon="building" title="辖区里还没有中心" hint="建好中心以后，今天的日程会在这里。" />
          )
        ) : (
          <Today centres={within} centre={centre} permissions={permissions} />
        )}
        {division.permissions.includes('topics.manage') && halls(code)}
        {division.permissions.includes('tasks.manage') && volunteering(code)}
      </Box>
    </Box>
  );
}

interface Entry {
  page: string;
  word: string;
  icon: IconName;
  needs: Permission;
  of: 'centre' | 'division';
}

const ENTRIES: Entry[] = [
  { page: 'pages-staff/checkin', word: '签到', icon: 'scan', needs: 'bookings.desk', of: 'centre' },
  { page: 'pages-staff/desk-booking', word: '代约', icon: 'phone', needs: 'bookings.desk', of: 'centre' },
  { page: 'pages-staff/board', word: '日程', icon: 'board', needs: 'bookings.desk', of: 'centre' },
  { page: 'pages-staff/closures', word: '闭馆', icon: 'ban', needs: 'venues.manage', of: 'centre' },
  { page: 'pages-staff/venues', word: '场地与规则', icon: 'door', needs: 'venues.manage', of: 'centre' },
  { page: 'pages-staff/roles', word: '岗位', icon: 'people', needs: 'roles.manage', of: 'division' },
  { page: 'pages-staff/audit', word: '操作记录', icon: 'list', needs: 'audit.read', of: 'division' },
];
const VOLUNTEERING: Entry[] = [
  { page: 'pages-coordinator/tasks', word: '任务', icon: 'heart', needs: 'tasks.manage', of: 'division' },
  {
    page: 'pages-coordinator/volunteers',
    word: '志愿者',
    icon: 'people',
    needs: 'volunteers.manage',
    of: 'division',
  },
  { page: 'pages-coordinator/hours', word: '时长', icon: 'clock', needs: 'hours.manage', of: 'division' },
  {
    page: 'pages-coordinator/certificates',
    word: '证明',
    icon: 'award',
    needs: 'hours.manage',
    of: 'division',
  },
];
const HALLS: Entry[] = [
  { page: 'pages-hall-desk/topics', word: '议题', icon: 'talk', needs: 'topics.manage', of: 'division' },
  { page: 'pages-hall-desk/cases', word: '发言审核', icon: 'shield', needs: 'cases.decide', of: 'division' },
  { page: 'pages-hall-desk/counting', word: '计票室', icon: 'vote', needs: 'ballots.enter', of: 'division' },
  {
    page: 'pages-hall-desk/follow-ups',
    word: '督办',
    icon: 'flag',
    needs: 'followups.manage',
    of: 'division',
  },
  {
    page: 'pages-hall-desk/settings',
    word: '议事厅设置',
    icon: 'settings',
    needs: 'topics.manage',
    of: 'division',
  },
];

interface EntriesProps {
  title: string;
  entries: readonly Entry[];
  permissions: readonly Permission[];
  centre: DeskCentre | null;
}

function Entries({ title, entries, permissions, centre }: EntriesProps) {
  const mine = entries.filter(
    ({ needs, of }) => permissions.includes(needs) && (of === 'division' || centre !== null),
  );
  if (mine.length === 0) return null;
  return (
    <Section title={title}>
      <Box className="desk-grid">
        {mine.map(({ page, word, icon, of }) => (
          <Tap
            key={page}
            className="desk-entry"
            onTap={() => open(page, of === 'centre' ? { id: centre?.id } : {})}
            testId={`entry-${page.split('/').pop() ?? ''}`}
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
