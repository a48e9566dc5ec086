import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Chips } from '@/components/Choice';
import { Field, TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { Refusal } from '@/components/Refusal';
import { open, openTab } from '@/lib/navigate';
import { queryClient } from '@/lib/query';
import { useSignedIn } from '@/lib/session';
import { useAction } from '@/lib/useAction';
import { consentAsGuardian } from '../../api/volunteer';
import type { GuardianRequest } from '../../api/types';
import { wayOut } from '../task/way-out';

const RELATIONS = ['父亲', '母亲', '祖父母', '外祖父母', '其他监护人'] as const;
type Relation = (typeof RELATIONS)[number];
const NAME_MAX = 30;

/** What a guardian is asked, and agreeing. */
export function GuardianView({ token, request }: { token: string; request: GuardianRequest }) {
  const { minorName, minorAge, pledgeText, status, own } = request;
  return (
    <Box className="stack">
      <Text className="t20 block">
        {minorName}（{minorAge} 岁）想做社区志愿者，请你同意
      </Text>
      <Card>
        <Box className="stack stack-2">
          <Text className="strong block">孩子作出的承诺</Text>
          <Text className="block pre">{pledgeText}</Text>
          <Text className="t13 quiet block">
            同意后，孩子可以认领适合未成年人的任务。任务的风险和保险会写在任务页上，孩子可以随时退出。
          </Text>
        </Box>
      </Card>
      {status === 'consented' && (
        <Notice tone="good" testId="consented">
          <Text className="strong block">已经同意</Text>
          <Text className="block">谢谢你。孩子现在可以认领任务了。</Text>
        </Notice>
      )}
      {status === 'expired' && <Notice tone="wait">这个链接过期了，请让孩子重新发一个。</Notice>}
      {status === 'open' && own && (
        <Notice tone="wait">这是给监护人的链接。请发给爸爸妈妈或别的监护人，由他们登录后同意。</Notice>
      )}
      {status === 'open' && !own && <Agree token={token} />}
      {status !== 'open' && (
        <Button wide onTap={() => openTab('volunteer')}>
          看看有哪些任务
        </Button>
      )}
    </Box>
  );
}

function Agree({ token }: { token: string }) {
  const signedIn = useSignedIn();
  const [name, setName] = useState('');
  const [relation, setRelation] = useState<Relation | null>(null);
  const [asked, setAsked] = useState(false);
  const agree = useAction(consentAsGuardian, () =>
    queryClient.invalidateQueries({ queryKey: ['guardian-request'] }),
  );
  if (!signedIn) {
    return (
      <Button kind="primary" wide icon="person" onTap={() => open('pages-me/login')}>
        登录后同意
      </Button>
    );
  }
  const guardianName = name.trim();
  const send = async (): Promise<void> => {
    setAsked(true);
    if (guardianName.length >= 2 && relation !== null) await agree.run({ token, guardianName, relation });
  };
  return (
    <Card>
      <Box className="stack">
        <TextField
          label="你的姓名"
          value={name}
          onInput={setName}
          maxLength={NAME_MAX}
          placeholder="身份证上的姓名"
          error={asked && guardianName.length < 2 ? '请写你的姓名。' : undefined}
        />
        <Field label="你是孩子的" error={asked && relation === null ? '请选一个。' : undefined}>
          <Chips
            label="你是孩子的"
            options={RELATIONS.map((word) => ({ value: word, word }))}
            value={relation}
            onChange={setRelation}
          />
        </Field>
        {agree.error !== null && <Refusal error={agree.error}>{wayOut(agree.error.code)}</Refusal>}
        <Button kind="primary" wide icon="check" onTap={send} testId="guardian-agree">
          我是监护人，我同意
        </Button>
      </Box>
    </Card>
  );
}
