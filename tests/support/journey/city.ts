import path from 'node:path';
import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { buildDivision, buildPerson, buildResidency, grantRole } from '../../builders/people.js';
import { buildCentre, buildVenue, COMMUNITY, OTHER_STREET_COMMUNITY } from '../../builders/venues.js';
import { createApp, type TestApp } from '../app.js';
import { TestClock } from '../clock.js';
import type { Driver } from './driver.js';

/** Where the built H5 client lies. */
export const H5_DIR = path.join(__dirname, '../../../miniapp/dist/h5');

/** The Monday morning every journey begins on: 09:05 in Shanghai. */
export const START = '2026-11-23T01:05:00Z';
export const TODAY = '2026-11-23';

/** A small city with everything the journeys need, and the people in it by key (as the demo names them). */
export interface JourneyCity {
  app: TestApp;
  people: Record<'verified' | 'resident' | 'coordinator' | 'venue-manager' | 'neighbour-manager', number>;
  /** 棋牌室: at once, for anyone. 多功能厅: after approval. */
  room: number;
  hall: number;
  centre: number;
  /** Public ids, as addresses carry them. */
  ids: { room: string; hall: string; centre: string };
  /** Moves the clock of the BFF and of every phone given. */
  setTime(instant: string | Date, ...phones: Driver[]): Promise<void>;
  /** Moves all clocks on by so many minutes. */
  later(minutes: number, ...phones: Driver[]): Promise<void>;
  close(): Promise<void>;
}

/** Starts a BFF that serves the built H5 client, and builds the city. */
export async function buildJourneyCity(): Promise<JourneyCity> {
  const clock = new TestClock(new Date(START));
  const app = await createApp({ clock, config: { demoMode: true, h5Dir: H5_DIR } });
  const sql = app.database;
  await buildDivision(sql, COMMUNITY.slice(0, 9), '西桥街道');
  await buildDivision(sql, COMMUNITY, '延安社区');
  await buildDivision(sql, OTHER_STREET_COMMUNITY.slice(0, 9), '新桥街道');
  await buildDivision(sql, OTHER_STREET_COMMUNITY, '元光社区');
  const person = (key: string, nickname: string): Promise<number> =>
    buildPerson(sql, { openid: `demo-${key}`, nickname });
  const people = {
    verified: await person('verified', '林阿姨'),
    resident: await person('resident', '小陈'),
    coordinator: await person('coordinator', '小蔡'),
    'venue-manager': await person('venue-manager', '小吴'),
    'neighbour-manager': await person('neighbour-manager', '小郭'),
  };
  await buildResidency(sql, people.verified, COMMUNITY, { building: '文昌苑2栋', room: '301' });
  await buildResidency(sql, people.resident, COMMUNITY, { building: '文昌苑3栋', room: '502' });
  await grantRole(sql, people['venue-manager'], 'venue_manager', COMMUNITY);
  await grantRole(sql, people['neighbour-manager'], 'venue_manager', OTHER_STREET_COMMUNITY);
  const centre = await buildCentre(sql, { name: '延安社区党群服务中心', tags: ['夜间开放', '无障碍'] });
  const other = await buildCentre(sql, {
    divisionCode: OTHER_STREET_COMMUNITY,
    name: '元光社区党群服务中心',
  });
  const room = await buildVenue(sql, { centreId: centre, name: '棋牌室', capacity: 20 });
  const hall = await buildVenue(sql, {
    centreId: centre,
    name: '多功能厅',
    capacity: 60,
    policy: { approval: true },
  });
  await buildVenue(sql, { centreId: other, divisionCode: OTHER_STREET_COMMUNITY, name: '阅览室' });

  const setTime = async (instant: string | Date, ...phones: Driver[]): Promise<void> => {
    clock.set(instant);
    for (const phone of phones) await phone.setTime(new Date(instant));
  };
  return {
    app,
    people,
    room,
    hall,
    centre,
    ids: { room: encodeId('venue', room), hall: encodeId('venue', hall), centre: encodeId('centre', centre) },
    setTime,
    later: (minutes, ...phones) => setTime(new Date(clock.now().getTime() + minutes * 60_000), ...phones),
    close: () => app.close(),
  };
}
