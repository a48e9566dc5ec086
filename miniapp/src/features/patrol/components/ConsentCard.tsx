import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Refusal } from '@/components/Refusal';
import { back } from '@/lib/navigate';
import { queryClient } from '@/lib/query';
import { useAction } from '@/lib/useAction';
import { agreeToTracks } from '../api/patrols';
import type { Consent } from '../api/types';

/** Asks for the consent to record the way, before anything is recorded. Saying no is as easy as saying yes. */
export function ConsentCard({ consent }: { consent: Consent }) {
  const [declined, setDeclined] = useState(false);
  const agree = useAction(agreeToTracks, () => queryClient.invalidateQueries({ queryKey: ['consents'] }));
  const renewed = consent.active && consent.version !== consent.currentVersion;
  if (declined) {
    return (
      <Card testId="consent-declined">
        <Box className="stack stack-3">
          <Text className="t17 strong block">好的，不记轨迹</Text>
          <Text className="block">
            没有记录任何位置。你照样可以巡防：做完后回到任务页，直接点“结束服务”，由协调员按签到和现场情况核实。
          </Text>
          <Button wide icon="back" onTap={back}>
            回到任务
          </Button>
          <Button kind="quiet" onTap={() => setDeclined(false)}>
            再看看说明
          </Button>
        </Box>
      </Card>
    );
  }
  return (
    <Card testId="consent-track">
      <Box className="stack stack-3">
        <Text className="t17 strong block">{consent.title}</Text>
        {renewed && <Text className="wait block">说明有了新的内容，请再读一读。</Text>}
        <Text className="block pre">{consent.text}</Text>
        <Text className="t13 quiet block">{`第 ${consent.currentVersion} 版说明`}</Text>
        {agree.error !== null && <Refusal error={agree.error} />}
        <Box className="patrol-choice">
          <Button
            icon="check"
            onTap={() => agree.run(consent.currentVersion)}
            busy={agree.busy}
            testId="agree"
          >
            同意
          </Button>
          <Button icon="close" onTap={() => setDeclined(true)} testId="decline">
            不同意
          </Button>
        </Box>
      </Box>
    </Card>
  );
}
