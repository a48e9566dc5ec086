import { Box } from '@/components/base';
import { Section, TextLink } from '@/components/Card';
import { TopicTile } from '@/components/TopicTile';
import { wishOf } from '@/components/topic-words';
import { openTab } from '@/lib/navigate';
import { usePreferences } from '@/theme/preferences';
import { useHallTopics } from '../api/home';

/** Elder view shows fewer things a screen; the rest is one tap away. */
const MOST = { plain: 2, elder: 1 };

/** Topics of the community that wait for the reader, most pressing first; nothing when none does. */
export function Deciding({ community }: { community: string }) {
  const elder = usePreferences((look) => look.elder);
  const known = useHallTopics(community).data?.items ?? [];
  const waiting = known
    .flatMap((topic) => {
      const wish = wishOf(topic);
      return wish === null ? [] : [{ topic, rank: wish.rank }];
    })
    .sort((a, b) => a.rank - b.rank);
  if (waiting.length === 0) return null;
  return (
    <Section title="正在议" more={<TextLink onTap={() => openTab('halls')}>全部议题</TextLink>}>
      <Box className="grid-2" testId="deciding">
        {waiting.slice(0, elder ? MOST.elder : MOST.plain).map(({ topic }) => (
          <TopicTile key={topic.id} topic={topic} />
        ))}
      </Box>
    </Section>
  );
}
