import type { TestApp } from '../app.js';

/** A screen worth looking at, and who looks at it: a key of the demo's people. */
export interface Screen {
  name: string;
  /** Path and query, as a link carries it. */
  path: string;
  /** What shows that the content is there: a test id or a text. */
  ready: { id: string } | { text: string };
}

const COMMUNITY = '350602002002';

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

async function personOf(app: TestApp, key: string): Promise<number> {
  const [row] = await app.database.query<{ id: number }>('SELECT id FROM person WHERE openid = ?', [
    `demo-${key}`,
  ]);
  if (row === undefined) throw new Error(`The demo city has nobody called ${key}`);
  return row.id;
}

async function first<T>(app: TestApp, person: number, path: string): Promise<T> {
  const { items } = (await app.as(person).get(path)).body as Listed<T>;
  const [item] = items;
  if (item === undefined) throw new Error(`Nothing at ${path}`);
  return item;
}
