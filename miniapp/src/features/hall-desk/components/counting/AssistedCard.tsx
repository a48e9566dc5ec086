import { BALLOT_CHOICE_WORDS, HALL_CHANNEL_WORDS, STANCE_WORDS } from '@jiefang/shared/topics';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card } from '@/components/Card';
import { ReasonForm } from '@/components/desk/ReasonForm';
import type { IconName } from '@/components/Icon';
import { Refusal } from '@/components/Refusal';
import { Sheet } from '@/components/Sheet';
import { Tag, type Tone } from '@/components/Tag';
import { spoken } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { useNow } from '@/lib/useNow';
import { confirmAssisted, refuseAssisted } from '../../api/counting';
import { refreshHallDesk } from '../../api/desk';
import type { Assisted } from '../../api/types';
import { ASSISTED_REFUSE_REASONS } from '../../reasons';
import { isRead, NOTHING_READ, ReadingFields, sentOf, type ReadOff } from './ReadingFields';
import { StaffPhoto } from './StaffPhoto';

const LOOKS: Record<Assisted['status'], { tone: Tone; icon: IconName; word: string }> = {
  waiting: { tone: 'wait', icon: 'hourglass', word: '等复核' },
  confirmed: { tone: 'good', icon: 'check', word: '复核好了' },
  refused: { tone: 'bad', icon: 'close', word: '退回了' },
};

/** One entry by phone or on paper; whoever reads it again sees the photo, never what the first one read. */
export function AssistedCard({ item, onTold }: { item: Assisted; onTold: (told: string) => void }) {
  const now = useNow();
  const [step, setStep] = useState<'confirm' | 'refuse' | null>(null);
  const { tone, icon, word } = LOOKS[item.status];
  const what = item.kind === 'ballot' ? '票' : '发言';
  const refuse = useAction(
    (reason: string, key) => refuseAssisted(item.id, reason, key),
    async () => {
      setStep(null);
      onTold(`这份${what}退回了。`);
      await refreshHallDesk();
    },
  );
  return (
    <Card testId={`assisted-${item.id}`}>
      <Box className="stack stack-2">
        <Box className="row row-between row-top">
          <Text className="strong grow">
            {item.label ?? item.content?.speakerName ?? `${HALL_CHANNEL_WORDS[item.channel]}${what}`}
          </Text>
          <Tag tone={tone} icon={icon}>
            {word}
          </Tag>
        </Box>
        <Text className="t13 quiet block">
          {[
            `${HALL_CHANNEL_WORDS[item.channel]}${what}`,
            ...(item.member === null ? [] : [`名册第 ${item.member} 号`]),
            `${item.enteredBy.me ? '你' : item.enteredBy.nickname} ${spoken(item.enteredAt, now)}录入`,
          ].join(' · ')}
        </Text>
        {item.content !== null && item.enteredBy.me && <OwnReading item={item} />}
        {item.refuseReason !== null && <Text className="block">{`退回：${item.refuseReason}`}</Text>}
        {item.status === 'waiting' && item.enteredBy.me && (
          <Text className="t13 quiet block">要另一位同事来复核，自己不能复核自己录的。</Text>
        )}
        {item.actions.length > 0 && (
          <Box className="decide">
            <Can do="refuse" among={item.actions}>
              <Button
                kind="danger"
                wide
                icon="close"
                onTap={() => setStep('refuse')}
                testId="assisted-refuse"
              >
                退回
              </Button>
            </Can>
            <Can do="confirm" among={item.actions}>
              <Button wide icon="eye" onTap={() => setStep('confirm')} testId="assisted-read">
                照照片再录一遍
              </Button>
            </Can>
          </Box>
        )}
      </Box>
      <Sheet title="再录一遍" open={step === 'confirm'} onClose={() => setStep(null)}>
        <SecondReading
          item={item}
          onDone={(text) => {
            setStep(null);
            onTold(text);
          }}
        />
      </Sheet>
      <Sheet title={`退回这份${what}`} open={step === 'refuse'} onClose={() => setStep(null)}>
        <ReasonForm
          ready={ASSISTED_REFUSE_REASONS}
          hint="录入的同事会看到。退回的不算数，可以重新录。"
          word="退回"
          error={refuse.error}
          onConfirm={(reason) => refuse.run(reason)}
        />
      </Sheet>
    </Card>
  );
}

function OwnReading({ item: { content } }: { item: Assisted }) {
  if (content === null) return null;
  const { choice, stance, text } = content;
  return (
    <Box className="said">
      {choice !== undefined && <Text className="block">{`你录的：${BALLOT_CHOICE_WORDS[choice]}`}</Text>}
      {stance !== undefined && <Text className="block">{`你录的：${STANCE_WORDS[stance]}`}</Text>}
      {text !== undefined && <Text className="pre block">{text}</Text>}
    </Box>
  );
}

function SecondReading({ item, onDone }: { item: Assisted; onDone: (told: string) => void }) {
  const [read, setRead] = useState<ReadOff>(NOTHING_READ);
  const act = useAction(confirmAssisted, async (done) => {
    onDone(
      done.receipt === null
        ? '两次录的一样，算数了。'
        : `两次录的一样，算数了。回执 ${done.receipt}，请抄给本人。`,
    );
    await refreshHallDesk();
  });
  // A ballot that was read in two ways goes back at once; an opinion may be read once more.
  const over =
    act.error?.code === 'ASSISTED_STATE' ||
    (act.error?.code === 'ASSISTED_MISMATCH' && item.kind === 'ballot');
  const send = async (): Promise<void> => {
    const done = await act.run({ id: item.id, ...sentOf(item.kind, read) });
    if (done === undefined) await refreshHallDesk();
  };
  if (over) {
    return (
      <Box className="stack stack-3" testId="assisted-over">
        <Refusal error={act.error} />
        <Text className="block">这一份退回了，不算票。请两人一起看照片，再从头录入一份。</Text>
      </Box>
    );
  }
  return (
    <Box className="stack stack-3">
      <Text className="block">请只看照片录，不要问第一位同事录了什么。</Text>
      <StaffPhoto photo={item.photo} label={item.kind === 'ballot' ? '选票的照片' : '发言的照片'} />
      {item.label !== null && <Text className="strong block">{`名册上是：${item.label}`}</Text>}
      <ReadingFields kind={item.kind} value={read} onChange={setRead} />
      {act.error && <Refusal error={act.error} />}
      <Button kind="primary" wide disabled={!isRead(item.kind, read)} onTap={send} testId="assisted-second">
        录好了，核对
      </Button>
    </Box>
  );
}
