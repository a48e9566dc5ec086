import { shortNameOf } from '@jiefang/shared/divisions';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/lib/api/client';
import type { Coded } from '@/lib/api/types';
import { useCommunity } from '@/lib/community';
import { useDebounced } from '@/lib/useDebounced';
import { Box } from './base';
import { ListRow } from './Card';
import { TextField } from './Field';
import { Empty, QueryState } from './QueryState';
import { Sheet } from './Sheet';

interface Props {
  open: boolean;
  onClose: () => void;
  /** Its street's communities are offered before anything is typed. */
  current: Coded | null;
  onPick: (community: Coded) => void;
}

/** Length of a street's code: the communities below it share it. */
const STREET_DIGITS = 9;

/** Chooses a community: those of the same street, or any by name or pinyin initials. */
export function CommunityPicker({ open, onClose, current, onPick }: Props) {
  return (
    <Sheet title="选择社区" open={open} onClose={onClose}>
      <Choices current={current} onPick={onPick} />
    </Sheet>
  );
}

/** Chooses the community that this device looks at. */
export function HomeCommunityPicker({
  open,
  onClose,
  onPick,
}: Pick<Props, 'open' | 'onClose'> & Partial<Pick<Props, 'onPick'>>) {
  const { community, choose } = useCommunity();
  const pick = (picked: Coded): void => {
    choose(picked);
    onClose();
    onPick?.(picked);
  };
  return <CommunityPicker open={open} onClose={onClose} current={community} onPick={pick} />;
}

function Choices({ current, onPick }: Pick<Props, 'current' | 'onPick'>) {
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim());
  const street = current?.code.slice(0, STREET_DIGITS) ?? '';
  const found = useQuery({
    queryKey: ['communities', q, q === '' ? street : ''],
    queryFn: () =>
      q === ''
        ? api.get('/divisions', { query: { parent: street } })
        : api.get('/divisions/search', { query: { q, level: 'community' } }),
    enabled: q !== '' || street !== '',
  });
  return (
    <>
      <TextField
        label="社区名称"
        kind="search"
        value={typed}
        onInput={setTyped}
        placeholder="社区名称或拼音首字母，如 延安、ya"
      />
      {q === '' && street === '' ? (
        <Empty icon="place" title="你住在哪个社区？" hint="输入名称或拼音首字母来查找。" />
      ) : (
        <QueryState
          query={found}
          isEmpty={(data) => data.items.length === 0}
          empty={<Empty icon="search" title="没有找到这个社区" hint="换个写法，或只输入前两个字。" />}
        >
          {(data) => (
            <Box className="card card-flush">
              {data.items.map(({ code, name, path }) => (
                <ListRow
                  key={code}
                  title={shortNameOf(name)}
                  detail={path
                    .slice(-3)
                    .map((division) => division.name)
                    .join(' ')}
                  value={code === current?.code ? '当前' : undefined}
                  onTap={() => onPick({ code, name: shortNameOf(name) })}
                />
              ))}
            </Box>
          )}
        </QueryState>
      )}
    </>
  );
}
