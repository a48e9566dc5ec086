import { SPEAKER_ROLE_WORDS, STANCE_WORDS } from '@jiefang/shared/topics';
import { useState } from 'react';
import { Attachments } from '@/components/Attachments';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, ListRow, Section } from '@/components/Card';
import { NamedFact } from '@/components/desk/NamedFact';
import { ReasonForm } from '@/components/desk/ReasonForm';
import { Notice } from '@/components/Notice';
import { QueryState } from '@/components/QueryState';
import { Sheet } from '@/components/Sheet';
import { Skeleton } from '@/components/Skeleton';
import { Tag } from '@/components/Tag';
import { open } from '@/lib/navigate';
import { spokenRange } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { useNow } from '@/lib/useNow';
import { useShown } from '@/lib/useShown';
import { refreshHallDesk } from '../../api/desk';
import { actOnMeeting, useMeeting, type MeetingDeed } from '../../api/meetings';
import { useStaffTopic } from '../../api/topics';
import type { Meeting, Speech } from '../../api/types';
import { MEETING_CANCEL_REASONS } from '../../reasons';
import { MEETING_LOOKS } from '../../words';
import { ConfirmForm } from '../ConfirmForm';
import { AttendeeForm } from './AttendeeForm';
import { SpeechForm } from './SpeechForm';
import '../../hall-desk.scss';

type Step = 'attendee' | 'speech' | 'close' | 'cancel';

const TOLD: Record<MeetingDeed['do'], string> = {
  cancel: '会议取消了，签到的和关注的人会收到消息。',
  close: '会议结束了，接下来写协商纪要。',
  attendees: '签到好了。',
  speeches: '记下了。',
};

/** One meeting while it is held: who is here, who said what. */
export function MeetingDesk({ id }: { id: string }) {
  const shown = useShown();
  const query = useMeeting(id, shown);
  return (
    <QueryState query={query} skeleton={<Skeleton count={2} lines={5} />}>
      {(meeting) => <Desk meeting={meeting} />}
    </QueryState>
  );
}

function Desk({ meeting }: { meeting: Meeting }) {
  const [step, setStep] = useState<Step | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const topic = useStaffTopic(meeting.topic.id);
  const act = useAction(
    (deed: MeetingDeed, key) => actOnMeeting(meeting.id, deed, key),
    async (_done, deed) => {
      setStep(null);
      setTold(TOLD[deed.do]);
      await refreshHallDesk();
    },
  );
  const begin = (next: Step): void => {
    act.reset();
    setTold(null);
    setStep(next);
  };
  const leave = (): void => setStep(null);
  return (
    <Box className="stack stack-6">
      {told !== null && <Notice tone="good">{told}</Notice>}
      <Box className="columns columns-even">
        <Box className="stack stack-6">
          <HeadCard meeting={meeting} onStep={begin} />
          <People meeting={meeting} onAdd={() => begin('attendee')} />
        </Box>
        <Speeches meeting={meeting} onAdd={() => begin('speech')} />
      </Box>
      <Sheet title="替他签到" open={step === 'attendee'} onClose={leave}>
        <AttendeeForm
          error={act.error}
          onConfirm={(name, role) => act.run({ do: 'attendees', name, role })}
        />
      </Sheet>
      <Sheet title="记一段发言" open={step === 'speech'} onClose={leave}>
        <SpeechForm
          meeting={meeting}
          code={topic.data?.community.code ?? null}
          error={act.error}
          onConfirm={(speech) => act.run({ do: 'speeches', ...speech })}
        />
      </Sheet>
      <Sheet title="结束会议" open={step === 'close'} onClose={leave}>
        <ConfirmForm
          word="结束会议"
          error={act.error}
          onConfirm={() => act.run({ do: 'close' })}
          onLeave={leave}
        >
          结束以后不能再扫码签到。参会的人会被请来确认纪要。
        </ConfirmForm>
      </Sheet>
      <Sheet title="取消会议" open={step === 'cancel'} onClose={leave}>
        <ReasonForm
          ready={MEETING_CANCEL_REASONS}
          hint="大家会看到这句话。"
          word="取消，告诉大家"
          error={act.error}
          onConfirm={(reason) => act.run({ do: 'cancel', reason })}
        />
      </Sheet>
    </Box>
  );
}

function HeadCard({ meeting, onStep }: { meeting: Meeting; onStep: (step: Step) => void }) {
  const now = useNow();
  const { tone, icon, word } = MEETING_LOOKS[meeting.status];
  const running = meeting.status === 'open';
  const started = meeting.startsAt <= now.toISOString();
  return (
    <Card testId="meeting">
      <Box className="stack stack-3">
        <Box className="row row-between row-top">
          <Text className="t17 strong grow">{meeting.topic.title}</Text>
          <Tag tone={tone} icon={icon}>
            {word}
          </Tag>
        </Box>
        <Box className="stack stack-1">
          <NamedFact name="时间">{spokenRange(meeting.startsAt, meeting.endsAt, now)}</NamedFact>
          <NamedFact name="地点">{meeting.place}</NamedFact>
        </Box>
        <Box className="said">
          <Text className="pre block">{meeting.agenda}</Text>
        </Box>
        {running && (
          <Button
            kind="primary"
            wide
            icon="qr"
            onTap={() => open('pages-hall-desk/sign-in', { meeting: meeting.id })}
            testId="show-code"
          >
            亮出签到码
          </Button>
        )}
        {meeting.status === 'called' && (
          <Text className="t13 quiet block">
            {started ? '签到的时间过了。记完发言，请结束会议。' : '开会前半小时开始，可以扫码签到。'}
          </Text>
        )}
        {(running || meeting.status === 'called') && (
          <Box className="decide">
            <Button kind="danger" wide icon="ban" onTap={() => onStep('cancel')} testId="cancel-meeting">
              取消会议
            </Button>
            {started && (
              <Button wide icon="check" onTap={() => onStep('close')} testId="close-meeting">
                结束会议
              </Button>
            )}
          </Box>
        )}
        {meeting.status === 'closed' && (
          <Button
            kind="primary"
            wide
            icon="edit"
            onTap={() => open('pages-hall-desk/minutes', { topic: meeting.topic.id })}
            testId="to-minutes"
          >
            写协商纪要
          </Button>
        )}
      </Box>
    </Card>
  );
}

/** People and speeches are entered from the beginning on, also after the end. */
function useMayEnter({ status, startsAt }: Meeting): boolean {
  const now = useNow();
  return status === 'open' || (status !== 'cancelled' && startsAt <= now.toISOString());
}

function People({ meeting, onAdd }: { meeting: Meeting; onAdd: () => void }) {
  const people = meeting.attendees;
  const may = useMayEnter(meeting);
  return (
    <Section title={`签到 ${people.length} 人`}>
      {people.length === 0 && <Text className="quiet block">还没有人签到。</Text>}
      {people.length > 0 && (
        <Card className="card-flush">
          {people.map(({ id, name, role, method }) => (
            <ListRow
              key={id}
              title={name}
              detail={SPEAKER_ROLE_WORDS[role]}
              value={method === 'qr' ? '扫码' : '台签'}
            />
          ))}
        </Card>
      )}
      {may && (
        <Button wide icon="plus" onTap={onAdd} testId="add-attendee">
          替没带手机的人签到
        </Button>
      )}
    </Section>
  );
}

function Speeches({ meeting, onAdd }: { meeting: Meeting; onAdd: () => void }) {
  const speeches = meeting.speeches;
  const may = useMayEnter(meeting);
  return (
    <Section title={`发言 ${speeches.length} 条`}>
      {may && (
        <Button wide icon="talk" onTap={onAdd} testId="add-speech">
          记一段发言
        </Button>
      )}
      {speeches.length === 0 && <Text className="quiet block">每个人先说赞成、反对还是中立，再说理由。</Text>}
      {speeches.map((speech) => (
        <SpeechCard key={speech.id} speech={speech} />
      ))}
    </Section>
  );
}

function SpeechCard({ speech }: { speech: Speech }) {
  return (
    <Card testId="speech">
      <Box className="stack stack-2">
        <Box className="row row-between">
          <Text className="strong grow">{`${speech.no}. ${speech.speaker} · ${SPEAKER_ROLE_WORDS[speech.role]}`}</Text>
          <Tag>{STANCE_WORDS[speech.stance]}</Tag>
        </Box>
        <Text className="pre block">{speech.text ?? '这段话已经依法删除。'}</Text>
        <Attachments items={speech.attachments} what={`${speech.speaker}的材料`} />
      </Box>
    </Card>
  );
}
