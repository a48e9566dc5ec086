import { addDays, shanghaiDay } from '@jiefang/shared/time';
import { TASK_KIND_WORDS, TASK_KINDS, type TaskKind } from '@jiefang/shared/volunteering';
import { useState } from 'react';
import { Box, Tap, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Section } from '@/components/Card';
import { Chips, Switch } from '@/components/Choice';
import { HomeCommunityPicker } from '@/components/CommunityPicker';
import { DayStrip } from '@/components/DayStrip';
import { Icon } from '@/components/Icon';
import { Notice } from '@/components/Notice';
import { PagedList } from '@/components/PagedList';
import { withPlaces } from '@/components/places';
import { Empty } from '@/components/QueryState';
import { ShiftTile } from '@/components/ShiftTile';
import { Skeleton } from '@/components/Skeleton';
import type { ShiftCard } from '@/lib/api/volunteering';
import { useCommunity } from '@/lib/community';
import { locate } from '@/lib/locate';
import { useNow } from '@/lib/useNow';
import { useRefresh } from '@/lib/useRefresh';
import { useShown } from '@/lib/useShown';
import { usePlaces, useShifts, type ShiftWish } from '../../api/tasks';
import { VolunteerBanner } from './VolunteerBanner';
import './tab.scss';

const KINDS = TASK_KINDS.map((kind) => ({ value: kind, word: TASK_KIND_WORDS[kind] }));
const DAYS = 14;
/** Emergencies shown above everything else before one asks for the rest. */
const URGENT_MOST = 3;

/** What can be taken: by community or near the phone, by day and kind; emergencies first, places as they are now. */
export function TaskFinder() {
  const { community } = useCommunity();
  const today = shanghaiDay(useNow());
  const [day, setDay] = useState('');
  const [kind, setKind] = useState<TaskKind | null>(null);
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [near, setNear] = useState<string | null>(null);
  const [lost, setLost] = useState(false);
  const where: ShiftWish | null =
    near !== null ? { near } : community === null ? null : { community: community.code };
  const shifts = useShifts(
    where && {
      ...where,
      urgency: 'ordinary',
      ...(day === '' ? {} : { day }),
      ...(kind === null ? {} : { kind }),
      ...(onlyOpen ? { open: '1' as const } : {}),
    },
  );
  const urgent = useShifts(where && { ...where, urgency: 'emergency', open: '1' });
  const [allUrgent, setAllUrgent] = useState(false);
  const emergencies = urgent.data?.pages[0]?.items ?? [];
  const urgentShown = allUrgent ? emergencies : emergencies.slice(0, URGENT_MOST);
  const known = shifts.data?.pages.flatMap((page) => page.items) ?? [];
  const places = usePlaces(
    [...urgentShown, ...known].map((shift) => shift.shiftId),
    useShown(),
  );
  const live = (items: readonly ShiftCard[]): ShiftCard[] =>
    withPlaces(items, (shift) => shift.shiftId, places.data?.items);
  useRefresh(() => Promise.all([shifts.refetch(), urgent.refetch()]));

  const findMe = async (): Promise<void> => {
    setLost(false);
    try {
      const place = await locate();
      setNear(`${place.latitude.toFixed(5)},${place.longitude.toFixed(5)}`);
    } catch {
      setNear(null);
      setLost(true);
    }
  };
  const showAll = (): void => {
    setDay('');
    setKind(null);
    setOnlyOpen(false);
    setNear(null);
  };

  return (
    <Box className="stack stack-6">
      <Where near={near !== null} onFindMe={findMe} onCommunity={() => setNear(null)} />
      {where !== null && <VolunteerBanner />}
      {lost && (
        <Notice tone="wait" icon="place">
          没有拿到位置，先显示{community?.name ?? '社区'}的任务。
        </Notice>
      )}
      {urgentShown.length > 0 && (
        <Section title="急需人手">
          <Box className="grid-2">
            {live(urgentShown).map((shift) => (
              <ShiftTile key={shift.shiftId} shift={shift} />
            ))}
          </Box>
          {urgentShown.length < emergencies.length && (
            <Button wide icon="down" onTap={() => setAllUrgent(true)}>
              {`看全部 ${emergencies.length} 场急需人手的`}
            </Button>
          )}
        </Section>
      )}
      {where !== null && (
        <Section
          title="能来的任务"
          more={<Switch label="只看有名额的" on={onlyOpen} onChange={setOnlyOpen} testId="only-open" />}
        >
          <DayStrip
            firstDay={today}
            lastDay={addDays(today, DAYS - 1)}
            today={today}
            value={day}
            onChange={(chosen) => setDay(chosen === day ? '' : chosen)}
          />
          <Chips label="种类" options={KINDS} value={kind} onChange={setKind} />
          <PagedList<ShiftCard>
            query={shifts}
            keyOf={(shift) => shift.shiftId}
            render={(shift) => <ShiftTile shift={live([shift])[0] ?? shift} />}
            className="grid-2"
            most={24}
            skeleton={<Skeleton count={3} lines={4} />}
            empty={
              <Empty
                icon="heart"
                title={day === '' ? '这里暂时没有要人的任务' : '这一天没有要人的任务'}
                hint="换一天、换个种类，或者看看离你近的。"
                action={<Button onTap={showAll}>看全部任务</Button>}
              />
            }
          />
        </Section>
      )}
    </Box>
  );
}

/** Whose tasks: the community's, which can be changed here, or those near the phone. */
function Where({
  near,
  onFindMe,
  onCommunity,
}: {
  near: boolean;
  onFindMe: () => Promise<void>;
  onCommunity: () => void;
}) {
  const { community } = useCommunity();
  const [picking, setPicking] = useState(false);
  return (
    <>
      <Box className="row row-between">
        <Tap
          className="tab-where"
          onTap={() => setPicking(true)}
          spoken={{ label: `社区，${community?.name ?? '还没选'}，点一下更换` }}
          testId="pick-community"
        >
          <Icon name="place" className="accent" />
          <Text className="t20 clip">{near ? '离我近的' : (community?.name ?? '选择社区')}</Text>
          <Icon name="down" className="quiet" />
        </Tap>
        <Button icon="place" small onTap={near ? onCommunity : onFindMe} testId="near-me">
          {near ? '看本社区' : '离我近'}
        </Button>
      </Box>
      {community === null && !near && (
        <Empty
          icon="heart"
          title="你想在哪个社区帮忙？"
          hint="选好后，这里会显示正在要人的任务。"
          action={
            <Button kind="primary" onTap={() => setPicking(true)}>
              选择社区
            </Button>
          }
        />
      )}
      <HomeCommunityPicker open={picking} onClose={() => setPicking(false)} onPick={onCommunity} />
    </>
  );
}
