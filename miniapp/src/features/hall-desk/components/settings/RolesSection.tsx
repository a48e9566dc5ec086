import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { ChoiceField } from '@/components/ChoiceField';
import { TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { Empty, QueryState } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { Tag } from '@/components/Tag';
import { spoken } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { refreshHallDesk } from '../../api/desk';
import { grantHallRole, removeHallRole, useHallRoles } from '../../api/settings';
import type { HallRole, HallRoleGrant } from '../../api/types';
import { HALL_ROLE_WORDS, HALL_ROLES } from '../../words';

const PHONE = /^1\d{10}$/;

/** Who speaks in this hall as what, and entering somebody by their phone. */
export function RolesSection({ code }: { code: string }) {
  const query = useHallRoles(code);
  return (
    <Box className="stack stack-6 columns">
      <Section title="议事厅里的身份">
        <QueryState
          query={query}
          isEmpty={({ items }) => items.length === 0}
          empty={
            <Empty
              icon="people"
              title="还没有登记身份"
              hint="登记居委会、业委会、物业和居民代表的人，发言时会显示身份；居民代表可以作名册。"
            />
          }
        >
          {({ items }) => (
            <Box className="stack stack-3">
              {items.map((grant) => (
                <GrantCard key={`${grant.personId}${grant.role}`} code={code} grant={grant} />
              ))}
            </Box>
          )}
        </QueryState>
      </Section>
      <Section title="登记一个人">
        <GrantForm code={code} />
      </Section>
    </Box>
  );
}

function GrantCard({ code, grant }: { code: string; grant: HallRoleGrant }) {
  const [asking, setAsking] = useState(false);
  const { personId, nickname, phoneMasked, role } = grant;
  const remove = useAction(removeHallRole, refreshHallDesk);
  return (
    <Card testId={`hall-role-${personId}-${role}`}>
      <Box className="stack stack-2">
        <Box className="row row-between row-top">
          <Box className="grow stack stack-1">
            <Box className="row row-wrap">
              <Text className="t17 strong">{nickname}</Text>
              <Tag>{HALL_ROLE_WORDS[role]}</Tag>
            </Box>
            <Text className="t13 quiet block">
              {[phoneMasked, `${spoken(grant.grantedAt)} 登记`].filter(Boolean).join(' · ')}
            </Text>
          </Box>
          {!asking && (
            <Button
              small
              onTap={() => setAsking(true)}
              label={`收回${nickname}的${HALL_ROLE_WORDS[role]}身份`}
            >
              收回
            </Button>
          )}
        </Box>
        {remove.error && <Refusal error={remove.error} />}
        {asking && (
          <>
            <Text className="block">收回以后，新的发言不再显示这个身份；已经冻结的名册不变。</Text>
            <Box className="decide">
              <Button kind="quiet" wide onTap={() => setAsking(false)}>
                先不收回
              </Button>
              <Button kind="danger" wide onTap={() => remove.run({ code, personId, role })}>
                收回身份
              </Button>
            </Box>
          </>
        )}
      </Box>
    </Card>
  );
}

function GrantForm({ code }: { code: string }) {
  const [phone, setPhone] = useState('');
  const [role, setRole] = useState<HallRole | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const act = useAction(grantHallRole, async (_done, wish) => {
    setPhone('');
    setRole(null);
    setTold(`登记好了：${HALL_ROLE_WORDS[wish.role]}。`);
    await refreshHallDesk();
  });
  const clean = phone.replace(/\s/g, '');
  return (
    <Card>
      <Box className="stack stack-3">
        {told !== null && <Notice tone="good">{told}</Notice>}
        <TextField
          label="手机号"
          kind="phone"
          value={phone}
          onInput={(text) => {
            setPhone(text);
            setTold(null);
            act.reset();
          }}
          maxLength={13}
          placeholder="对方在街坊绑定的手机号"
          error={clean.length >= 11 && !PHONE.test(clean) ? '这不像一个手机号。' : undefined}
        />
        <ChoiceField
          label="身份"
          options={HALL_ROLES.map((value) => ({ value, word: HALL_ROLE_WORDS[value] }))}
          value={role}
          onChange={setRole}
          testId="hall-role"
        />
        {act.error && <Refusal error={act.error} />}
        <Button
          kind="primary"
          wide
          disabled={role === null || !PHONE.test(clean)}
          onTap={() => (role === null ? undefined : act.run({ code, phone: clean, role }))}
          testId="grant-hall-role"
        >
          登记
        </Button>
      </Box>
    </Card>
  );
}
