import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, ListRow, Section } from '@/components/Card';
import { Segmented, Switch } from '@/components/Choice';
import { HomeCommunityPicker } from '@/components/CommunityPicker';
import { Field, TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { Refusal } from '@/components/Refusal';
import type { Me } from '@/lib/api/types';
import { useCommunity } from '@/lib/community';
import { useMe } from '@/lib/me';
import { openTab } from '@/lib/navigate';
import { useAction } from '@/lib/useAction';
import { usePreferences, type ColourMode, type TextSize } from '@/theme/preferences';
import { changeMe, logOut, meChanged } from '../api/account';

const COLOURS: { value: ColourMode; word: string }[] = [
  { value: 'system', word: '跟随系统' },
  { value: 'light', word: '浅色' },
  { value: 'dark', word: '深色' },
];
const SIZES: { value: TextSize; word: string }[] = [
  { value: 1, word: '标准' },
  { value: 1.2, word: '更大' },
  { value: 1.5, word: '最大' },
];

/** How the app looks on this device. */
export function LookSettings() {
  const look = usePreferences();
  return (
    <Section title="显示">
      <Card>
        <Box className="stack">
          <Switch
            label="长辈版（大字、大按钮）"
            on={look.elder}
            onChange={look.setElder}
            testId="elder-switch"
          />
          <Field label="字号">
            <Segmented label="字号" options={SIZES} value={look.textSize} onChange={look.setTextSize} />
          </Field>
          <Field label="颜色">
            <Segmented label="颜色" options={COLOURS} value={look.colour} onChange={look.setColour} />
          </Field>
        </Box>
      </Card>
    </Section>
  );
}

/** What others call me, and the community I look at first. */
export function PersonSettings() {
  const me = useMe().data;
  return me === undefined ? null : <PersonForm key={me.nickname} me={me} />;
}

const NICKNAME_MAX = 20;

function PersonForm({ me }: { me: Me }) {
  const { community } = useCommunity();
  const [nickname, setNickname] = useState(me.nickname);
  const [picking, setPicking] = useState(false);
  const save = useAction(changeMe, meChanged);
  return (
    <Section title="我的资料">
      <Card>
        <Box className="stack">
          <TextField label="称呼" value={nickname} onInput={setNickname} maxLength={NICKNAME_MAX} />
          {nickname.trim() !== me.nickname && (
            <Button disabled={nickname.trim() === ''} onTap={() => save.run({ nickname: nickname.trim() })}>
              保存称呼
            </Button>
          )}
          <ListRow
            icon="place"
            title="首页显示的社区"
            value={community?.name ?? '还没选'}
            onTap={() => setPicking(true)}
          />
          {save.error !== null && <Refusal error={save.error} />}
          {save.result !== undefined && save.error === null && (
            <Notice tone="good">
              <Text>已保存。</Text>
            </Notice>
          )}
        </Box>
      </Card>
      <HomeCommunityPicker
        open={picking}
        onClose={() => setPicking(false)}
        onPick={(picked) => save.run({ homeCommunityCode: picked.code })}
      />
    </Section>
  );
}

/** Leaving this device or every device. */
export function LeaveSettings() {
  const leave = useAction<boolean, void>(logOut, () => openTab('home'));
  return (
    <Section title="退出">
      <Card>
        <Box className="stack stack-3">
          <Button wide icon="exit" onTap={() => leave.run(false)} testId="log-out">
            退出登录
          </Button>
          <Button wide kind="danger" icon="lock" onTap={() => leave.run(true)} testId="log-out-everywhere">
            在所有设备上退出
          </Button>
          <Text className="t13 quiet block">手机丢了、借给别人用过，就在所有设备上退出。</Text>
          {leave.error !== null && <Refusal error={leave.error} />}
        </Box>
      </Card>
    </Section>
  );
}
