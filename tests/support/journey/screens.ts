import type { TestApp } from '../app.js';

/** A screen worth looking at, and who looks at it: a key of the demo's people. */
export interface Screen {
  name: string;
  /** Path and query, as a link carries it. */
  path: string;
  /** What shows that the content is there: a test id or a text. */
  ready: { id: string } | { text: string };
}

export const COMMUNITY = '350602002002';

interface Listed<T> {
  items: T[];
}

/** The screens of a resident (key `verified`) in the demo city. */
export async function residentScreens(app: TestApp): Promise<Screen[]> {
  const lin = await personOf(app, 'verified');
  const booking = await first<{ id: string }>(app, lin, '/me/bookings?scope=upcoming');
  const centre = await first<{ id: string }>(app, lin, `/centres?community=${COMMUNITY}`);
  const venues = (await app.as(lin).get(`/centres/${centre.id}`)).body as { venues: { id: string }[] };
  const venue = venues.venues[0]?.id ?? '';
  return [
    { name: 'home', path: 'pages/home/index', ready: { id: 'venue-tile' } },
    { name: 'venues', path: 'pages/venues/index', ready: { id: 'centre-tile' } },
    { name: 'centre', path: `pages-venues/centre/index?id=${centre.id}`, ready: { text: '怎么来' } },
    {
      name: 'venue',
      path: `pages-venues/venue/index?id=${venue}&date=2026-11-25`,
      ready: { id: 'unit-840' },
    },
    { name: 'booking', path: `pages-venues/booking/index?id=${booking.id}`, ready: { text: '进度' } },
    { name: 'me', path: 'pages/me/index', ready: { id: 'my-bookings' } },
    { name: 'bookings', path: 'pages-me/bookings/index', ready: { id: 'booking-tile' } },
    { name: 'inbox', path: 'pages-me/inbox/index', ready: { id: 'notice' } },
    { name: 'waitlist', path: 'pages-me/waitlist/index', ready: { text: '候补' } },
    { name: 'residency', path: 'pages-me/residency/index', ready: { text: '住处' } },
    { name: 'phone', path: 'pages-me/phone/index', ready: { text: '手机号' } },
    { name: 'settings', path: 'pages-me/settings/index', ready: { id: 'log-out' } },
  ];
}

/** The screens of a member of staff (key `administrator`) in the demo city. */
export async function staffScreens(app: TestApp): Promise<Screen[]> {
  const zheng = await personOf(app, 'administrator');
  const centre = await first<{ id: string }>(app, zheng, `/centres?community=${COMMUNITY}`);
  return [
    { name: 'workbench', path: 'pages-staff/workbench/index', ready: { id: 'entry-board' } },
    { name: 'board', path: `pages-staff/board/index?id=${centre.id}`, ready: { text: '合唱' } },
    { name: 'approvals', path: 'pages-staff/approvals/index', ready: { text: '通过' } },
    { name: 'closures', path: 'pages-staff/closures/index', ready: { text: '新的闭馆' } },
    { name: 'places', path: 'pages-staff/venues/index', ready: { text: '新建场地' } },
    { name: 'centre', path: 'pages-staff/centre-edit/index', ready: { text: '每天都照周一' } },
    { name: 'desk', path: 'pages-staff/desk-booking/index', ready: { text: '为谁约' } },
    { name: 'residencies', path: 'pages-staff/residencies/index', ready: { text: '登记人' } },
    { name: 'appeals', path: 'pages-staff/appeals/index', ready: { text: '依据的预约' } },
    { name: 'roles', path: 'pages-staff/roles/index', ready: { text: '安排岗位' } },
    { name: 'audit', path: 'pages-staff/audit/index', ready: { text: '办理签到' } },
    { name: 'checkin', path: `pages-staff/checkin/index?id=${centre.id}`, ready: { id: 'key-0' } },
  ];
}

/** The screens of somebody who is no volunteer yet. */
export function newcomerScreens(): Screen[] {
  return [
    { name: 'volunteer tab', path: 'pages/volunteer/index', ready: { id: 'join' } },
    { name: 'join', path: 'pages-volunteer/join/index', ready: { id: 'send-join' } },
  ];
}

/** The screens of a volunteer (key `verified`) in the demo city. */
export async function volunteerScreens(app: TestApp): Promise<Screen[]> {
  const lin = await personOf(app, 'verified');
  const page = (name: string, ready: Screen['ready'], query = '', title = name): Screen => ({
    name: title,
    path: `pages-volunteer/${name}/index${query}`,
    ready,
  });
  const { items: shifts } = (await app.as(lin).get(`/tasks?community=${COMMUNITY}&limit=50`)).body as Listed<{
    shiftId: string;
    task: { id: string; kind: string };
  }>;
  const routed = shifts.find(({ task }) => task.kind === 'patrol');
  const claim = await first<{ id: string }>(app, lin, '/me/claims?scope=upcoming');
  const { items: past } = (await app.as(lin).get('/me/claims?scope=past')).body as Listed<{ id: string }>;
  const walked = await firstOf(past, async ({ id }) => {
    const { body } = await app.as(lin).get(`/claims/${id}`);
    return (body as { patrolId: string | null }).patrolId !== null;
  });
  const hours = await first<{ id: string }>(app, lin, '/me/hours?year=2026');
  const certificate = await first<{ id: string; checkPath: string }>(app, lin, '/me/certificates');
  return [
    { name: 'volunteer tab', path: 'pages/volunteer/index', ready: { id: 'shift-tile' } },
    page('task', { text: '谁能来' }, `?id=${routed?.task.id ?? ''}&shift=${routed?.shiftId ?? ''}`),
    page('join', { id: 'joined' }),
    page('profile', { text: '志愿者编号' }),
    page('claims', { id: 'claim-tile' }),
    page('claims', { text: '候补' }, '?show=waits', 'waits'),
    page('claim', { text: '进度' }, `?id=${claim.id}`),
    page('patrol', { id: 'patrol-summary' }, `?claim=${walked.id}`),
    page('hours', { id: 'hours-row' }),
    page('hours-item', { text: '来龙去脉' }, `?id=${hours.id}`),
    page('publication', { id: 'published' }),
    page('certificates', { id: 'certificate-tile' }),
    page('certificate', { id: 'certificate-code' }, `?id=${certificate.id}`),
    page('check', { id: 'verdict' }, certificate.checkPath.replace(/^[^?]*/, '')),
    page('consents', { id: 'consent-track' }),
  ];
}

/** The screens of a volunteer coordinator (key `coordinator`) in the demo city. */
export async function coordinatorScreens(app: TestApp): Promise<Screen[]> {
  const cai = await personOf(app, 'coordinator');
  const page = (name: string, ready: Screen['ready'], query = '', title = name): Screen => ({
    name: title,
    path: `pages-coordinator/${name}/index${query}`,
    ready,
  });
  const { items: tasks } = (await app.as(cai).get(`/staff/divisions/${COMMUNITY}/tasks?status=published`))
    .body as Listed<{ id: string; route: object | null; shifts: { id: string; claimed: number }[] }>;
  const routed = tasks.find(({ route, shifts }) => route !== null && shifts.some((one) => one.claimed > 0));
  const shift = routed?.shifts.find((one) => one.claimed > 0);
  if (routed === undefined || shift === undefined) throw new Error('The demo city has no claimed patrol');
  const { items: waiting } = (await app.as(cai).get(`/staff/divisions/${COMMUNITY}/submissions`))
    .body as Listed<{
    id: string;
    evidence: { patrolId: string } | null;
  }>;
  const walked = waiting.find(({ evidence }) => evidence !== null);
  return [
    { name: 'workbench', path: 'pages-staff/workbench/index', ready: { id: 'todo-submissions' } },
    page('tasks', { id: 'task-card' }),
    page('task', { id: 'shift-people' }, `?id=${routed.id}`),
    page('task-edit', { id: 'save-task' }, '', 'new task'),
    page('task-edit', { id: 'route-field' }, `?id=${routed.id}`),
    page('shift', { text: '名单' }, `?id=${shift.id}`),
    page('code', { id: 'manual-code' }, `?shift=${shift.id}&task=${routed.id}`),
    page('submissions', { text: '等了' }),
    page('submission', { id: 'evidence' }, `?id=${walked?.id ?? ''}`),
    page('live', { text: '没有人在巡防' }),
    page('replay', { id: 'player' }, `?id=${walked?.evidence?.patrolId ?? ''}`),
    page('volunteers', { text: '编号' }),
    page('hours', { text: '服务日期' }, '', 'ledger'),
    page('hours', { text: '异议' }, '?tab=objections', 'objections'),
    page('hours', { id: 'statement-xlsx' }, '?tab=statement', 'statement'),
    page('hours', { text: '星' }, '?tab=stars', 'stars'),
    page('certificates', { id: 'issue' }),
  ];
}

/** The first one that a question is true of. */
async function firstOf<T>(items: readonly T[], question: (item: T) => Promise<boolean>): Promise<T> {
  for (const item of items) if (await question(item)) return item;
  throw new Error('Nothing of that kind in the demo city');
}

export async function personOf(app: TestApp, key: string): Promise<number> {
  const [row] = await app.database.query<{ id: number }>('SELECT id FROM person WHERE openid = ?', [
    `demo-${key}`,
  ]);
  if (row === undefined) throw new Error(`The demo city has nobody called ${key}`);
  return row.id;
}

export async function first<T>(app: TestApp, person: number, path: string): Promise<T> {
  const { items } = (await app.as(person).get(path)).body as Listed<T>;
  const [item] = items;
  if (item === undefined) throw new Error(`Nothing at ${path}`);
  return item;
}
