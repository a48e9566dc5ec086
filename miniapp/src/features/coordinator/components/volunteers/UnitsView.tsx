import { UNIT_KIND_WORDS, UNIT_KINDS, type UnitKind } from '@jiefang/shared/volunteering';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, ListRow, Section } from '@/components/Card';
import { ChoiceField } from '@/components/ChoiceField';
import { TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { Empty, QueryState } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { useAction } from '@/lib/useAction';
import { refreshCoordinator } from '../../api/desk';
import { createUnit, useStaffUnits } from '../../api/volunteers';

const AT_ONCE = 40;

/** Units that reported to a division, and adding one. */
export function UnitsView({ code, community }: { code: string; community: boolean }) {
  const query = useStaffUnits(code);
  const [filter, setFilter] = useState('');
  const [most, setMost] = useState(AT_ONCE);
  return (
    <Box className="stack stack-6 form-columns">
      <NewUnit code={code} />
      <QueryState
        query={query}
        isEmpty={(data) => data.items.length === 0}
        empty={
          <Empty icon="building" title="还没有报到单位" hint="登记以后，志愿者可以选自己属于哪个单位。" />
        }
      >
        {({ items }) => {
          const found = items.filter(({ name }) => name.includes(filter.trim()));
          return (
            <Section title={`报到单位 ${items.length}`}>
              {items.length > AT_ONCE && (
                <TextField
                  label="查找"
                  kind="search"
                  value={filter}
                  onInput={setFilter}
                  placeholder="输入其中几个字"
                />
              )}
              {found.length === 0 && <Text className="quiet block">没有找到，换个写法试试。</Text>}
              {found.length > 0 && (
                <Card className="card-flush">
                  {found.slice(0, most).map((unit) => (
                    <ListRow
                      key={unit.id}
                      title={unit.name}
                      detail={[UNIT_KIND_WORDS[unit.kind], ...(community ? [] : [unit.division.name])].join(
                        ' · ',
                      )}
                    />
                  ))}
                </Card>
              )}
              {found.length > most && (
                <Button wide icon="down" onTap={() => setMost(most + AT_ONCE)}>
                  {`还有 ${found.length - most} 个`}
                </Button>
              )}
            </Section>
          );
        }}
      </QueryState>
    </Box>
  );
}

function NewUnit({ code }: { code: string }) {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<UnitKind>('public_body');
  const [told, setTold] = useState<string | null>(null);
  const act = useAction(createUnit, async (unit) => {
    setTold(`登记了${unit.name}。`);
    setName('');
    await refreshCoordinator();
  });
  return (
    <Section title="登记一个单位">
      {told !== null && <Notice tone="good">{told}</Notice>}
      <Card>
        <Box className="stack stack-3">
          <TextField
            label="单位全称"
            value={name}
            onInput={(text) => {
              setName(text);
              setTold(null);
              act.reset();
            }}
            maxLength={60}
            placeholder="如：西桥小学"
          />
          <ChoiceField
            label="类别"
            options={UNIT_KINDS.map((value: UnitKind) => ({ value, word: UNIT_KIND_WORDS[value] }))}
            value={kind}
            onChange={setKind}
          />
          {act.error && <Refusal error={act.error} />}
          <Button
            wide
            icon="plus"
            disabled={name.trim().length < 2}
            onTap={() => act.run({ code, name: name.trim(), kind })}
            testId="add-unit"
          >
            登记
          </Button>
        </Box>
      </Card>
    </Section>
  );
}
