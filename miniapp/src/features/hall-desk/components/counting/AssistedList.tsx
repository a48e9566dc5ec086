import { Text } from '@/components/base';
import { Section } from '@/components/Card';
import { PagedList } from '@/components/PagedList';
import { Skeleton } from '@/components/Skeleton';
import { useAssisted } from '../../api/counting';
import type { StaffTopic } from '../../api/types';
import { AssistedCard } from './AssistedCard';

/** What came by phone and on paper, newest first, with what waits for a second reader. */
export function AssistedList({ topic, onTold }: { topic: StaffTopic; onTold: (told: string) => void }) {
  const query = useAssisted(topic.id);
  return (
    <Section title="电话和纸面的">
      <PagedList
        query={query}
        keyOf={({ id }) => id}
        most={15}
        skeleton={<Skeleton count={2} lines={3} />}
        empty={
          <Text className="quiet block">
            还没有。每一份都要两位同事各录一遍，对得上才算，第二位看不到第一位录的。
          </Text>
        }
        render={(item) => <AssistedCard item={item} onTold={onTold} />}
      />
    </Section>
  );
}
