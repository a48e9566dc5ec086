import {
  DEEP_START_WORKING_DAYS,
  INSTANT_ANSWER_HOURS,
  TOPIC_BODY_MAX,
  TOPIC_TITLE_MAX,
  TOPIC_TRACK_WORDS,
  type TopicTrack,
} from '@jiefang/shared/topics';
import { Box, Tap, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Field, TextField } from '@/components/Field';
import { Icon } from '@/components/Icon';
import { Notice } from '@/components/Notice';
import { Refusal } from '@/components/Refusal';
import type { Writing } from '../../hooks/useWriting';
import './write.scss';

const TRACKS: { value: TopicTrack; what: string }[] = [
  {
    value: 'instant',
    what: `小事、急事，一个部门就能办。社区 ${INSTANT_ANSWER_HOURS} 小时内答复，如楼道灯坏了、井盖松了。`,
  },
  {
    value: 'deep',
    what: `要大家一起商量的事。先附议，再协商、表决，${DEEP_START_WORKING_DAYS} 个工作日内开始，如建充电棚、装电梯。`,
  },
];

/** Title, text and track. Every word is kept on the phone as it is typed. */
export function WriteView({ writing }: { writing: Writing }) {
  const { draft, faults, error, topic, savedAt } = writing;
  const { title, body, track } = draft.value;
  return (
    <Box className="stack stack-6">
      {topic?.status === 'returned' && (
        <Notice tone="wait" icon="edit" testId="return-reason">
          <Text className="strong block">社区请你补正</Text>
          <Text className="block pre">{topic.statusReason ?? '请再说清楚一些。'}</Text>
        </Notice>
      )}
      {writing.revises && (
        <Notice tone="wait" icon="info">
          改了就是新的一版，以前的版本都留着。附议跟着版本走，改过以后要重新附议。
        </Notice>
      )}
      {draft.restored && savedAt === null && <Notice icon="edit">上次没写完的还在，可以接着写。</Notice>}
      {savedAt !== null && (
        <Notice tone="good" testId="draft-saved">
          草稿存好了，换个手机也能接着写。
        </Notice>
      )}
      <TextField
        label="标题"
        value={title}
        onInput={(next) => draft.change({ title: next })}
        maxLength={TOPIC_TITLE_MAX}
        placeholder="如：电动车充电棚建在哪？"
        hint="一句话说清是什么事"
        error={faults.title}
      />
      <Box className="write-body">
        <TextField
          label="说清楚这件事"
          multiline
          value={body}
          onInput={(next) => draft.change({ body: next })}
          maxLength={TOPIC_BODY_MAX}
          placeholder="现在是什么情况，影响了谁，你建议怎么办"
          hint={`${[...body].length} / ${TOPIC_BODY_MAX} 字。不要写别人的姓名、电话和门牌。`}
          error={faults.body}
        />
      </Box>
      {topic === null && (
        <Field label="怎么办理">
          <Box className="stack stack-2" spoken={{ role: 'radiogroup', label: '怎么办理' }}>
            {TRACKS.map(({ value, what }) => (
              <Tap
                key={value}
                className={`track ${value === track ? 'track-on' : ''}`}
                onTap={() => draft.change({ track: value })}
                spoken={{
                  role: 'radio',
                  checked: value === track,
                  label: `${TOPIC_TRACK_WORDS[value]}，${what}`,
                }}
                testId={`track-${value}`}
              >
                <Box className="track-mark">{value === track && <Icon name="check" />}</Box>
                <Box className="grow">
                  <Text className="strong block">{TOPIC_TRACK_WORDS[value]}</Text>
                  <Text className="t13 quiet block">{what}</Text>
                </Box>
              </Tap>
            ))}
          </Box>
          <Text className="t13 quiet">这是你的建议，最后由社区来定，定成什么会告诉你。</Text>
        </Field>
      )}
      {error !== null && <Refusal error={error} />}
      {!writing.revises && (
        <Button wide icon="edit" busy={writing.busy} onTap={writing.save} testId="save-draft">
          存草稿
        </Button>
      )}
    </Box>
  );
}
