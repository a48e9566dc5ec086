import { useState } from 'react';
import { Box, Tap, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { TextField } from '@/components/Field';
import { Icon } from '@/components/Icon';
import { Notice } from '@/components/Notice';
import { Refusal } from '@/components/Refusal';
import { Tag } from '@/components/Tag';
import { open } from '@/lib/navigate';
import { dueBy } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { useMeetings, useSpeechPlaces } from '../../api/meetings';
import { confirmMinutes, topicChanged } from '../../api/topic';
import type { Cite, Minutes, Sentence } from '../../api/types';
import { VersionsSheet } from '../opinions/VersionsSheet';
import './meeting.scss';

/** What was agreed and what was not, each sentence with who said it; those who were there confirm it. */
export function MinutesView({ topicId, minutes }: { topicId: string; minutes: Minutes }) {
  const { sentences, minority, status, confirmUntil, confirmations, mine } = minutes;
  return (
    <Section title="协商纪要">
      {status === 'confirming' && confirmUntil !== null && Date.parse(confirmUntil) > Date.now() && (
        <Notice icon="clock">{`到会的人正在确认，到 ${dueBy(confirmUntil)} 为止。`}</Notice>
      )}
      <Card testId="minutes-text">
        <Box className="stack stack-3">
          <Sentences topicId={topicId} sentences={sentences} />
          {minority.length > 0 && (
            <>
              <Box className="rule" />
              <Text className="strong block">少数人的意见</Text>
              <Sentences topicId={topicId} sentences={minority} />
            </>
          )}
        </Box>
      </Card>
      {mine === 'waiting' && <Confirm topicId={topicId} minutes={minutes} />}
      {mine === 'answered' && <Notice tone="good">你答复过了，记在存证里。</Notice>}
      {confirmations.length > 0 && (
        <Card>
          <Box className="stack stack-2">
            <Text className="strong block">到会的人怎么说</Text>
            {confirmations.map(({ attendeeId, name, agrees, comment, method }) => (
              <Box key={attendeeId} className="stack stack-1">
                <Box className="row row-between">
                  <Text>{name}</Text>
                  {agrees === null ? (
                    <Tag>未答复</Tag>
                  ) : (
                    <Tag tone={agrees ? 'good' : 'wait'} icon={agrees ? 'check' : 'edit'}>
                      {`${agrees ? '属实' : '有不同意见'}${method === 'paper' ? '（纸面）' : ''}`}
                    </Tag>
                  )}
                </Box>
                {comment !== null && <Text className="quiet block pre">{comment}</Text>}
              </Box>
            ))}
          </Box>
        </Card>
      )}
    </Section>
  );
}

function Sentences({ topicId, sentences }: { topicId: string; sentences: readonly Sentence[] }) {
  const meetings = useMeetings(topicId, true).data?.items ?? [];
  const places = useSpeechPlaces(meetings);
  const [opinion, setOpinion] = useState<Cite | null>(null);
  const jump = (cite: Cite): void => {
    const meeting = places.get(cite.id);
    if (cite.kind === 'opinion') setOpinion(cite);
    else if (meeting !== undefined) open('pages-halls/meeting', { id: meeting, speech: cite.id });
  };
  return (
    <>
      {sentences.map(({ text, cites }, no) => (
        <Box key={`${no}`} className="stack stack-1">
          <Text className="block">{text}</Text>
          {cites.length > 0 && (
            <Box className="row row-wrap">
              {cites.map((cite) => (
                <Tap
                  key={`${cite.kind}${cite.id}`}
                  className="cite"
                  onTap={() => jump(cite)}
                  spoken={{ label: `出处：${cite.label}，点开看原话` }}
                  testId="cite"
                >
                  <Icon name="talk" />
                  <Text>{cite.label}</Text>
                </Tap>
              ))}
            </Box>
          )}
        </Box>
      ))}
      {opinion !== null && (
        <VersionsSheet id={opinion.id} title={opinion.label} onClose={() => setOpinion(null)} />
      )}
    </>
  );
}

const COMMENT_MAX = 300;

/** Says that it is true, or what was different. Silence is no consent. */
function Confirm({ topicId, minutes }: { topicId: string; minutes: Minutes }) {
  const [disagrees, setDisagrees] = useState(false);
  const [comment, setComment] = useState('');
  const confirm = useAction(confirmMinutes, topicChanged);
  const answer = (agrees: boolean): Promise<unknown> => {
    const words = comment.trim();
    return confirm.run({
      id: topicId,
      no: minutes.no,
      agrees,
      ...(words === '' ? {} : { comment: words }),
    });
  };
  return (
    <Card testId="confirm-minutes">
      <Box className="stack stack-3">
        <Text className="strong block">你在会上，写得对不对？</Text>
        <Text className="t13 quiet block">没有答复会记成「未答复」，不会当作同意。</Text>
        {disagrees && (
          <TextField
            label="哪里不一样"
            multiline
            value={comment}
            onInput={setComment}
            maxLength={COMMENT_MAX}
            placeholder="如：我说的是先试一个月，不是直接建"
          />
        )}
        {confirm.error !== null && <Refusal error={confirm.error} />}
        {disagrees ? (
          <Button
            kind="primary"
            wide
            icon="edit"
            disabled={comment.trim() === ''}
            onTap={() => answer(false)}
            testId="send-disagreement"
          >
            交上不同意见
          </Button>
        ) : (
          <>
            <Button kind="primary" wide icon="check" onTap={() => answer(true)} testId="minutes-true">
              属实
            </Button>
            <Button wide icon="edit" onTap={() => setDisagrees(true)} testId="minutes-differ">
              有不同意见
            </Button>
          </>
        )}
      </Box>
    </Card>
  );
}
