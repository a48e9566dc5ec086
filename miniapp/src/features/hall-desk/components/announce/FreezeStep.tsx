import { areaWords } from '@jiefang/shared/tally-words';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Switch } from '@/components/Choice';
import { Refusal } from '@/components/Refusal';
import type { ApiError } from '@/lib/api/error';
import type { RollPreview } from '../../api/types';
import { grouped, ROLL_UNITS } from '../../words';
import { windowsOf } from './PreviewStep';
import type { Wizard } from './wizard';

interface Props {
  preview: RollPreview;
  wizard: Wizard;
  error: ApiError | null;
  /** False while the topic still needs something else. */
  allowed: boolean;
  /** Set when the roll changed meanwhile. */
  onLookAgain: (() => Promise<unknown>) | null;
  onFreeze: () => Promise<unknown>;
}

/** The last step: what cannot be changed afterwards, said before it is so. */
export function FreezeStep({ preview, wizard, error, allowed, onLookAgain, onFreeze }: Props) {
  const [understood, setUnderstood] = useState(false);
  const unit = ROLL_UNITS[wizard.source ?? 'households'];
  const area = preview.area === null ? '' : `，${areaWords(preview.area)}`;
  return (
    <Box className="stack stack-3">
      <Card testId="freeze">
        <Box className="stack stack-3">
          <Text className="t17 strong block">公告以后，名册和规则谁也不能再改，包括你和管理员。</Text>
          <Text className="block">{`名册：${grouped(preview.size)} ${unit}${area}。以后搬来的人不在名册里。`}</Text>
          <Text className="block">{`规则：${wizard.pack?.name ?? ''}。`}</Text>
          <Text className="block">{windowsOf(preview)}</Text>
          <Text className="quiet block">名册里的人会收到消息；名册的指纹写进存证，谁都能核对。</Text>
        </Box>
      </Card>
      <Switch label="我看过了名册和规则" on={understood} onChange={setUnderstood} testId="understood" />
      {error && (
        <Refusal error={error}>
          {onLookAgain !== null && (
            <Button small icon="eye" onTap={onLookAgain} testId="look-again">
              重新看一遍
            </Button>
          )}
        </Refusal>
      )}
      <Button
        kind="primary"
        wide
        icon="lock"
        disabled={!understood || !allowed || onLookAgain !== null}
        onTap={onFreeze}
        testId="announce"
      >
        公告，定下名册和规则
      </Button>
    </Box>
  );
}
