import type { NoticePage, NoticeText } from './notice-texts.js';
import type { Words } from './volunteering-texts.js';

/** Facts about a topic that a notice needs; instants are ISO UTC. */
export interface TopicFacts {
  topicId: number;
  topicTitle: string;
  /** Why, where the act has a reason. */
  reason?: string;
}

/** What each kind of notice about 议事厅 carries. */
export interface HallPayloads {
  topic_taken_up: TopicFacts;
  topic_returned: TopicFacts;
  topic_declined: TopicFacts;
  topic_reviewed: TopicFacts & { upheld: boolean };
  topic_classified: TopicFacts & { trackWord: string };
  topic_answered: TopicFacts;
  topic_endorsing: TopicFacts & { threshold: number; until: string };
  topic_endorsed: TopicFacts & { threshold: number };
  topic_announced: TopicFacts & { deliberatesFrom: string };
  topic_deliberating: TopicFacts & { until: string };
  topic_finalised: TopicFacts;
  topic_voting: TopicFacts & { until: string };
  topic_extended: TopicFacts & { until: string };
  topic_publicised: TopicFacts & { until: string };
  topic_effective: TopicFacts;
  topic_started: TopicFacts;
  topic_failed: TopicFacts;
  topic_merged: TopicFacts & { targetTitle: string };
  topic_lapsed: TopicFacts;
  topic_suspended: TopicFacts;
  topic_resumed: TopicFacts;
  topic_evaluated: TopicFacts;
  topic_archived: TopicFacts;
  topic_late: TopicFacts & { duty: string; divisionName: string; dueAt: string };
  merge_asked: TopicFacts & { targetTitle: string };
  text_released: TopicFacts;
  text_hidden: TopicFacts;
  appeal_decided: TopicFacts & { upheld: boolean };
  meeting_called: TopicFacts & { startsAt: string; endsAt: string; place: string };
  meeting_cancelled: TopicFacts & { startsAt: string; endsAt: string };
  minutes_sent: TopicFacts & { until: string };
  topic_objection_answered: TopicFacts & { upheld: boolean };
  follow_up_done: TopicFacts & { followUpTitle: string };
  follow_up_dropped: TopicFacts & { followUpTitle: string };
  follow_up_late: TopicFacts & { followUpTitle: string; responsible: string; dueOn: string };
}

/** Letters of a reason that a notice carries. */
const SHORT = 150;

type Writers = { [K in keyof HallPayloads]: (payload: HallPayloads[K], now: Date) => NoticeText };

/** The words of every notice about 议事厅. */
export function hallWriters({ run, day, because: becauseOf, startOf }: Words): Writers {
  const topic =
    <F extends TopicFacts>(title: string, body: (facts: F, now: Date) => string) =>
    (facts: F, now: Date): NoticeText => ({
      title,
      body: body(facts, now),
      link: { page: 'topic' satisfies NoticePage, id: facts.topicId },
    });
  // Whoever answers writes up to a page; the notice leads to it.
  const short = (words: string): string => {
    const letters = [...words];
    return letters.length <= SHORT ? words : `${letters.slice(0, SHORT).join('')}……`;
  };
  /** A reason may be half a sentence or several. */
  const open = (words: string): string => short(words).replace(/。+$/, '');
  const because = ({ reason }: TopicFacts): string =>
    becauseOf(reason === undefined ? {} : { reason: open(reason) });
  /** “电动车充电棚建在哪？” */
  const named = (facts: TopicFacts): string => `“${facts.topicTitle}”`;
  const until = (instant: string, now: Date): string => day(new Date(instant), now);

  return {
    topic_taken_up: topic('议题受理了', (t) => `你提的${named(t)}已经受理，接下来会定下怎么议。`),
    topic_returned: topic('议题要补正', (t) => `你提的${named(t)}需要补充。${because(t)}改好可以再提交。`),
    topic_declined: topic(
      '议题没有立项',
      (t) => `你提的${named(t)}没有立项。${because(t)}不同意可以申请街道复核。`,
    ),
    topic_reviewed: topic<TopicFacts & { upheld: boolean }>('复核有结果了', (t) =>
      t.upheld ? `${named(t)}维持原来的决定。${because(t)}` : `${named(t)}重新受理了。${because(t)}`,
    ),
    topic_classified: topic<TopicFacts & { trackWord: string }>(
      '议题定了怎么议',
      (t) => `你提的${named(t)}按${t.trackWord}办理。`,
    ),
    topic_answered: topic('即时议有答复了', (t) => `${named(t)}已经答复，可以查看办理情况。`),
    topic_endorsing: topic<TopicFacts & { threshold: number; until: string }>(
      '开始征集附议',
      (t, now) => `${named(t)}到 ${until(t.until, now)} 有 ${t.threshold} 人附议就进入协商。`,
    ),
    topic_endorsed: topic<TopicFacts & { threshold: number }>(
      '附议人数够了',
      (t) => `${named(t)}已经有 ${t.threshold} 人附议，社区会公告名册和规则。`,
    ),
    topic_announced: topic<TopicFacts & { deliberatesFrom: string }>(
      '议题公告了',
      (t, now) => `${named(t)}的名册和规则已经定下，${until(t.deliberatesFrom, now)} 开始协商。`,
    ),
    topic_deliberating: topic<TopicFacts & { until: string }>(
      '开始协商',
      (t, now) => `${named(t)}开始协商，到 ${until(t.until, now)}。说说你的看法。`,
    ),
    topic_finalised: topic('议题定稿了', (t) => `${named(t)}的文字已经定稿，不再改动。`),
    topic_voting: topic<TopicFacts & { until: string }>(
      '开始投票',
      (t, now) => `${named(t)}开始投票，到 ${until(t.until, now)}。你在名册里，可以投票。`,
    ),
    topic_extended: topic<TopicFacts & { until: string }>(
      '投票延长了',
      (t, now) => `${named(t)}参与还不够，投票延长到 ${until(t.until, now)}。`,
    ),
    topic_publicised: topic<TopicFacts & { until: string }>(
      '结果公示',
      (t, now) => `${named(t)}的结果公示到 ${until(t.until, now)}，有异议可以提。`,
    ),
    topic_effective: topic('决议生效', (t) => `${named(t)}公示期满，已经生效，接下来落实。`),
    topic_started: topic('开始落实', (t) => `${named(t)}开始落实，办到哪一步可以查看。`),
    topic_merged: topic<TopicFacts & { targetTitle: string }>(
      '议题合并了',
      (t) => `你提的${named(t)}合并到“${t.targetTitle}”，大家一起议。${because(t)}`,
    ),
    topic_lapsed: topic('议题没有补正', (t) => `你提的${named(t)}没有按期补正，已经撤回。想好了可以再提。`),
    topic_failed: topic('议题没有通过', (t) => `${named(t)}没有通过。${because(t)}`),
    topic_suspended: topic('议题中止', (t) => `${named(t)}中止了。${because(t)}`),
    topic_resumed: topic('议题恢复', (t) => `${named(t)}恢复了。${because(t)}`),
    topic_evaluated: topic('请你评价', (t) => `${named(t)}已经办结，办得怎么样，请你评一评。`),
    topic_archived: topic('议题归档了', (t) => `${named(t)}已经归档，存证随时可以查看。`),
    topic_late: topic<TopicFacts & { duty: string; divisionName: string; dueAt: string }>(
      '议题办理超期',
      (t, now) => `${t.divisionName}${named(t)}的“${t.duty}”应在 ${until(t.dueAt, now)} 前办好，已经超期。`,
    ),
    merge_asked: topic<TopicFacts & { targetTitle: string }>(
      '你的附议转不转',
      (t) => `${named(t)}合并到“${t.targetTitle}”。同意的话，你的附议一起转过去。`,
    ),
    text_released: topic('你的文字已经显示', (t) => `你在${named(t)}里写的，查看后已经显示出来。`),
    text_hidden: topic(
      '你的文字被隐藏',
      (t) => `你在${named(t)}里写的被隐藏了。${because(t)}不同意可以申诉。`,
    ),
    appeal_decided: topic<TopicFacts & { upheld: boolean }>('申诉有结果了', (t) =>
      t.upheld ? `${named(t)}里的文字恢复显示。${because(t)}` : `${named(t)}里的文字维持隐藏。${because(t)}`,
    ),
    meeting_called: topic<TopicFacts & { startsAt: string; endsAt: string; place: string }>(
      '邀请你来开会',
      (t, now) => `${run(t, now)} 在${t.place}当面商量${named(t)}。`,
    ),
    meeting_cancelled: topic<TopicFacts & { startsAt: string; endsAt: string }>(
      '会议取消了',
      (t, now) => `${run(t, now)} 商量${named(t)}的会取消了。${because(t)}`,
    ),
    minutes_sent: topic<TopicFacts & { until: string }>(
      '请确认纪要',
      (t, now) => `你参加了${named(t)}的会，请在 ${until(t.until, now)} 前看看纪要写得对不对。`,
    ),
    topic_objection_answered: topic<TopicFacts & { upheld: boolean }>(
      '异议有答复了',
      (t) =>
        `你对${named(t)}的异议${t.upheld ? '成立' : '没有采纳'}。${t.reason ? `${open(t.reason)}。` : ''}`,
    ),
    follow_up_done: topic<TopicFacts & { followUpTitle: string }>(
      '承诺办结了',
      (t) => `${named(t)}的“${t.followUpTitle}”办结了，请你评一评。`,
    ),
    follow_up_dropped: topic<TopicFacts & { followUpTitle: string }>(
      '承诺没有办成',
      (t) => `${named(t)}的“${t.followUpTitle}”办不了。${because(t)}`,
    ),
    follow_up_late: topic<TopicFacts & { followUpTitle: string; responsible: string; dueOn: string }>(
      '督办逾期',
      (t, now) =>
        `${named(t)}的“${t.followUpTitle}”应在 ${day(startOf(t.dueOn), now)} 前由${t.responsible}办好，已经逾期。`,
    ),
  };
}
