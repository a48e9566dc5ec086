import { useState } from 'react';
import { Box, Tap, Text } from '@/components/base';
import { Empty, QueryState } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { Skeleton } from '@/components/Skeleton';
import { Tag, type Tone } from '@/components/Tag';
import { asApiError } from '@/lib/api/error';
import type { DemoPerson } from '@/lib/api/types';
import { useAction } from '@/lib/useAction';
import { demoLoginCode, logIn, useDemoPeople } from '../api/account';
import './login.scss';

const TONES: Record<DemoPerson['role'], Tone> = {
  visitor: 'plain',
  resident: 'wait',
  verified: 'good',
  staff: 'free',
};

/** In the browser demo one picks a person; from the code on, it is the same login as WeChat's. */
export function LoginPanel({ onDone }: { onDone: () => void }) {
  const people = useDemoPeople();
  const [chosen, setChosen] = useState<string | null>(null);
  const login = useAction<string, void>(async (key) => {
    await logIn(await demoLoginCode(key));
  }, onDone);
  if (people.error !== null && asApiError(people.error).status === 404) {
    return <Empty icon="phone" title="请在微信里登录" hint="打开微信小程序「街坊」，一键登录后就能预约。" />;
  }
  return (
    <Box className="stack">
      <Text className="t26 block">选一个人登录</Text>
      <Text className="quiet block">这是演示城市。每个人的身份不同，看到的也不同。</Text>
      {login.error !== null && <Refusal error={login.error} />}
      <QueryState query={people} skeleton={<Skeleton count={4} lines={2} />}>
        {(data) => (
          <Box className="grid-2">
            {data.items.map((person) => (
              <Tap
                key={person.key}
                className="card demo-person"
                disabled={login.busy}
                onTap={() => {
                  // The visitor is who has not signed in.
                  if (person.role === 'visitor') {
                    onDone();
                    return;
                  }
                  setChosen(person.key);
                  void login.run(person.key);
                }}
                spoken={{ label: `以${person.name}登录，${person.title}` }}
                testId={`demo-${person.key}`}
              >
                <Box className="row row-between">
                  <Text className="t17 strong">{person.name}</Text>
                  {login.busy && chosen === person.key ? (
                    <Text className="spinner" />
                  ) : (
                    <Tag tone={TONES[person.role]}>{person.title}</Tag>
                  )}
                </Box>
                <Text className="t15 quiet block">{person.description}</Text>
              </Tap>
            ))}
          </Box>
        )}
      </QueryState>
    </Box>
  );
}
