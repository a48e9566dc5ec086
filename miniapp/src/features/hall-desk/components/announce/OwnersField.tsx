import { areaWords } from '@jiefang/shared/tally-words';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { Notice } from '@/components/Notice';
import { QueryState } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import type { ApiError } from '@/lib/api/error';
import { pickTable, type PickedFile } from '@/lib/file';
import { spoken } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { refreshHallDesk } from '../../api/desk';
import { importOwners, useOwnersImports } from '../../api/rolls';
import type { FileFault } from '../../api/types';
import { grouped } from '../../words';
import { OptionList } from '../OptionList';

interface Props {
  code: string;
  value: string | null;
  onChange: (id: string | null) => void;
}

const FAULTS_SHOWN = 30;

/** Which list of owners: one that is here, or a new one out of a table, with what is wrong in it line by line. */
export function OwnersField({ code, value, onChange }: Props) {
  const query = useOwnersImports(code, true);
  const act = useAction(
    (file: PickedFile, key) => importOwners(code, file, key),
    async (made) => {
      onChange(made.id);
      await refreshHallDesk();
    },
  );
  const faults = faultsOf(act.error);
  return (
    <Section title="业主名单">
      <Box className="stack stack-3">
        <QueryState
          query={query}
          isEmpty={({ items }) => items.length === 0}
          empty={<Text className="quiet block">还没有导入过，请选一份表格。</Text>}
        >
          {({ items }) => (
            <OptionList
              label="业主名单"
              options={items.map(({ id, fileName, owners, flats, area, createdAt }) => ({
                value: id,
                word: fileName,
                detail: `${grouped(owners)} 票 · ${grouped(flats)} 套 · ${areaWords(area)} · ${spoken(createdAt)}导入`,
              }))}
              value={value}
              onChange={onChange}
            />
          )}
        </QueryState>
        {act.result?.notes?.map((note) => (
          <Notice key={note} tone="wait">
            {note}
          </Notice>
        ))}
        {act.error !== null && <Refusal error={act.error} />}
        {faults.length > 0 && (
          <Card>
            <Box className="stack stack-1" testId="owners-faults">
              {faults.slice(0, FAULTS_SHOWN).map(({ line, message }) => (
                <Text key={`${line}${message}`} className="t15 block">
                  {`第 ${line} 行：${message}`}
                </Text>
              ))}
              {faults.length > FAULTS_SHOWN && (
                <Text className="quiet block">{`还有 ${faults.length - FAULTS_SHOWN} 处。`}</Text>
              )}
            </Box>
          </Card>
        )}
        <Button
          wide
          icon="plus"
          busy={act.busy}
          onTap={() => pickTable((file) => void act.run(file))}
          testId="import-owners"
        >
          导入一份表格
        </Button>
        <Text className="t13 quiet block">
          CSV 表格，UTF-8 编码，第一行写列名：楼栋、房号、面积、业主；可以再写
          手机、共有组、代理人、代理人手机、证件后四位。
        </Text>
      </Box>
    </Section>
  );
}

/** The faults that a refused list names. */
function faultsOf(error: ApiError | null): FileFault[] {
  const body = error?.body;
  if (typeof body !== 'object' || body === null || !('faults' in body)) return [];
  return Array.isArray(body.faults) ? (body.faults as FileFault[]) : [];
}
