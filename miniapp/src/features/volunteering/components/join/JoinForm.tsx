import { shanghaiDay } from '@jiefang/shared/time';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { Switch } from '@/components/Choice';
import { TextField } from '@/components/Field';
import { Icon } from '@/components/Icon';
import { Notice } from '@/components/Notice';
import { scrollToTop } from '@/components/Page';
import { Refusal } from '@/components/Refusal';
import { useCommunity } from '@/lib/community';
import { useAction } from '@/lib/useAction';
import { useNow } from '@/lib/useNow';
import { joinVolunteers, volunteerChanged } from '../../api/volunteer';
import type { Pledge } from '../../api/types';
import { wayOut } from '../task/way-out';
import {
  joiningOf,
  joiningProblems,
  needsGuardian,
  type JoiningDraft,
  type JoiningProblems,
} from './joining';
import { VolunteerFields } from './VolunteerFields';

const NAME_MAX = 30;
const ID_MAX = 18;
/** Nobody who joins was born before. */
const FIRST_BIRTH_DAY = '1920-01-01';

/** Becoming a volunteer: the pledge, who one is, and what one can do. */
export function JoinForm({ pledge }: { pledge: Pledge }) {
  const { community } = useCommunity();
  const today = shanghaiDay(useNow());
  const [draft, setDraft] = useState<JoiningDraft>({
    accepted: false,
    name: '',
    birthDay: '',
    community: null,
    unitId: null,
    skills: [],
    emergencyOptIn: false,
    idNumber: '',
  });
  const [problems, setProblems] = useState<JoiningProblems>({});
  const join = useAction(joinVolunteers, volunteerChanged);
  // The community one looks at is offered until another one is chosen.
  const filled = { ...draft, community: draft.community ?? community };
  const change = (part: Partial<JoiningDraft>): void => {
    setDraft({ ...draft, ...part });
    setProblems(Object.fromEntries(Object.entries(problems).filter(([name]) => !(name in part))));
  };
  const send = async (): Promise<void> => {
    const found = joiningProblems(filled, pledge, today);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    if ((await join.run(joiningOf(filled, pledge))) !== undefined) scrollToTop();
  };
  const count = Object.keys(problems).length;

  return (
    <Box className="columns columns-even">
      <Section title="志愿者承诺">
        <Card>
          <Box className="stack stack-3">
            <Text className="t17 block pre">{pledge.text}</Text>
            <Switch
              label="我同意这份承诺"
              on={draft.accepted}
              onChange={(accepted) => change({ accepted })}
              testId="accept-pledge"
            />
            {problems.accepted !== undefined && (
              <Box className="row t15 bad" spoken={{ role: 'alert' }}>
                <Icon name="alert" />
                <Text>{problems.accepted}</Text>
              </Box>
            )}
          </Box>
        </Card>
      </Section>
      <Section title="我的资料">
        <Card>
          <Box className="stack">
            <TextField
              label="姓名"
              value={draft.name}
              onInput={(name) => change({ name })}
              maxLength={NAME_MAX}
              placeholder="身份证上的姓名"
              hint="加密保存，别人只看到姓，如“林**”。"
              error={problems.name}
            />
            <TextField
              label="出生日期"
              kind="date"
              value={draft.birthDay}
              onInput={(birthDay) => change({ birthDay })}
              min={FIRST_BIRTH_DAY}
              max={today}
              placeholder="请选择"
              error={problems.birthDay}
            />
            {needsGuardian(draft.birthDay, pledge, today) && problems.birthDay === undefined && (
              <Notice icon="people">
                未满 {pledge.guardianBelowAge} 周岁要监护人同意。登记后会有一个链接，发给监护人点一下就行。
              </Notice>
            )}
            <VolunteerFields value={filled} onChange={change} communityError={problems.community} />
            <TextField
              label="证件号码（可以先不填）"
              value={draft.idNumber}
              onInput={(idNumber) => change({ idNumber })}
              maxLength={ID_MAX}
              placeholder="18 位身份证号"
              hint="只在开志愿服务证明时用，加密保存，页面上遮住中间几位。"
              error={problems.idNumber}
            />
            {join.error !== null && <Refusal error={join.error}>{wayOut(join.error.code)}</Refusal>}
            {count > 0 && (
              <Text className="bad block" spoken={{ role: 'alert' }}>
                还有 {count} 处要补，已经标在上面。
              </Text>
            )}
            <Button kind="primary" wide icon="heart" onTap={send} testId="send-join">
              成为志愿者
            </Button>
          </Box>
        </Card>
      </Section>
    </Box>
  );
}
