import { Box } from '@/components/base';
import { Section, TextLink } from '@/components/Card';
import { ShiftTile } from '@/components/ShiftTile';
import { openTab } from '@/lib/navigate';
import { usePreferences } from '@/theme/preferences';
import { useWantedShifts } from '../api/home';

/** Elder view shows fewer things a screen; the rest is one tap away. */
const MOST = { plain: 2, elder: 1 };

/** Tasks of the community that still want people, soonest first; nothing when none does. */
export function Wanted({ community }: { community: string }) {
  const elder = usePreferences((look) => look.elder);
  const known = useWantedShifts(community).data?.items ?? [];
  const shifts = known.filter((shift) => shift.mine === null);
  if (shifts.length === 0) return null;
  return (
    <Section title="正在要人" more={<TextLink onTap={() => openTab('volunteer')}>全部任务</TextLink>}>
      <Box className="grid-2" testId="wanted">
        {shifts.slice(0, elder ? MOST.elder : MOST.plain).map((shift) => (
          <ShiftTile key={shift.shiftId} shift={shift} />
        ))}
      </Box>
    </Section>
  );
}
