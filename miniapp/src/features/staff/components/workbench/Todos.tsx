import type { Permission } from '@jiefang/shared/permissions';
import { Box, Tap, Text } from '@/components/base';
import { Card, Section } from '@/components/Card';
import { Icon, type IconName } from '@/components/Icon';
import { Notice } from '@/components/Notice';
import { QueryState } from '@/components/QueryState';
import { open } from '@/lib/navigate';
import { useNow } from '@/lib/useNow';
import { waited } from '@/lib/waited';
import { useHallsTodo, useTodo, useVolunteeringTodo } from '../../api/desk';
import type { DeskDivision, HallsTodo, Pile, Todo, VolunteeringTodo } from '../../api/types';

interface PileOf<Of> {
  of: Of;
  needs: Permission;
  /** Page and its parameters besides the division. */
  page: string;
  params?: Record<string, string>;
  name: string;
  word: string;
  icon: IconName;
}

const PILES: PileOf<keyof Todo>[] = [
  {
    of: 'pendingBookings',
    needs: 'bookings.decide',
    page: 'pages-staff/approvals',
    name: 'approvals',
    word: '预约待审',
    icon: 'calendar',
  },
  {
    of: 'pendingResidencies',
    needs: 'residency.decide',
    page: 'pages-staff/residencies',
    name: 'residencies',
    word: '居住登记待核',
    icon: 'home',
  },
  {
    of: 'pendingAppeals',
    needs: 'bookings.decide',
    page: 'pages-staff/appeals',
    name: 'appeals',
    word: '申诉待答复',
    icon: 'flag',
  },
];
const VOLUNTEERING: PileOf<'submissions' | 'objections' | 'certificates'>[] = [
  {
    of: 'submissions',
    needs: 'claims.verify',
    page: 'pages-coordinator/submissions',
    name: 'submissions',
    word: '服务待核实',
    icon: 'heart',
  },
  {
    of: 'objections',
    needs: 'hours.manage',
    page: 'pages-coordinator/hours',
    params: { tab: 'objections' },
    name: 'objections',
    word: '时长异议',
    icon: 'flag',
  },
  {
    of: 'certificates',
    needs: 'hours.manage',
    page: 'pages-coordinator/certificates',
    name: 'certificate-requests',
    word: '证明申请',
    icon: 'award',
  },
];
const HALLS: PileOf<keyof HallsTodo>[] = [
  {
    of: 'review',
    needs: 'topics.manage',
    page: 'pages-hall-desk/topics',
    params: { queue: 'review' },
    name: 'topics',
    word: '议题待受理',
    icon: 'talk',
  },
  {
    of: 'cases',
    needs: 'cases.decide',
    page: 'pages-hall-desk/cases',
    name: 'cases',
    word: '发言待查',
    icon: 'shield',
  },
  {
    of: 'objections',
    needs: 'topics.manage',
    page: 'pages-hall-desk/objections',
    name: 'topic-objections',
    word: '异议待答',
    icon: 'flag',
  },
  {
    of: 'assisted',
    needs: 'ballots.enter',
    page: 'pages-hall-desk/counting',
    name: 'assisted',
    word: '纸面票待复核',
    icon: 'vote',
  },
  {
    of: 'followUps',
    needs: 'followups.manage',
    page: 'pages-hall-desk/follow-ups',
    name: 'follow-ups',
    word: '督办到期',
    icon: 'clock',
  },
  {
    of: 'late',
    needs: 'topics.manage',
    page: 'pages-hall-desk/topics',
    params: { queue: 'late' },
    name: 'late-topics',
    word: '议题超期',
    icon: 'alert',
  },
];

/** What waits for a decision in a division and below, of what the reader decides. */
export function Todos({ division: { division, permissions } }: { division: DeskDivision }) {
  const { code } = division;
  const now = useNow();
  const mine = PILES.filter(({ needs }) => permissions.includes(needs));
  const volunteering = VOLUNTEERING.filter(({ needs }) => permissions.includes(needs));
  const halls = HALLS.filter(({ needs }) => permissions.includes(needs));
  const todo = useTodo(code, mine.length > 0);
  const service = useVolunteeringTodo(code, volunteering.length > 0);
  const hall = useHallsTodo(code, halls.length > 0);
  if (mine.length + volunteering.length + halls.length === 0) return null;
  const known =
    (mine.length === 0 || todo.data !== undefined) &&
    (volunteering.length === 0 || service.data !== undefined) &&
    (halls.length === 0 || hall.data !== undefined);
  const total =
    sumOf(mine.map(({ of }) => todo.data?.[of])) +
    sumOf(volunteering.map(({ of }) => service.data?.[of])) +
    sumOf(halls.map(({ of }) => hall.data?.[of]));
  return (
    <Section title={!known ? '待办' : total === 0 ? '待办都办完了' : `待办 ${total}`}>
      {mine.length > 0 && (
        <QueryState query={todo}>
          {(data) => (
            <Card className="card-flush">
              {mine.map((pile) => (
                <PileRow key={pile.of} {...pile} pile={data[pile.of]} code={code} now={now} />
              ))}
            </Card>
          )}
        </QueryState>
      )}
      {volunteering.length > 0 && (
        <QueryState query={service}>
          {(data) => (
            <>
              <Card className="card-flush">
                {volunteering.map((pile) => (
                  <PileRow key={pile.of} {...pile} pile={data[pile.of]} code={code} now={now} />
                ))}
                {permissions.includes('claims.verify') && <Live todo={data} code={code} />}
              </Card>
              {data.calendarGap !== null && <Notice tone="wait">{data.calendarGap}</Notice>}
            </>
          )}
        </QueryState>
      )}
      {halls.length > 0 && (
        <QueryState query={hall}>
          {(data) => (
            <Card className="card-flush">
              {halls.map((pile) => (
                <PileRow key={pile.of} {...pile} pile={data[pile.of]} code={code} now={now} />
              ))}
            </Card>
          )}
        </QueryState>
      )}
    </Section>
  );
}

function sumOf(piles: readonly (Pile | undefined)[]): number {
  return piles.reduce((sum, pile) => sum + (pile?.count ?? 0), 0);
}

interface RowProps extends Omit<PileOf<string>, 'of' | 'needs'> {
  pile: Pile;
  code: string;
  now: Date;
}

function PileRow({ pile, page, params = {}, name, word, icon, code, now }: RowProps) {
  const age = pile.oldestAt === null ? '' : waited(pile.oldestAt, now);
  return (
    <Tap
      className="list-row"
      onTap={() => open(page, { code, ...params })}
      testId={`todo-${name}`}
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

/** Nothing to decide, but somebody is out there. */
function Live({ todo: { livePatrols }, code }: { todo: VolunteeringTodo; code: string }) {
  return (
    <Tap
      className="list-row"
      onTap={() => open('pages-coordinator/live', { code })}
      testId="todo-live"
      spoken={{ label: `${livePatrols} 人正在巡防，看地图` }}
    >
      <Icon name="route" large className="list-row-icon" />
      <Box className="grow pile">
        <Text className={`t20 num ${livePatrols === 0 ? 'quiet' : ''}`}>{livePatrols}</Text>
        <Text className="t15">人正在巡防</Text>
      </Box>
      <Icon name="next" className="quiet" />
    </Tap>
  );
}
