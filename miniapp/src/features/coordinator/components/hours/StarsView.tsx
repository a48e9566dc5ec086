import { levelOf } from '@jiefang/shared/divisions';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, ListRow, Section } from '@/components/Card';
import { TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { QueryState } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { useAction } from '@/lib/useAction';
import { refreshCoordinator } from '../../api/desk';
import { saveStars, useStarTable } from '../../api/hours';
import { starsFault } from './stars-fault';

/** As many as the server takes. */
const MOST_STARS = 10;

const starWord = (index: number): string => `${index + 1} 星`;

/** How many recorded hours each star asks for; a city or a district may have its own table. */
export function StarsView({ code, mayEdit }: { code: string; mayEdit: boolean }) {
  const query = useStarTable(code);
  const here = ['city', 'district'].includes(levelOf(code));
  return (
    <QueryState query={query}>
      {({ hours }) =>
        mayEdit && here ? (
          <Table key={hours.join()} code={code} hours={hours} />
        ) : (
          <Section title="星级">
            <Card className="card-flush">
              {hours.map((value, index) => (
                <ListRow key={value} icon="star" title={starWord(index)} value={`满 ${value} 小时`} />
              ))}
            </Card>
            <Text className="t13 quiet block">星级由市或区的管理员统一规定。</Text>
          </Section>
        )
      }
    </QueryState>
  );
}

function Table({ code, hours }: { code: string; hours: readonly number[] }) {
  const [typed, setTyped] = useState(hours.map(String));
  const [saved, setSaved] = useState(false);
  const act = useAction(
    (values: number[]) => saveStars({ code, hours: values }),
    async () => {
      setSaved(true);
      await refreshCoordinator();
    },
  );
  const fault = starsFault(typed);
  const same = typed.join() === hours.join();
  return (
    <Section title="星级">
      {saved && same && <Notice tone="good">保存好了，大家看到的星级按新的算。</Notice>}
      <Card>
        <Box className="stack stack-3">
          {typed.map((value, index) => (
            <TextField
              key={index}
              label={`${starWord(index)}要满多少小时`}
              kind="number"
              value={value}
              onInput={(text) =>
                setTyped(typed.map((one, at) => (at === index ? text.replace(/\D/g, '') : one)))
              }
              maxLength={5}
              error={fault?.index === index ? fault.message : undefined}
            />
          ))}
          <Box className="decide">
            {typed.length > 1 && (
              <Button wide icon="minus" onTap={() => setTyped(typed.slice(0, -1))}>
                {`去掉${starWord(typed.length - 1)}`}
              </Button>
            )}
            {typed.length < MOST_STARS && (
              <Button wide icon="plus" onTap={() => setTyped([...typed, ''])}>
                {`加上${starWord(typed.length)}`}
              </Button>
            )}
          </Box>
          {act.error && <Refusal error={act.error} />}
          <Button
            kind="primary"
            wide
            disabled={fault !== null || same}
            onTap={() => act.run(typed.map(Number))}
            testId="save-stars"
          >
            保存星级
          </Button>
        </Box>
      </Card>
    </Section>
  );
}
