import { encodeId } from '@jiefang/bff/common/ids/public-id';
import type { TopicStatus } from '@jiefang/shared/topics';
import type { TestApp } from '../app.js';
import { COMMUNITY, first, personOf, type Screen } from './screens.js';

/** Topics of the demo city on the path, as residents see them. */
const STAGES: TopicStatus[] = [
  'endorsing',
  'announced',
  'deliberating',
  'finalised',
  'voting',
  'publicised',
  'effective',
  'implementing',
  'evaluated',
  'failed',
  'declined',
];

const page = (root: string, name: string, ready: Screen['ready'], query = '', title = name): Screen => ({
  name: title,
  path: `${root}/${name}/index${query}`,
  ready,
});

/** The screens of a hall for a resident (key `verified`) in the demo city. */
export async function hallScreens(app: TestApp): Promise<Screen[]> {
  const lin = await personOf(app, 'verified');
  const at = (name: string, ready: Screen['ready'], query = '', title = name): Screen =>
    page('pages-halls', name, ready, query, title);
  const talked = await topicWith(app, 'meeting');
  const minuted = await topicWith(app, 'minutes');
  const meeting = await first<{ id: string }>(app, lin, `/topics/${talked}/meetings`);
  const stages: Screen[] = [];
  for (const status of STAGES) {
    const id = await topicAt(app, status);
    if (id !== null) stages.push(at('topic', { id: 'record' }, `?id=${id}`, `topic ${status}`));
  }
  const ballots = await unvoted(app, lin);
  return [
    { name: 'halls tab', path: 'pages/halls/index', ready: { id: 'topic-tile' } },
    ...stages,
    at('write', { id: 'submit-topic' }, `?community=${COMMUNITY}`),
    at('opinions', { id: 'opinion' }, `?id=${talked}`),
    at('vote', { id: 'ballot' }, `?id=${ballots}`),
    at('roll', { text: '各楼' }, `?id=${ballots}`),
    at('meeting', { text: '议程' }, `?id=${meeting.id}`),
    at('meeting', { id: 'minutes-text' }, `?topic=${minuted}&show=minutes`, 'minutes'),
    at('record', { id: 'verify' }, `?id=${talked}`),
    at('verify', { id: 'verify-now' }, `?id=${talked}`),
    at('promises', { id: 'follow-up' }, `?community=${COMMUNITY}`),
    at('mine', { text: '我的发言' }),
    at('mine', { text: '我的发言' }, '?show=opinions', 'my opinions'),
    at('appeals', { text: '不服可以申诉' }),
    at('merges', { text: '合并' }),
  ];
}

/** The screens of a hall's desk for a moderator (key `moderator`) in the demo city. */
export async function hallDeskScreens(app: TestApp): Promise<Screen[]> {
  const luo = await personOf(app, 'moderator');
  const at = (name: string, ready: Screen['ready'], query = '', title = name): Screen =>
    page('pages-hall-desk', name, ready, query, title);
  const waiting = await first<{ id: string }>(app, luo, `/staff/divisions/${COMMUNITY}/topics?queue=review`);
  const oneCase = await first<{ id: string }>(app, luo, `/staff/divisions/${COMMUNITY}/cases?queue=open`);
  const talked = await topicWith(app, 'meeting');
  const minuted = await topicWith(app, 'minutes');
  const meeting = await first<{ id: string }>(app, luo, `/topics/${talked}/meetings`);
  const endorsing = (await topicAt(app, 'endorsing')) ?? '';
  const voting = (await topicAt(app, 'voting')) ?? '';
  const counted = (await topicAt(app, 'publicised')) ?? '';
  const promised = await topicWith(app, 'follow_up');
  return [
    { name: 'workbench', path: 'pages-staff/workbench/index', ready: { id: 'todo-topics' } },
    at('topics', { text: '待受理' }, `?code=${COMMUNITY}`),
    at('topics', { text: '等了' }, `?code=${COMMUNITY}&queue=running`, 'running topics'),
    at('topic', { id: 'deeds' }, `?id=${waiting.id}`, 'waiting topic'),
    at('topic', { id: 'desk-topic' }, `?id=${voting}`, 'topic voting'),
    at('announce', { id: 'announce-step' }, `?topic=${endorsing}`),
    at('meetings', { text: '会议' }, `?topic=${talked}`),
    at('meeting', { id: 'meeting' }, `?id=${meeting.id}`),
    at('minutes', { text: '少数人的意见' }, `?topic=${minuted}`),
    at('counting', { text: '计票' }, `?code=${COMMUNITY}`, 'counting rooms'),
    at('counting', { id: 'participation' }, `?topic=${voting}`, 'room voting'),
    at('counting', { id: 'tally' }, `?topic=${counted}`, 'room counted'),
    at('objections', { text: '异议' }, `?code=${COMMUNITY}`),
    at('follow-ups', { text: '在办的' }, `?code=${COMMUNITY}`),
    at('topic-follow-ups', { text: '谁来办' }, `?topic=${promised}`),
    at('cases', { text: '待查' }, `?code=${COMMUNITY}`),
    at('case', { id: 'case-text' }, `?id=${oneCase.id}`),
    at('settings', { id: 'save-threshold' }, `?code=${COMMUNITY}`),
  ];
}

/** What only those above the community see: the desk of a street (key `administrator`) in the demo city. */
export async function streetDeskScreens(app: TestApp): Promise<Screen[]> {
  const talked = await topicWith(app, 'meeting');
  return [
    page('pages-hall-desk', 'topics', { text: '全部' }, `?code=${COMMUNITY.slice(0, 9)}&queue=all`),
    page('pages-hall-desk', 'settings', { id: 'hall-division' }, `?code=${COMMUNITY.slice(0, 9)}`),
    page('pages-hall-desk', 'erase', { id: 'erase' }, `?topic=${talked}`),
  ];
}

/** A topic of the community that stands there; null when the demo has none. */
async function topicAt(app: TestApp, status: TopicStatus): Promise<string | null> {
  const [row] = await app.database.query<{ id: number }>(
    'SELECT id FROM topic WHERE status = ? AND division_code = ? ORDER BY id DESC LIMIT 1',
    [status, COMMUNITY],
  );
  return row === undefined ? null : encodeId('topic', row.id);
}

/** The newest topic of the community that has rows in `table`. */
async function topicWith(app: TestApp, table: 'meeting' | 'minutes' | 'follow_up'): Promise<string> {
  const [row] = await app.database.query<{ id: number }>(
    `SELECT MAX(t.id) AS id FROM topic t JOIN ${table} x ON x.topic_id = t.id WHERE t.division_code = ?`,
    [COMMUNITY],
  );
  if (!row?.id) throw new Error(`No topic of the demo city has a ${table}`);
  return encodeId('topic', row.id);
}

/** A topic that is voted on, with a vote of this person's that is not cast. */
async function unvoted(app: TestApp, person: number): Promise<string> {
  const rows = await app.database.query<{ id: number }>(
    "SELECT id FROM topic WHERE status = 'voting' AND division_code = ?",
    [COMMUNITY],
  );
  for (const { id } of rows) {
    const topic = encodeId('topic', id);
    const { body } = await app.as(person).get(`/topics/${topic}/vote`);
    const { memberships } = body as { memberships: { voted: boolean }[] };
    if (memberships.some(({ voted }) => !voted)) return topic;
  }
  throw new Error('Nothing is left to vote on in the demo city');
}
