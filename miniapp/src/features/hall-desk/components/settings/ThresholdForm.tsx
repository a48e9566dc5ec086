import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { QueryState } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import type { Coded } from '@/lib/api/types';
import { useAction } from '@/lib/useAction';
import { refreshHallDesk } from '../../api/desk';
import { saveHallSettings, useHallSettings } from '../../api/settings';

const MOST = 1000;

/** How many residents must endorse a topic before its roll and rules are announced. */
export function ThresholdForm({ division }: { division: Coded }) {
  const query = useHallSettings(division.code);
  return (
    <QueryState query={query}>
      {({ endorseThreshold }) => <Form key={endorseThreshold} division={division} saved={endorseThreshold} />}
    </QueryState>
  );
}

function Form({ division, saved }: { division: Coded; saved: number }) {
  const [typed, setTyped] = useState(String(saved));
  const act = useAction(saveHallSettings, refreshHallDesk);
  const count = typed === '' ? null : Number(typed);
  const wrong = count === null || count > MOST ? `填 0 到 ${MOST} 之间的数。` : undefined;
  return (
    <Card>
      <Box className="stack stack-3">
        <Text className="block">{`${division.name}的深入议，要多少人附议才公告？`}</Text>
        <TextField
          label="附议人数"
          kind="number"
          value={typed}
          onInput={(text) => {
            setTyped(text.replace(/\D/g, ''));
            act.reset();
          }}
          maxLength={4}
          error={wrong}
          hint="0 就是不用附议。只影响以后受理的议题。"
        />
        {act.error && <Refusal error={act.error} />}
        {act.result !== undefined && count === saved && (
          <Notice tone="good">{`现在要 ${saved} 人附议。`}</Notice>
        )}
        <Button
          wide
          icon="check"
          disabled={wrong !== undefined || count === saved}
          onTap={() =>
            count === null ? undefined : act.run({ code: division.code, endorseThreshold: count })
          }
          testId="save-threshold"
        >
          保存
        </Button>
      </Box>
    </Card>
  );
}
