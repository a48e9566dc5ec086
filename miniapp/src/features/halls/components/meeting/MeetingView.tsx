import { SPEAKER_ROLE_WORDS, STANCE_WORDS } from '@jiefang/shared/topics';
import { useEffect, useState } from 'react';
import { Attachments } from '@/components/Attachments';
import { Box, showElement, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, ListRow, Section } from '@/components/Card';
import { Fact } from '@/components/Fact';
import { TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { Refusal } from '@/components/Refusal';
import { Scanner } from '@/components/scanner/Scanner';
import { Tag } from '@/components/Tag';
import { open } from '@/lib/navigate';
import { spokenRange } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { meetingChanged, signIn } from '../../api/meetings';
import type { Meeting, Speech } from '../../api/types';
import { useTopic } from '../../api/topic';
import './meeting.scss';

/** Where a speech stands on its meeting's page. */
export const speechDomId = (id: string): string => `speech-${id}`;

/** One meeting: when and where, signing in, who came and what was said. */
export function MeetingView({ meeting, speech }: { meeting: Meeting; speech: string }) {
  const { topic, startsAt, endsAt, place, agenda, status, attendees, speeches } = meeting;
  const said = speeches.length;
  useEffect(() => {
    if (speech !== '') showElement(speechDomId(speech));
  }, [speech, said]);
  return (
    <>
      <Box className="stack stack-2">
        <Text className="t20 block">线下协商会</Text>
        <Text className="t17 block num">{spokenRange(startsAt, endsAt)}</Text>
        {status === 'cancelled' && <Notice tone="wait">这次会取消了。</Notice>}
        <Fact icon="place">{place}</Fact>
      </Box>
      <Card className="card-flush">
        <ListRow
          icon="talk"
          title={topic.title}
          detail="看议题"
          onTap={() => open('pages-halls/topic', { id: topic.id })}
        />
      </Card>
      <SignIn meeting={meeting} />
      <Section title="议程">
        <Card>
          <Text className="block pre">{agenda}</Text>
        </Card>
      </Section>
      {attendees.length > 0 && (
        <Section title={`到会 ${attendees.length} 人`}>
          <Card>
            <Box className="row row-wrap">
              {attendees.map(({ id, name, role }) => (
                <Tag key={id}>{role === 'resident' ? name : `${name} · ${SPEAKER_ROLE_WORDS[role]}`}</Tag>
              ))}
            </Box>
          </Card>
        </Section>
      )}
      {said > 0 && (
        <Section title={`会上的发言 ${said} 条`}>
          <Box className="stack stack-3">
            {speeches.map((one) => (
              <SpeechCard key={one.id} speech={one} marked={one.id === speech} />
            ))}
          </Box>
        </Section>
      )}
    </>
  );
}

function SpeechCard({ speech, marked }: { speech: Speech; marked: boolean }) {
  const { id, no, speaker, role, stance, text, attachments } = speech;
  return (
    <Box domId={speechDomId(id)}>
      <Card className={marked ? 'speech-marked' : ''} testId="speech">
        <Box className="stack stack-2">
          <Box className="row row-between row-wrap">
            <Box className="row row-wrap">
              <Text className="strong">{speaker}</Text>
              {role !== 'resident' && <Tag icon="person">{SPEAKER_ROLE_WORDS[role]}</Tag>}
            </Box>
            <Box className="row">
              <Tag tone={stance === 'for' ? 'good' : stance === 'against' ? 'bad' : 'plain'}>
                {STANCE_WORDS[stance]}
              </Tag>
              <Text className="t13 quiet num">第 {no} 条</Text>
            </Box>
          </Box>
          <Text className="block pre">{text ?? '这条发言的文字不公开。'}</Text>
          <Attachments items={attachments} what={`${speaker}的发言`} />
        </Box>
      </Card>
    </Box>
  );
}

/** In the room: scanning the code on the screen there signs the reader in. */
function SignIn({ meeting: { id, topic, signedIn } }: { meeting: Meeting }) {
  const may = useTopic(topic.id).data?.actions.includes('sign_in') ?? false;
  const sign = useAction(signIn, meetingChanged);
  const [digits, setDigits] = useState('');
  if (signedIn === true) {
    return (
      <Notice tone="good" testId="signed-in">
        你签到了。会后会请你确认纪要。
      </Notice>
    );
  }
  if (!may) return null;
  return (
    <Section title="签到">
      <Card>
        <Box className="stack stack-3">
          <Scanner
            word="扫会场的签到码"
            hint="也可以请会场的工作人员帮你登记。"
            busy={sign.busy}
            onRead={(qr) => void sign.run({ id, qr })}
          />
          <TextField
            label="或者输入屏幕上的 6 位数字"
            kind="number"
            value={digits}
            onInput={setDigits}
            maxLength={6}
          />
          <Button
            wide
            icon="check"
            disabled={digits.trim().length !== 6}
            onTap={() => sign.run({ id, qr: digits.trim() })}
            testId="sign-in-digits"
          >
            用数字签到
          </Button>
          {sign.error !== null && <Refusal error={sign.error} />}
        </Box>
      </Card>
    </Section>
  );
}
