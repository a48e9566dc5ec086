/**
 * What a recorded walk is worth: which points count, how far and how long it went, how much of the route it covered,
 * which checkpoints it reached. Pure; times are epoch milliseconds, lengths metres.
 */
import { distanceMetres, isPlace, type Place } from './geo.js';
import { checkpointVisits, routeCoverage, type CheckpointVisit, type PatrolRoute } from './routes.js';

/** One position as the phone recorded it. */
export interface TrackPoint extends Place {
  seq: number;
  at: number;
  /** Metres of the fix's radius, null when the phone did not say. */
  accuracy: number | null;
  /** When the server took it in; null for a file, where nothing can be of the future. */
  receivedAt: number | null;
  /** Points of different segments are not joined by a leg. */
  segment: number;
}

export const ASIDE_REASONS = [
  'future',
  'out_of_window',
  'no_fix',
  'inaccurate',
  'duplicate',
  'frozen',
  'impossible_speed',
] as const;
/** Why a point does not count. It is kept all the same. */
export type AsideReason = (typeof ASIDE_REASONS)[number];

export const ASIDE_WORDS: Record<AsideReason, string> = {
  future: '时间在将来',
  out_of_window: '不在巡防时间内',
  no_fix: '没有定位',
  inaccurate: '定位不准',
  duplicate: '重复',
  frozen: '位置长时间一模一样',
  impossible_speed: '快得不可能',
};

/** A fix with a larger radius says too little about a street. */
export const MAX_ACCURACY_METRES = 65;
/** 54 km/h: beyond any patrol on foot or on a bicycle. */
export const MAX_SPEED = 15;
/** Clocks of phones differ a little from the server's. */
export const FUTURE_TOLERANCE_MS = 2 * 60_000;
/** A living receiver's last digits move; the same digits for longer than this come from one that hangs. */
export const FROZEN_AFTER_MS = 10 * 60_000;
/** Slower than 1 km/h is standing. */
export const STANDING_SPEED = 1 / 3.6;
/** Two fixes further apart in time than this leave the walk between them unrecorded. */
export const GAP_MS = 90_000;

/** The stretch of time in which points count: from start to finish, without the pauses. */
export interface TrackWindow {
  startedAt: number;
  /** Null while the walk goes on. */
  finishedAt: number | null;
  pauses: readonly { from: number; to: number | null }[];
}

/** A point with its verdict. */
export interface JudgedPoint extends TrackPoint {
  aside: AsideReason | null;
}

/** Why a point does not count by itself, its neighbours unseen; null when it may. */
function ownReason(point: TrackPoint, window: TrackWindow | null): AsideReason | null {
  if (point.receivedAt !== null && point.at > point.receivedAt + FUTURE_TOLERANCE_MS) return 'future';
  if (window !== null && !isWithin(window, point.at)) return 'out_of_window';
  if (!isPlace(point) || (point.latitude === 0 && point.longitude === 0)) return 'no_fix';
  if (point.accuracy !== null && point.accuracy > MAX_ACCURACY_METRES) return 'inaccurate';
  return null;
}

function isWithin({ startedAt, finishedAt, pauses }: TrackWindow, at: number): boolean {
  if (at < startedAt || (finishedAt !== null && at > finishedAt)) return false;
  return !pauses.some(({ from, to }) => at > from && (to === null || at < to));
}

/**
 * Judges every point, in the order of time (of numbers where times are equal). Raw points are never dropped: one that
 * does not count carries its reason.
 */
export function judgePoints(points: readonly TrackPoint[], window: TrackWindow | null): JudgedPoint[] {
  const judged = [...points]
    .sort((a, b) => a.segment - b.segment || a.at - b.at || a.seq - b.seq)
    .map((point): JudgedPoint => ({ ...point, aside: ownReason(point, window) }));
  setDuplicatesAside(judged);
  setFrozenAside(judged);
  setImpossibleAside(judged);
  return judged;
}

/** One instant has one place: the first fix of a time counts. */
function setDuplicatesAside(points: JudgedPoint[]): void {
  let last: JudgedPoint | null = null;
  for (const point of points) {
    if (point.aside !== null) continue;
    if (last !== null && last.segment === point.segment && last.at === point.at) point.aside = 'duplicate';
    else last = point;
  }
}

/** Of a run of identical places that lasts too long, the first counts. */
function setFrozenAside(points: JudgedPoint[]): void {
  const live = points.filter((point) => point.aside === null);
  for (let from = 0; from < live.length;) {
    const first = live[from] as JudgedPoint;
    let to = from + 1;
    while (to < live.length && isSamePlace(first, live[to] as JudgedPoint)) to += 1;
    const last = live[to - 1] as JudgedPoint;
    if (last.at - first.at >= FROZEN_AFTER_MS) {
      for (const point of live.slice(from + 1, to)) point.aside = 'frozen';
    }
    from = to;
  }
}

function isSamePlace(a: JudgedPoint, b: JudgedPoint): boolean {
  return a.segment === b.segment && a.latitude === b.latitude && a.longitude === b.longitude;
}

/**
 * A fix that could neither be reached from the one before nor left for the one after is a leap of the receiver. One that
 * only the leg before calls impossible stands: the leap may be the other's.
 */
function setImpossibleAside(points: JudgedPoint[]): void {
  const live = points.filter((point) => point.aside === null);
  let before: JudgedPoint | null = null;
  live.forEach((point, index) => {
    const next = live[index + 1];
    const after = next !== undefined && next.segment === point.segment ? next : null;
    if (before !== null && before.segment !== point.segment) before = null;
    const neighbours = [before, after].filter((one) => one !== null);
    const tooFast = neighbours.every((one) => speedBetween(one, point) > MAX_SPEED);
    // A first fix with one neighbour is to blame only when that neighbour agrees with the fix behind it.
    const second = live[index + 2];
    const isFirstLeap =
      before !== null || after === null || (second !== undefined && speedBetween(after, second) <= MAX_SPEED);
    if (neighbours.length > 0 && tooFast && isFirstLeap) point.aside = 'impossible_speed';
    else before = point;
  });
}

function speedBetween(a: TrackPoint, b: TrackPoint): number {
  const seconds = Math.abs(b.at - a.at) / 1000;
  const metres = distanceMetres(a, b);
  return seconds === 0 ? (metres === 0 ? 0 : Infinity) : metres / seconds;
}

/** The stretches of points that count, cut where the segment changes, a pause lies between, or the leg is impossible. */
export function keptSegments(points: readonly JudgedPoint[], window: TrackWindow | null): JudgedPoint[][] {
  const segments: JudgedPoint[][] = [];
  let last: JudgedPoint | null = null;
  for (const point of points) {
    if (point.aside !== null) continue;
    const joined =
      last !== null &&
      last.segment === point.segment &&
      speedBetween(last, point) <= MAX_SPEED &&
      !hasPauseBetween(window, last.at, point.at);
    if (joined) (segments.at(-1) as JudgedPoint[]).push(point);
    else segments.push([point]);
    last = point;
  }
  return segments;
}

function hasPauseBetween(window: TrackWindow | null, from: number, to: number): boolean {
  return window?.pauses.some((pause) => pause.from >= from && pause.from < to) ?? false;
}

export interface TrackNumbers {
  pointsKept: number;
  pointsAside: Partial<Record<AsideReason, number>>;
  /** Over every point with a place, also those set aside, segment by segment. */
  distanceAllMetres: number;
  distanceKeptMetres: number;
  /** From the first counted point to the last, pauses left out. */
  durationSeconds: number;
  movingSeconds: number;
  /** Seconds of the duration in which fixes follow each other closely. */
  recordedSeconds: number;
  longestGapSeconds: number;
}

/** Distances and times of judged points. */
export function measureTrack(points: readonly JudgedPoint[], window: TrackWindow | null): TrackNumbers {
  const numbers: TrackNumbers = {
    pointsKept: 0,
    pointsAside: {},
    distanceAllMetres: 0,
    distanceKeptMetres: 0,
    durationSeconds: 0,
    movingSeconds: 0,
    recordedSeconds: 0,
    longestGapSeconds: 0,
  };
  let last: JudgedPoint | null = null;
  for (const point of points) {
    if (point.aside === null) numbers.pointsKept += 1;
    else numbers.pointsAside[point.aside] = (numbers.pointsAside[point.aside] ?? 0) + 1;
    if (!isPlace(point)) continue;
    if (last !== null && last.segment === point.segment)
      numbers.distanceAllMetres += distanceMetres(last, point);
    last = point;
  }
  for (const segment of keptSegments(points, window)) {
    for (let index = 1; index < segment.length; index += 1) {
      const [a, b] = [segment[index - 1] as JudgedPoint, segment[index] as JudgedPoint];
      const [metres, seconds] = [distanceMetres(a, b), (b.at - a.at) / 1000];
      numbers.distanceKeptMetres += metres;
      if (metres / seconds > STANDING_SPEED) numbers.movingSeconds += seconds;
      if (seconds * 1000 <= GAP_MS) numbers.recordedSeconds += seconds;
      numbers.longestGapSeconds = Math.max(numbers.longestGapSeconds, seconds);
    }
  }
  const kept = points.filter((point) => point.aside === null).map((point) => point.at);
  if (kept.length > 0) {
    const [from, to] = [kept.reduce((a, b) => Math.min(a, b)), kept.reduce((a, b) => Math.max(a, b))];
    numbers.durationSeconds = (to - from - pausedMs(window, from, to)) / 1000;
  }
  return numbers;
}

/** Milliseconds of pauses between two instants. */
export function pausedMs(window: TrackWindow | null, from: number, to: number): number {
  return (window?.pauses ?? []).reduce(
    (sum, pause) => sum + Math.max(0, Math.min(pause.to ?? to, to) - Math.max(pause.from, from)),
    0,
  );
}

export const EVIDENCE_GRADES = ['strong', 'fair', 'weak', 'none'] as const;
/** How well a record supports the service. It decides how closely a person looks, never the hours by itself. */
export type EvidenceGrade = (typeof EVIDENCE_GRADES)[number];

export const EVIDENCE_WORDS: Record<EvidenceGrade, string> = {
  strong: '记录完整',
  fair: '记录较好',
  weak: '记录不足',
  none: '没有轨迹',
};

export interface TrackAnalysis extends TrackNumbers {
  points: JudgedPoint[];
  /** Share of the route's length that the walk came near, 0…1; null without a route. */
  coverage: number | null;
  checkpoints: CheckpointVisit[];
  grade: EvidenceGrade;
  /** Sentences that say why the grade is what it is. */
  reasons: string[];
}

/** The whole pipeline. `scanned` are checkpoints proved by a rotating code: number → instant. */
export function analyseTrack(
  raw: readonly TrackPoint[],
  window: TrackWindow | null,
  route: PatrolRoute | null = null,
  scanned: ReadonlyMap<number, number> = new Map(),
): TrackAnalysis {
  const points = judgePoints(raw, window);
  const numbers = measureTrack(points, window);
  const segments = keptSegments(points, window);
  const coverage = route === null ? null : routeCoverage(route.line, segments);
  const checkpoints = route === null ? [] : checkpointVisits(route.checkpoints, segments, scanned);
  return { ...numbers, points, coverage, checkpoints, ...gradeOf(numbers, window, coverage, checkpoints) };
}

function gradeOf(
  numbers: TrackNumbers,
  window: TrackWindow | null,
  coverage: number | null,
  checkpoints: readonly CheckpointVisit[],
): { grade: EvidenceGrade; reasons: string[] } {
  const aside = Object.values(numbers.pointsAside).reduce((sum, count) => sum + count, 0);
  const asideShare = aside / Math.max(1, aside + numbers.pointsKept);
  const recorded = numbers.recordedSeconds / Math.max(1, patrolSeconds(numbers, window));
  const reached = checkpoints.filter((one) => one.reached).length;
  const reachedShare = checkpoints.length === 0 ? 1 : reached / checkpoints.length;
  const covered = coverage ?? 1;
  const reasons = [
    `有 ${percent(recorded)} 的时间连续记录到位置`,
    ...(coverage === null ? [] : [`走过路线的 ${percent(coverage)}`]),
    ...(checkpoints.length === 0 ? [] : [`到过 ${reached} / ${checkpoints.length} 个打卡点`]),
  ];
  if (checkpoints.some((one) => one.reached && !one.inOrder)) reasons.push('打卡点没有按顺序到');
  if (asideShare > 0.2) reasons.push(`有 ${percent(asideShare)} 的轨迹点不能用`);
  if (numbers.pointsAside.frozen !== undefined)
    reasons.push('有一段时间位置一动不动，可能是手机没有更新定位');
  if (numbers.longestGapSeconds > 300) {
    reasons.push(`最长有 ${Math.round(numbers.longestGapSeconds / 60)} 分钟没有记录到位置`);
  }
  const grade = ((): EvidenceGrade => {
    if (numbers.pointsKept === 0) return reached === 0 ? 'none' : 'weak';
    if (recorded >= 0.8 && covered >= 0.7 && reachedShare === 1 && asideShare <= 0.2) return 'strong';
    if (recorded >= 0.4 && covered >= 0.4 && reachedShare >= 0.5) return 'fair';
    return 'weak';
  })();
  if (grade === 'weak' || grade === 'none') {
    reasons.push('记录不足不等于没来，请问问志愿者，再看签到和打卡点');
  }
  return { grade, reasons };
}

/** Seconds the record should cover: the patrol's own, where it is known, else those of the points. */
function patrolSeconds(numbers: TrackNumbers, window: TrackWindow | null): number {
  if (window === null || window.finishedAt === null) return numbers.durationSeconds;
  const { startedAt, finishedAt } = window;
  return (finishedAt - startedAt - pausedMs(window, startedAt, finishedAt)) / 1000;
}

function percent(share: number): string {
  return `${Math.round(Math.min(1, share) * 100)}%`;
}
