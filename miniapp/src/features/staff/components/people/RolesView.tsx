import { ROLE_PERMISSIONS, ROLE_WORDS, ROLES, type Permission, type Role } from '@jiefang/shared/permissions';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { Empty, QueryState } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { Tag } from '@/components/Tag';
import type { Coded, Me } from '@/lib/api/types';
import { useMe } from '@/lib/me';
import { spoken } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { refreshDesk } from '../../api/desk';
import { grantRole, revokeRole, useChildDivisions, useRoles } from '../../api/people';
import type { StaffRole } from '../../api/types';
import { ChoiceField } from '@/components/ChoiceField';

/** Who does what in a division and below. */
export function RolesView({ division }: { division: Coded }) {
  const query = useRoles(division.code);
  return (
    <Box className="stack stack-6 columns">
      <Section title="现在的岗位">
        <QueryState
          query={query}
          isEmpty={(data) => data.items.length === 0}
          empty={
            <Empty icon="people" title="还没有安排岗位" hint="填上手机号和岗位，对方马上就能用工作台。" />
          }
        >
          {({ items }) => (
            <Box className="stack stack-3">
              {items.map((role) => (
                <RoleCard key={role.id} role={role} />
              ))}
            </Box>
          )}
        </QueryState>
      </Section>
      <Section title="安排岗位">
        <GrantForm division={division} />
      </Section>
    </Box>
  );
}

function RoleCard({ role }: { role: StaffRole }) {
  const me = useMe().data;
  const [asking, setAsking] = useState(false);
  const revoke = useAction((_nothing: null, key) => revokeRole(role.id, key), refreshDesk);
  const { nickname, phoneMasked } = role.person;
  return (
    <Card testId={`role-${role.id}`}>
      <Box className="stack stack-2">
        <Box className="row row-between row-top">
          <Box className="grow stack stack-1">
            <Box className="row row-wrap">
              <Text className="t17 strong">{nickname}</Text>
              <Tag>{ROLE_WORDS[role.role]}</Tag>
            </Box>
            <Text className="t13 quiet block">
              {[role.division.name, phoneMasked].filter(Boolean).join(' · ')}
            </Text>
            <Text className="t13 quiet block">{`${spoken(role.grantedAt)} 安排`}</Text>
          </Box>
          {!asking && !isOwnAdministration(role, me) && (
            <Button small onTap={() => setAsking(true)} label={`收回${nickname}的${ROLE_WORDS[role.role]}`}>
              收回
            </Button>
          )}
        </Box>
        {revoke.error && <Refusal error={revoke.error} />}
        {asking && (
          <>
            <Text className="block">{`收回后，${nickname}马上不能再做${ROLE_WORDS[role.role]}的事。`}</Text>
            <Box className="decide">
              <Button kind="quiet" onTap={() => setAsking(false)}>
                先不收回
              </Button>
              <Button kind="danger" onTap={() => revoke.run(null)}>
                收回岗位
              </Button>
            </Box>
          </>
        )}
      </Box>
    </Card>
  );
}

/** Nobody takes their own administrator's post: a division must not lose its last one by a slip. */
function isOwnAdministration(role: StaffRole, me: Me | undefined): boolean {
  const { nickname, phoneMasked } = role.person;
  return (
    role.role === 'administrator' && nickname === me?.nickname && phoneMasked === (me.phone?.masked ?? null)
  );
}

const DUTIES: Record<Permission, string> = {
  'venues.manage': '改场地和规则',
  'bookings.decide': '审核预约',
  'bookings.desk': '签到和代约',
  'residency.decide': '核实居住',
  'roles.manage': '安排岗位',
  'audit.read': '看操作记录',
  'tasks.manage': '发布志愿任务',
  'claims.verify': '核对志愿服务',
  'volunteers.manage': '管理志愿者',
  'hours.manage': '确认志愿时长',
  'topics.manage': '办理议题',
  'cases.decide': '审核发言',
  'ballots.enter': '录入纸面票和计票',
  'followups.manage': '督办落实',
  'records.erase': '依法删除存证内容',
};

/** Posts that have something to do here; the others come with their own pages. */
const OFFERED = ROLES.filter((role) => ROLE_PERMISSIONS[role].length > 0);
const PHONE = /^1\d{10}$/;

function GrantForm({ division }: { division: Coded }) {
  const [phone, setPhone] = useState('');
  const [role, setRole] = useState<Role | null>(null);
  const [code, setCode] = useState(division.code);
  const below = useChildDivisions(division.code);
  const places = [division, ...(below.data?.items ?? [])];
  const grant = useAction(grantRole, async () => {
    setPhone('');
    setRole(null);
    await refreshDesk();
  });
  const clean = phone.replace(/\s/g, '');
  const done = grant.result;
  return (
    <Card>
      <Box className="stack stack-3">
        {done && (
          <Notice tone="good" testId="role-done">
            {`${done.person.nickname}现在是${done.division.name}的${ROLE_WORDS[done.role]}，本人会收到消息。`}
          </Notice>
        )}
        <TextField
          label="手机号"
          kind="phone"
          value={phone}
          onInput={setPhone}
          maxLength={13}
          placeholder="对方在街坊绑定的手机号"
          error={clean !== '' && clean.length >= 11 && !PHONE.test(clean) ? '这不像一个手机号。' : undefined}
        />
        <ChoiceField
          label="岗位"
          options={OFFERED.map((value) => ({
            value,
            word: ROLE_WORDS[value],
            detail: ROLE_PERMISSIONS[value].map((permission) => DUTIES[permission]).join('、'),
          }))}
          value={role}
          onChange={setRole}
        />
        <ChoiceField
          label="在哪里"
          options={places.map((place) => ({ value: place.code, word: place.name }))}
          value={code}
          onChange={setCode}
          hint="岗位对这里和下面的辖区都有效。"
        />
        {grant.error && <Refusal error={grant.error} />}
        <Button
          kind="primary"
          wide
          disabled={role === null || !PHONE.test(clean)}
          onTap={() => (role === null ? undefined : grant.run({ code, phone: clean, role }))}
          testId="grant"
        >
          安排
        </Button>
      </Box>
    </Card>
  );
}
