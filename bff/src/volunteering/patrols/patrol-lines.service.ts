import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  boundsOf,
  convert,
  isPlace,
  planeAround,
  type CoordinateSystem,
  type Place,
} from '@jiefang/shared/geo';
import type { PatrolRoute } from '@jiefang/shared/routes';
import { keptSegments, type AsideReason, type JudgedPoint } from '@jiefang/shared/tracks';
import simplify from 'simplify-js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { deriveKey } from '../../common/crypto/field-cipher.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { decodeId } from '../../common/ids/public-id.js';
import { APP_CONFIG } from '../../common/tokens.js';
import type { AppConfig } from '../../config/app-config.js';
import { Database } from '../../database/database.js';
import { writeGpx } from './gpx.js';
import { PatrolAnalyses, windowOf } from './patrol-analysis.js';
import type { GpxLinkView, MomentView, PatrolLineView, PatrolRouteView } from './patrol-views.js';
import { PatrolsRepository, type PatrolRow } from './patrols.repository.js';
import { PatrolsService } from './patrols.service.js';
import type { StoredPoint } from './track-chunks.js';

const LINK_SECONDS = 600;
/** A line on a phone's map needs no finer bend. */
const SIMPLIFY_METRES = 3;
const MAX_ASIDE = 200;
/** Enough to replay a walk of three hours with a fix every half a minute. */
const MAX_MOMENTS = 400;

/** A patrol's way for maps, and as GPX. A browser's download carries no token, so its link is signed. */
@Injectable()
export class PatrolLinesService {
  private readonly key: KeyObject;

  constructor(
    @Inject(APP_CONFIG) config: AppConfig,
    private readonly database: Database,
    private readonly repository: PatrolsRepository,
    private readonly patrols: PatrolsService,
    private readonly analyses: PatrolAnalyses,
    private readonly clock: Clock,
  ) {
    this.key = deriveKey(config.appSecret, 'track-link');
  }

  async line(caller: Caller, publicId: string): Promise<PatrolLineView> {
    const { row } = await this.patrols.findFor(caller, publicId, 'patrol.view');
    const { segments, points } = await this.judged(row);
    const lines = segments.map((segment) => simplified(segment, row.coordinateSystem));
    const route = row.route === null ? null : routeView(row.route);
    return {
      coordinateSystem: 'GCJ-02',
      segments: lines,
      moments: momentsOf(segments, row.coordinateSystem),
      aside: thinned(points.filter(isAsideSomewhere), MAX_ASIDE).map((point) => ({
        ...rounded(convert(point, row.coordinateSystem, 'GCJ-02')),
        reason: point.aside,
      })),
      route,
      bounds: boundsOf([...lines.flat(), ...(route?.line ?? []), ...(route?.checkpoints ?? [])]),
    };
  }

  async gpxLink(caller: Caller, publicId: string): Promise<GpxLinkView> {
    const { row } = await this.patrols.findFor(caller, publicId, 'patrol.export');
    refuseErased(row);
    const expires = Math.floor(this.clock.now().getTime() / 1000) + LINK_SECONDS;
    return { path: `/api/v1/patrols/${publicId}/track.gpx?token=${expires}.${this.mac(row.id, expires)}` };
  }

  /** The counted points as GPX 1.1, for whoever is logged in and may, or by a link that was given to such a person. */
  async gpx(caller: Caller | null, publicId: string, token: string | undefined): Promise<string> {
    if (token === undefined && caller === null) throw new DomainError('UNAUTHENTICATED');
    const row =
      token === undefined && caller !== null
        ? (await this.patrols.findFor(caller, publicId, 'patrol.export')).row
        : await this.findByToken(publicId, token ?? '');
    const { segments } = await this.judged(row);
    return writeGpx({
      name: row.taskTitle,
      startedAt: row.startedAt,
      segments: segments.map((segment) =>
        segment.map((point) => ({
          ...convert(point, row.coordinateSystem, 'WGS-84'),
          at: point.at,
          elevation: point.altitude,
        })),
      ),
    });
  }

  private async findByToken(publicId: string, token: string): Promise<PatrolRow> {
    const id = decodeId('patrol', publicId);
    const [expires = '', mac = ''] = token.split('.');
    const expected = Buffer.from(this.mac(id, Number(expires)));
    const given = Buffer.from(mac);
    const isGood = given.length === expected.length && timingSafeEqual(given, expected);
    if (!isGood || Number(expires) * 1000 < this.clock.now().getTime()) throw new DomainError('NOT_FOUND');
    const row = await this.repository.findById(this.database, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** Every point with its verdict, and the stretches of those that count. */
  private async judged(row: PatrolRow): Promise<{ segments: FullPoint[][]; points: FullPoint[] }> {
    refuseErased(row);
    const { points } = await this.analyses.analyse(this.database, row);
    const window = windowOf(row, await this.repository.findPauses(this.database, [row.id]));
    // The pipeline keeps what it does not know of each point, such as its height.
    return { segments: keptSegments(points, window) as FullPoint[][], points: points as FullPoint[] };
  }

  private mac(patrolId: number, expires: number): string {
    return createHmac('sha256', this.key)
      .update(`${patrolId}|${expires}`)
      .digest()
      .subarray(0, 15)
      .toString('base64url');
  }
}

type FullPoint = JudgedPoint & StoredPoint;

function refuseErased(row: PatrolRow): void {
  if (row.erasedAt !== null) throw new DomainError('TRACK_ERASED');
}

function isAsideSomewhere(point: FullPoint): point is FullPoint & { aside: AsideReason } {
  return point.aside !== null && isPlace(point) && (point.latitude !== 0 || point.longitude !== 0);
}

/** The bends that matter, in GCJ-02; the first and the last place always stay. */
function simplified(segment: readonly Place[], system: CoordinateSystem): Place[] {
  const first = segment[0];
  if (first === undefined) return [];
  const plane = planeAround(first);
  return simplify(
    segment.map((place) => ({ ...plane(place), place })),
    SIMPLIFY_METRES,
    true,
  ).map((point) => rounded(convert((point as unknown as { place: Place }).place, system, 'GCJ-02')));
}

/** Some of the counted fixes with their times, evenly chosen, the last among them. */
function momentsOf(segments: readonly FullPoint[][], system: CoordinateSystem): MomentView[] {
  const all = segments.flatMap((points, segment) => points.map((point) => ({ point, segment })));
  const last = all.at(-1);
  const chosen = thinned(all, MAX_MOMENTS);
  return [...chosen, ...(last === undefined || chosen.at(-1) === last ? [] : [last])].map(
    ({ point, segment }) => ({
      at: new Date(point.at).toISOString(),
      ...rounded(convert(point, system, 'GCJ-02')),
      segment,
    }),
  );
}

/** Ten centimetres are enough for a map. */
function rounded({ latitude, longitude }: Place): Place {
  return { latitude: Math.round(latitude * 1e6) / 1e6, longitude: Math.round(longitude * 1e6) / 1e6 };
}

/** At most `limit` of many, evenly chosen. */
function thinned<T>(items: readonly T[], limit: number): T[] {
  if (items.length <= limit) return [...items];
  return Array.from({ length: limit }, (_, index) => items[Math.floor((index * items.length) / limit)] as T);
}

function routeView({ line, checkpoints }: PatrolRoute): PatrolRouteView {
  return {
    line: line.map(({ latitude, longitude }) => ({ latitude, longitude })),
    checkpoints: checkpoints.map(({ no, name, latitude, longitude, radiusMetres, dwellSeconds }) => ({
      no,
      name,
      latitude,
      longitude,
      radiusMetres,
      dwellSeconds,
    })),
  };
}
