import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { Refusal } from '@/components/Refusal';
import { open } from '@/lib/navigate';
import { hasPositionSettings, openPositionSettings } from '@/lib/position';
import { useAction } from '@/lib/useAction';
import { useOnline } from '@/lib/useOnline';
import { usePositionTrouble } from '../hooks/useRecorder';
import { keeper } from '../keeper';
import type { Recorder, Recording } from '../recorder/recorder';
import { POSITION_WORDS, TROUBLE_WORDS } from './words';

/** What does not go as it should, in the page and never above it, each with what can be done. */
export function Troubles({ recorder, recording }: { recorder: Recorder; recording: Recording }) {
  const online = useOnline();
  const position = usePositionTrouble();
  const take = useAction((_input: null) => recorder.takeOver());
  const trouble = recording.trouble ?? (online ? null : 'offline');
  const { thinned, full, facts } = recording;
  return (
    <>
      {trouble !== null && (
        <Notice tone="wait" icon={trouble === 'offline' ? 'offline' : 'alert'} testId={`trouble-${trouble}`}>
          <Box className="stack stack-2">
            <Text className="block">{TROUBLE_WORDS[trouble]}</Text>
            {trouble === 'device' && (
              <Button icon="phone" onTap={() => take.run(null)} busy={take.busy} testId="take-over">
                改用这部手机
              </Button>
            )}
            {trouble === 'login' && (
              <Button icon="person" onTap={() => open('pages-me/login')}>
                去登录
              </Button>
            )}
            {trouble === 'consent' && (
              <Button icon="lock" onTap={() => open('pages-volunteer/consents')}>
                看看我的授权
              </Button>
            )}
          </Box>
        </Notice>
      )}
      {take.error !== null && <Refusal error={take.error} />}
      {position !== null && facts.status === 'recording' && (
        <Notice tone="wait" icon="place" testId={`position-${position}`}>
          <Box className="stack stack-2">
            <Text className="block">{POSITION_WORDS[position]}</Text>
            {hasPositionSettings && position !== 'unavailable' && (
              <Button icon="settings" onTap={() => openPositionSettings().then(() => keeper.retryPosition())}>
                打开设置
              </Button>
            )}
          </Box>
        </Notice>
      )}
      {full && (
        <Notice tone="wait" icon="alert" testId="storage-full">
          手机存满了，还没传的位置只在这一页里。请先别关小程序，到有网络的地方传完。
        </Notice>
      )}
      {thinned > 0 && (
        <Notice testId="thinned">{`手机快存不下了，较早的位置改成隔一段记一个，少记了 ${thinned} 个。`}</Notice>
      )}
    </>
  );
}
