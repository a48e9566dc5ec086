import { areaWords } from '@jiefang/shared/tally-words';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, ListRow } from '@/components/Card';
import { Field, TextField } from '@/components/Field';
import { PagedList } from '@/components/PagedList';
import { useDebounced } from '@/lib/useDebounced';
import { useRollMembers } from '../../api/topics';
import type { RollMember } from '../../api/types';

interface Props {
  topicId: string;
  value: RollMember | null;
  onChange: (member: RollMember | null) => void;
}

/** Whose vote it is: looked up on the frozen roll by number, door or name. */
export function MemberField({ topicId, value, onChange }: Props) {
  if (value !== null) {
    return (
      <Field label="谁的票" hint={value.marked ? '这一票已经投过了。' : undefined}>
        <Box className="row row-between said">
          <Text className="grow">{`第 ${value.no} 号 · ${value.label}`}</Text>
          <Button small icon="edit" onTap={() => onChange(null)}>
            换一个
          </Button>
        </Box>
      </Field>
    );
  }
  return <Search topicId={topicId} onPick={onChange} />;
}

function Search({ topicId, onPick }: { topicId: string; onPick: (member: RollMember) => void }) {
  const [words, setWords] = useState('');
  const query = useRollMembers(topicId, useDebounced(words.trim()));
  return (
    <>
      <TextField
        label="谁的票"
        kind="search"
        value={words}
        onInput={setWords}
        maxLength={40}
        placeholder="名册号、门牌或姓名"
      />
      <Card className="card-flush">
        <PagedList
          query={query}
          className="stack stack-1"
          most={10}
          keyOf={({ no }) => String(no)}
          empty={<Text className="quiet block">名册里没有找到，换个写法试试。</Text>}
          render={(member) => (
            <ListRow
              title={member.label}
              detail={[
                `第 ${member.no} 号`,
                member.building,
                ...(member.area === null ? [] : [areaWords(member.area)]),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
              value={member.marked ? '投过了' : undefined}
              onTap={() => onPick(member)}
              testId="roll-member"
            />
          )}
        />
      </Card>
    </>
  );
}
