import { useState } from 'react';
import { Box, Input } from '@/components/base';
import { Button } from '@/components/Button';
import { CentreTile } from '@/components/CentreTile';
import { Chips } from '@/components/Choice';
import { Notice } from '@/components/Notice';
import { PagedList } from '@/components/PagedList';
import { Empty } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import type { CentreCard } from '@/lib/api/types';
import { useCommunity } from '@/lib/community';
import { locate } from '@/lib/locate';
import { useDebounced } from '@/lib/useDebounced';
import { useRefresh } from '@/lib/useRefresh';
import { useCentres, type CentreWish } from '../api/venues';

/** Finds a centre: near the phone (asked only on a tap), by name or pinyin initials, by tag, or in one's community. */
export function CentreFinder() {
  const { community } = useCommunity();
  const [typed, setTyped] = useState('');
  const [tag, setTag] = useState<string | null>(null);
  const [near, setNear] = useState<string | null>(null);
  const [everywhere, setEverywhere] = useState(false);
  const [lost, setLost] = useState(false);
  const q = useDebounced(typed.trim());
  const wish: CentreWish = {
    ...(q !== '' ? { q } : near !== null ? { near } : everywhere ? {} : { community: community?.code }),
    ...(tag === null ? {} : { tag }),
  };
  const centres = useCentres(wish);
  const tags = useKnownTags(centres.data?.pages.flatMap((page) => page.items) ?? []);
  useRefresh(() => centres.refetch());

  const findMe = async (): Promise<void> => {
    setLost(false);
    try {
      const place = await locate();
      setTyped('');
      setNear(`${place.latitude.toFixed(5)},${place.longitude.toFixed(5)}`);
    } catch {
      setNear(null);
      setLost(true);
    }
  };

  const backToCommunity = (): void => {
    setNear(null);
    setEverywhere(false);
  };

  return (
    <Box className="stack">
      <Box className="row">
        <Box className="grow">
          <Input
            kind="search"
            label="找场地或中心"
            placeholder="名称或拼音首字母"
            value={typed}
            onInput={setTyped}
          />
        </Box>
        <Button icon="place" onTap={near === null ? findMe : backToCommunity}>
          {near === null ? '离我近' : '本社区'}
        </Button>
      </Box>
      {tags.length > 0 && (
        <Chips
          label="特点"
          options={tags.map((name) => ({ value: name, word: name }))}
          value={tag}
          onChange={setTag}
        />
      )}
      {lost && (
        <Notice tone="wait" icon="place">
          没有拿到位置，先显示{community?.name ?? '全部'}的中心。也可以输入名称来找。
        </Notice>
      )}
      <PagedList<CentreCard>
        key={JSON.stringify(wish)}
        query={centres}
        keyOf={(centre) => centre.id}
        render={(centre) => <CentreTile centre={centre} />}
        className="grid-2"
        skeleton={<Skeleton count={3} lines={4} />}
        empty={
          <Empty
            icon="search"
            title="没有找到合适的中心"
            hint="换个名称，或者去掉筛选再看看。"
            action={
              <Button
                onTap={() => {
                  setTyped('');
                  setTag(null);
                  setNear(null);
                  setEverywhere(true);
                }}
              >
                看全部
              </Button>
            }
          />
        }
      />
    </Box>
  );
}

/** Tags met so far, so that choosing one does not take the others away. */
function useKnownTags(centres: readonly CentreCard[]): string[] {
  const [known, setKnown] = useState<string[]>([]);
  const fresh = [...new Set(centres.flatMap((centre) => centre.tags))].filter((tag) => !known.includes(tag));
  if (fresh.length > 0) setKnown([...known, ...fresh]);
  return known;
}
