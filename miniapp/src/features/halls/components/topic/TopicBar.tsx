import { Box, showElement, Text } from '@/components/base';
import { Button } from '@/components/Button';
import type { IconName } from '@/components/Icon';
import { useMe } from '@/lib/me';
import { open } from '@/lib/navigate';
import { useSignedIn } from '@/lib/session';
import type { Topic, TopicAction } from '../../api/types';
import type { TopicActs } from '../../hooks/useTopicActs';
import { primaryOf, type Primary } from '../../primary';

interface Props {
  topic: Topic;
  acts: TopicActs;
  /** Opens the sheet for an opinion, an objection's place on the page, or the question to the street. */
  onSpeak: () => void;
  onReview: () => void;
}

/** What a reader can do next about a topic; null when it is nothing. */
export function usePrimary(topic: Topic): Primary {
  const signedIn = useSignedIn();
  const me = useMe().data;
  const { residency } = me ?? {};
  const verified =
    me === undefined
      ? undefined
      : residency?.status === 'approved' && residency.community.code === topic.community.code;
  return primaryOf(topic, { signedIn, verified });
}

/** The topic page's one primary action, at the thumb. */
export function TopicBar({ topic, acts, onSpeak, onReview }: Props) {
  const primary = usePrimary(topic);
  const { id } = topic;
  switch (primary.kind) {
    case 'none':
      return null;
    case 'login':
      return (
        <Button kind="primary" wide icon="person" onTap={() => open('pages-me/login')}>
          登录后参与
        </Button>
      );
    case 'residency':
      return (
        <Box className="row row-between">
          <Text className="quiet grow">认证居民才能附议和投票。</Text>
          <Button kind="primary" icon="home" onTap={() => open('pages-me/residency')}>
            登记住处
          </Button>
        </Box>
      );
    case 'voted':
      return (
        <Button wide icon="check" onTap={() => open('pages-halls/vote', { id })} testId="my-vote">
          投过了，看我的投票
        </Button>
      );
    case 'act': {
      const { word, icon } = wordOf(primary.action, topic);
      const go: Record<TopicAction, () => void | Promise<unknown>> = {
        vote: () => open('pages-halls/vote', { id }),
        edit: () => open('pages-halls/write', { id }),
        submit: () => open('pages-halls/write', { id }),
        endorse: () => acts.endorse.run({ id, textNo: topic.text.no }),
        unendorse: () => acts.unendorse.run({ id }),
        answer_merge: () => open('pages-halls/merges'),
        confirm_minutes: () => open('pages-halls/meeting', { topic: id, show: 'minutes' }),
        sign_in: () => open('pages-halls/meeting', { topic: id }),
        speak: onSpeak,
        react: () => open('pages-halls/opinions', { id }),
        object: () => showElement('objections'),
        rate: () => showElement('follow-ups'),
        review: onReview,
        withdraw: () => undefined,
        report: () => undefined,
      };
      return (
        <Button
          kind="primary"
          wide
          icon={icon}
          busy={acts.endorse.busy}
          onTap={go[primary.action]}
          testId={`topic-${primary.action}`}
        >
          {word}
        </Button>
      );
    }
  }
}

function wordOf(action: TopicAction, { status }: Topic): { word: string; icon: IconName } {
  switch (action) {
    case 'vote':
      return { word: '去投票', icon: 'vote' };
    case 'edit':
    case 'submit':
      return status === 'returned' ? { word: '去补正', icon: 'edit' } : { word: '接着写', icon: 'edit' };
    case 'endorse':
      return { word: '我附议', icon: 'people' };
    case 'answer_merge':
      return { word: '同不同意合并', icon: 'share' };
    case 'confirm_minutes':
      return { word: '确认协商纪要', icon: 'check' };
    case 'sign_in':
      return { word: '会议签到', icon: 'scan' };
    case 'object':
      return { word: '看公示和异议', icon: 'eye' };
    case 'rate':
      return { word: '评价办得怎么样', icon: 'star' };
    case 'review':
      return { word: '请街道复核', icon: 'flag' };
    default:
      return { word: '说说我的看法', icon: 'talk' };
  }
}
