import { useEffect } from 'react';
import { Box, Text } from '@/components/base';
import { Card } from '@/components/Card';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { deviceId } from '@/lib/device-id';
import { useAction } from '@/lib/useAction';
import { office } from '../api/patrols';
import type { Patrol } from '../api/types';
import { keeper } from '../keeper';

/** A patrol goes on of which this phone knows nothing: another one records it, or this one has lost its memory. */
export function OtherPhone({ patrol }: { patrol: Patrol }) {
  const mine = patrol.device === deviceId();
  useEffect(() => {
    if (mine) keeper.adopt(patrol);
  }, [mine, patrol]);
  const take = useAction(
    (id: string, key) => office.takeOver(id, deviceId(), key),
    (taken) => void keeper.adopt(taken),
  );
  if (mine) return null;
  return (
    <Card testId="other-phone">
      <Box className="stack stack-3">
        <Text className="t17 strong block">这次巡防正在另一部手机上记录</Text>
        <Text className="block">
          要换成这部手机，点下面的按钮，那一部就会停下。那一部没传完的位置还存在那部手机里，换回去才能传。
        </Text>
        {take.error !== null && <Refusal error={take.error} />}
        <Button kind="primary" wide icon="phone" onTap={() => take.run(patrol.id)} testId="take-over">
          改用这部手机
        </Button>
      </Box>
    </Card>
  );
}
