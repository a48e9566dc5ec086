import { Ticker } from '@jiefang/bff/common/clock/ticker';
import { MONDAY_MORNING } from '../builders/bookings.js';
import { createApp, type TestApp } from './app.js';

/**
 * Applications for one describe block, started before its tests and closed after them: one, or two replicas over the
 * same database, clock and WeChat. Every test begins on Monday morning, time does its work only when `runClock` lets
 * it, messages go out only when `deliver` lets them, and what a test mocked is restored. Call it first in the block; what it returns can be used inside hooks and tests.
 */
export function stage(count: 1): [TestApp];
export function stage(count: 2): [TestApp, TestApp];
export function stage(count: 1 | 2): TestApp[] {
  const apps: TestApp[] = [];
  beforeAll(async () => {
    const first = await createApp();
    apps.push(first);
    if (count === 2) apps.push(await createApp({ clock: first.clock, wechat: first.wechat }));
    for (const app of apps) await holdTime(app);
  });
  // The first one last: its WeChat is the others'.
  afterAll(async () => {
    for (const app of apps.reverse()) await app.close();
  });
  beforeEach(() => apps[0]?.clock.set(MONDAY_MORNING));
  afterEach(() => jest.restoreAllMocks());
  return Array.from({ length: count }, (_, index) => standIn(apps, index));
}

/**
 * Ends an application's own rounds, the outbox's among them: between two looks at the database nothing changes but by the
 * test itself.
 */
export function holdTime(app: TestApp): Promise<void> {
  return app.app.get(Ticker).stop();
}

/** An application that is there only once its block's hooks have run. */
function standIn(apps: readonly TestApp[], index: number): TestApp {
  const real = (): TestApp => {
    const app = apps[index];
    if (app === undefined) throw new Error('The stage is set in beforeAll: use it inside hooks and tests.');
    return app;
  };
  return {
    get app() {
      return real().app;
    },
    get url() {
      return real().url;
    },
    get database() {
      return real().database;
    },
    get clock() {
      return real().clock;
    },
    get wechat() {
      return real().wechat;
    },
    as: (personId) => real().as(personId),
    close: () => real().close(),
  };
}
