import { useState } from 'react';
import { Box, Tap, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { CommunityPicker } from '@/components/CommunityPicker';
import { Field, TextField } from '@/components/Field';
import { Icon } from '@/components/Icon';
import { PickField } from '@/components/PickField';
import { Refusal } from '@/components/Refusal';
import type { Coded } from '@/lib/api/types';
import { useCommunity } from '@/lib/community';
import { useMe } from '@/lib/me';
import { open } from '@/lib/navigate';
import { useAction } from '@/lib/useAction';
import { claimResidency, residencyChanged, useBuildings, useRooms } from '../api/residency';

const NAME_MAX = 30;

/** Claims a household: community, building, room, and the name on the roster. */
export function ClaimForm() {
  const nearby = useCommunity().community;
  const me = useMe().data;
  const [picking, setPicking] = useState(false);
  const [picked, setPicked] = useState<Coded | null>(null);
  const [building, setBuilding] = useState('');
  const [room, setRoom] = useState('');
  const [name, setName] = useState('');
  const community = picked ?? nearby;
  const code = community?.code ?? null;
  const buildings = useBuildings(code);
  const rooms = useRooms(code, building);
  const claim = useAction(claimResidency, residencyChanged);
  const complete = code !== null && building !== '' && room !== '' && name.trim() !== '';

  return (
    <Section title="登记住处">
      <Card>
        <Box className="stack">
          <Text className="quiet block">
            登记后成为认证居民，能约本社区的场地。和名册对得上马上通过，对不上由工作人员核实。
          </Text>
          <Field label="社区">
            <Tap
              className="input pick"
              onTap={() => setPicking(true)}
              spoken={{ label: `社区，${community?.name ?? '请选择'}` }}
            >
              <Text className={community === null ? 'quiet' : ''}>{community?.name ?? '请选择社区'}</Text>
              <Icon name="down" className="quiet" />
            </Tap>
          </Field>
          <PickField
            label="楼栋"
            value={building}
            options={buildings.data?.items ?? []}
            placeholder="请选择楼栋"
            none="这个社区的名册还没有录入，请打电话给社区。"
            disabled={code === null}
            onChange={(value) => {
              setBuilding(value);
              setRoom('');
            }}
            testId="pick-building"
          />
          <PickField
            label="房号"
            value={room}
            options={rooms.data?.items ?? []}
            placeholder={building === '' ? '先选楼栋' : '请选择房号'}
            disabled={building === ''}
            onChange={setRoom}
            testId="pick-room"
          />
          <TextField
            label="姓名"
            value={name}
            onInput={setName}
            maxLength={NAME_MAX}
            placeholder="登记在名册上的姓名"
          />
          {claim.error !== null && (
            <Refusal error={claim.error}>
              {claim.error.code === 'PHONE_REQUIRED' && (
                <Button small icon="phone" onTap={() => open('pages-me/phone')}>
                  绑定手机号
                </Button>
              )}
            </Refusal>
          )}
          {me?.phone === null && <Text className="t13 quiet block">绑定手机号后，和名册核对得更快。</Text>}
          <Button
            kind="primary"
            wide
            disabled={!complete}
            onTap={() => claim.run({ communityCode: code ?? '', building, room, name: name.trim() })}
            testId="claim"
          >
            {complete ? '提交登记' : '填好上面四项再提交'}
          </Button>
        </Box>
      </Card>
      <CommunityPicker
        open={picking}
        onClose={() => setPicking(false)}
        current={community}
        onPick={(chosen) => {
          setPicked(chosen);
          setBuilding('');
          setRoom('');
          setPicking(false);
        }}
      />
    </Section>
  );
}
