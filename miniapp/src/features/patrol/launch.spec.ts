import type * as Query from '@tanstack/react-query';
import { BLOCK_POINTS } from './recorder/patrol-log';
import { PatrolShelf } from './recorder/shelf';
import { PATROL, type FakeServer } from './recorder/testing/fake-phone';
import type { PatrolFacts, Point } from './recorder/types';

const MINE = 'phone-a-1';
const now = (): number => Date.now();

/** Storage of the phone; it outlives the app. */
const Taro = jest.requireActual<{
  default: {
    getStorageSync(key: string): unknown;
    setStorageSync(key: string, value: string): void;
    removeStorageSync(key: string): void;
  };
}>('@tarojs/taro');
const store = {
  read: (key: string): string | null => (Taro.default.getStorageSync(key) as string) || null,
  write: (key: string, text: string): boolean => (Taro.default.setStorageSync(key, text), true),
  remove: (key: string): void => Taro.default.removeStorageSync(key),
};

/** Web Locks as browsers have them, for one name. */
class Locks {
  private lose: ((why: Error) => void) | null = null;
  private readonly queue: (() => void)[] = [];

  request = (
    _name: string,
    { steal = false }: { steal?: boolean },
    hold: () => Promise<never>,
  ): Promise<never> =>
    new Promise((_resolve, reject) => {
      const grant = (): void => {
        this.lose = reject;
        void hold();
      };
      if (steal) {
        this.lose?.(new Error('AbortError'));
        this.lose = null;
      }
      if (this.lose === null) queueMicrotask(grant);
      else this.queue.push(grant);
    });

  /** Another tab has it. */
  takenElsewhere(): void {
    this.lose?.(new Error('AbortError'));
    this.lose = () => undefined;
  }
  elsewhereClosed(): void {
    this.lose = null;
    this.queue.shift()?.();
  }
}

let server: FakeServer;
let locks: Locks;
let position: { found: PositionCallback | null };

beforeEach(async () => {
  jest.useFakeTimers();
  // The app was killed: of the last run only the storage is left.
  jest.resetModules();
  jest.doMock('@tarojs/taro', () => Taro);
  const fake = await import('./recorder/testing/fake-phone');
  server = new fake.FakeServer(MINE, now);
  locks = new Locks();
  position = { found: null };
  const geolocation = {
    watchPosition: (found: PositionCallback) => ((position.found = found), 1),
    clearWatch: () => void (position.found = null),
  };
  for (const [name, value] of Object.entries({ locks, geolocation })) {
    Object.defineProperty(navigator, name, { value, configurable: true });
  }
  store.write('jf.device', MINE);
  new PatrolShelf(store).logs(now()).forEach((log) => new PatrolShelf(store).forget(log));
});
afterEach(() => jest.useRealTimers());

/** What a killed app leaves: `points` that wait, one a second up to now. */
function leave(points: number, how: Partial<PatrolFacts> = {}): void {
  const startedAt = new Date(now() - points * 1_000).toISOString();
  const facts: PatrolFacts = {
    id: PATROL,
    claimId: 'claim1',
    status: 'recording',
    startedAt,
    finishedAt: null,
    pauses: [],
    ...how,
  };
  server.facts = facts;
  const log = new PatrolShelf(store).create(facts, 0, now());
  for (let index = 0; index < points; index += 1) {
    const point: Point = [now() - (points - index) * 1_000, 24.5 + index / 80_000, 117.6, 8, null, 1.4];
    log.append(point, index);
  }
  log.flush();
}

interface App {
  ongoing: () => { claimId: string; standing: string } | null;
  isLoaded: () => boolean;
  focus: () => void;
}

/** Opens the app anew; `as` null: nobody is signed in. */
async function launch(as: string | null = 'a'): Promise<App> {
  let loaded = false;
  jest.doMock('./api/patrols', () => {
    loaded = true;
    return { office: server.office(), patrolChanged: () => Promise.resolve() };
  });
  const { useSession } = await import('@/lib/session');
  if (as === null) useSession.getState().signOut();
  else useSession.getState().signIn({ accessToken: as, accessExpiresAt: '', refreshToken: as });
  const { keepPatrols } = await import('./launch');
  const { useOngoing } = await import('./ongoing');
  const { focusManager } = jest.requireActual<typeof Query>('@tanstack/react-query');
  keepPatrols();
  await jest.advanceTimersByTimeAsync(10);
  return {
    ongoing: () => useOngoing.getState().patrol,
    isLoaded: () => loaded,
    focus: () => {
      focusManager.setFocused(false);
      focusManager.setFocused(true);
    },
  };
}

/** The phone is here now. */
function walk(): void {
  const coords = { latitude: 24.6, longitude: 117.6, accuracy: 8, altitude: null, speed: 1.4 };
  position.found?.({ coords, timestamp: now() } as unknown as GeolocationPosition);
}

const seconds = (count: number): Promise<void> => jest.advanceTimersByTimeAsync(count * 1_000);

describe('opening the app on any page', () => {
  it('loads nothing where nothing was left', async () => {
    const app = await launch();
    expect(app.isLoaded()).toBe(false);
    expect(app.ongoing()).toBeNull();
  });

  it('delivers what a finished patrol still has', async () => {
    const finishedAt = new Date(now()).toISOString();
    leave(BLOCK_POINTS + 5, { status: 'finished', finishedAt });
    const app = await launch();
    expect(app.ongoing()).toBeNull();
    await seconds(15);
    expect(server.points.size).toBe(BLOCK_POINTS + 5);
    expect(store.read('jf.patrols')).toBeNull();
    expect(position.found).toBeNull();
  });

  it('records an unfinished patrol on', async () => {
    leave(20);
    const app = await launch();
    expect(app.ongoing()).toEqual({ claimId: 'claim1', standing: 'recording' });
    for (let second = 0; second < 30; second += 1) {
      walk();
      await seconds(1);
    }
    expect(server.points.size).toBeGreaterThan(22);
  });

  it('knows a paused patrol, and follows nobody', async () => {
    const pausedAt = new Date(now()).toISOString();
    leave(5, { status: 'paused', pauses: [{ pausedAt, resumedAt: null }] });
    const app = await launch();
    await seconds(5);
    expect(app.ongoing()).toEqual({ claimId: 'claim1', standing: 'paused' });
    expect(position.found).toBeNull();
  });

  it('waits until somebody signs in', async () => {
    leave(5);
    const app = await launch(null);
    expect(app.isLoaded()).toBe(false);
    expect(app.ongoing()).toBeNull();
    const { useSession } = jest.requireActual<typeof import('@/lib/session')>('@/lib/session');
    useSession.getState().signIn({ accessToken: 'a', accessExpiresAt: '', refreshToken: 'a' });
    await seconds(10);
    expect(app.ongoing()?.standing).toBe('recording');
    expect(server.points.size).toBe(5);
  });

  it("records nothing of somebody else's patrol, and keeps what that person left", async () => {
    leave(5);
    server.refuseReading = 'NOT_FOUND';
    const app = await launch('b');
    await seconds(3);
    expect(app.ongoing()).toBeNull();
    expect(position.found).toBeNull();
    server.refuseReading = null;
    await seconds(40);
    expect(server.points.size).toBe(5);
    expect(app.ongoing()?.standing).toBe('recording');
  });
});

describe('two tabs of a browser', () => {
  it('leaves the patrol to the tab that has it, and goes on when that is closed', async () => {
    leave(5);
    locks.takenElsewhere();
    const app = await launch();
    await seconds(20);
    expect(app.ongoing()).toEqual({ claimId: 'claim1', standing: 'stopped' });
    expect(server.points.size).toBe(0);
    expect(position.found).toBeNull();
    locks.elsewhereClosed();
    await seconds(20);
    expect(server.points.size).toBe(5);
    expect(app.ongoing()?.standing).toBe('recording');
  });

  it('writes nothing once another tab has taken over', async () => {
    leave(5);
    const app = await launch();
    await seconds(10);
    locks.takenElsewhere();
    await seconds(0);
    const before = store.read(`jf.patrol.${PATROL}`);
    walk();
    await seconds(30);
    expect(store.read(`jf.patrol.${PATROL}`)).toBe(before);
    expect(position.found).toBeNull();
    app.focus();
    await seconds(1);
    expect(app.ongoing()?.standing).toBe('stopped');
    locks.elsewhereClosed();
    await seconds(1);
    expect(app.ongoing()?.standing).toBe('recording');
  });
});

describe('a browser without Web Locks', () => {
  it('only shows the way back', async () => {
    Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
    leave(5);
    const app = await launch();
    await seconds(20);
    expect(app.ongoing()).toEqual({ claimId: 'claim1', standing: 'stopped' });
    expect(server.points.size).toBe(0);
  });
});
