import { ApiProperty } from '@nestjs/swagger';
import { COORDINATE_SYSTEMS, type CoordinateSystem } from '@jiefang/shared/geo';
import { ASIDE_REASONS, EVIDENCE_GRADES, type AsideReason, type EvidenceGrade } from '@jiefang/shared/tracks';
import { PATROL_STATUSES, type PatrolStatus } from '@jiefang/shared/volunteering';
import { PlaceView } from '../tasks/task.dto.js';

const CHECKPOINT_METHODS = ['track', 'qr'] as const;

/** What became of a checkpoint of the route. */
export class CheckpointVisitView {
  @ApiProperty({ description: 'counts from 1 in the order of the walk' }) no: number;
  @ApiProperty() name: string;
  @ApiProperty() reached: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) at: string | null;
  @ApiProperty({ type: Number, nullable: true }) dwellSeconds: number | null;
  @ApiProperty({ enum: CHECKPOINT_METHODS, enumName: 'CheckpointMethod', nullable: true })
  method: 'track' | 'qr' | null;
  @ApiProperty({ description: 'false when a checkpoint with a lower number was reached later' })
  inOrder: boolean;
}

/** Points that do not count, for one reason. */
export class AsidePointsView {
  @ApiProperty({ enum: ASIDE_REASONS, enumName: 'AsideReason' }) reason: AsideReason;
  @ApiProperty({ description: 'the reason in Chinese' }) word: string;
  @ApiProperty() count: number;
}

export class EvidencePointsView {
  @ApiProperty() kept: number;
  @ApiProperty({ type: [AsidePointsView] }) aside: AsidePointsView[];
  @ApiProperty({ description: 'points that cannot be decrypted: their row was tampered with' })
  unreadable: number;
}

/** How well a patrol's record supports the service. It says how closely to look; it decides nothing. */
export class EvidenceView {
  @ApiProperty() patrolId: string;
  @ApiProperty({ enum: EVIDENCE_GRADES, enumName: 'EvidenceGrade' }) grade: EvidenceGrade;
  @ApiProperty({ type: [String], description: 'Chinese sentences' }) reasons: string[];
  @ApiProperty() distanceMetres: number;
  @ApiProperty({ description: 'from the first counted point to the last, pauses left out' })
  durationSeconds: number;
  @ApiProperty() movingSeconds: number;
  @ApiProperty() pausedSeconds: number;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'share of the route, 0 to 1; null without a route',
  })
  coverage: number | null;
  @ApiProperty({ type: [CheckpointVisitView] }) checkpoints: CheckpointVisitView[];
  @ApiProperty({ type: EvidencePointsView }) points: EvidencePointsView;
  @ApiProperty({ description: 'from start to finish, pauses off, at least 1' }) proposedMinutes: number;
}

export class PatrolPauseView {
  @ApiProperty({ format: 'date-time' }) pausedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) resumedAt: string | null;
}

/** Sequence numbers from `from` to `to`, both included. */
export class SeqRangeView {
  @ApiProperty() from: number;
  @ApiProperty() to: number;
}

/** One patrol. Instants are ISO 8601 UTC. */
export class PatrolView {
  @ApiProperty() id: string;
  @ApiProperty() claimId: string;
  @ApiProperty({ enum: PATROL_STATUSES, enumName: 'PatrolStatus' }) status: PatrolStatus;
  @ApiProperty({ type: String, nullable: true, description: 'null for staff' }) device: string | null;
  @ApiProperty({ enum: COORDINATE_SYSTEMS, enumName: 'CoordinateSystem' }) coordinateSystem: CoordinateSystem;
  @ApiProperty({ format: 'date-time' }) startedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finishedAt: string | null;
  @ApiProperty({ type: [PatrolPauseView] }) pauses: PatrolPauseView[];
  @ApiProperty() receivedPoints: number;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'the greatest sequence number that was received or told at the finish',
  })
  lastSeq: number | null;
  @ApiProperty({ type: [SeqRangeView], description: 'numbers up to lastSeq that have not arrived' })
  missing: SeqRangeView[];
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastPointAt: string | null;
  @ApiProperty({ type: [CheckpointVisitView] }) checkpoints: CheckpointVisitView[];
  @ApiProperty({ type: EvidenceView, nullable: true }) summary: EvidenceView | null;
  @ApiProperty({ format: 'date-time' }) serverTime: string;
  @ApiProperty({ description: 'the positions were deleted at the person’s wish' }) erased: boolean;
}

/** Received and kept. A function of the request alone: the same batch always gets the same answer. */
export class PointsAckView {
  @ApiProperty() patrolId: string;
  @ApiProperty() firstSeq: number;
  @ApiProperty() lastSeq: number;
  @ApiProperty() count: number;
}

export class AsidePlaceView extends PlaceView {
  @ApiProperty({ enum: ASIDE_REASONS, enumName: 'AsideReason' }) reason: AsideReason;
}

export class RouteCheckpointView extends PlaceView {
  @ApiProperty() no: number;
  @ApiProperty() name: string;
  @ApiProperty() radiusMetres: number;
  @ApiProperty() dwellSeconds: number;
}

export class PatrolRouteView {
  @ApiProperty({ type: [PlaceView] }) line: PlaceView[];
  @ApiProperty({ type: [RouteCheckpointView] }) checkpoints: RouteCheckpointView[];
}

/** Where the walk was at one instant. */
export class MomentView extends PlaceView {
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({
    description: 'which of the unsimplified stretches it belongs to: between two of them nothing is known',
  })
  segment: number;
}

export class BoundsView {
  @ApiProperty() south: number;
  @ApiProperty() west: number;
  @ApiProperty() north: number;
  @ApiProperty() east: number;
}

/** A patrol's way, simplified for a map. Everything in it is GCJ-02. */
export class PatrolLineView {
  @ApiProperty({ enum: ['GCJ-02'] }) coordinateSystem: 'GCJ-02';
  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { $ref: '#/components/schemas/PlaceView' } },
    description: 'lines that are not joined: a pause or a gap lies between them',
  })
  segments: PlaceView[][];
  @ApiProperty({
    type: [MomentView],
    description: 'counted fixes with their times, evenly chosen, at most 401',
  })
  moments: MomentView[];
  @ApiProperty({ type: [AsidePlaceView], description: 'at most 200' }) aside: AsidePlaceView[];
  @ApiProperty({ type: PatrolRouteView, nullable: true }) route: PatrolRouteView | null;
  @ApiProperty({ type: BoundsView, nullable: true }) bounds: BoundsView | null;
}

/** Where the track can be fetched without a login for ten minutes. */
export class GpxLinkView {
  @ApiProperty() path: string;
}

export class LiveTaskView {
  @ApiProperty() id: string;
  @ApiProperty() title: string;
}

export class LiveVolunteerView {
  @ApiProperty() number: string;
  @ApiProperty({ description: 'masked' }) name: string;
}

/** A patrol that goes on now. */
export class LivePatrolView {
  @ApiProperty() patrolId: string;
  @ApiProperty() claimId: string;
  @ApiProperty({ type: LiveTaskView }) task: LiveTaskView;
  @ApiProperty({ type: LiveVolunteerView }) volunteer: LiveVolunteerView;
  @ApiProperty({ enum: PATROL_STATUSES, enumName: 'PatrolStatus' }) status: PatrolStatus;
  @ApiProperty({ format: 'date-time' }) startedAt: string;
  @ApiProperty({ type: PlaceView, nullable: true, description: 'GCJ-02' }) position: PlaceView | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) positionAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) receivedAt: string | null;
  @ApiProperty({ description: 'nothing was heard of it for more than 60 seconds' }) stale: boolean;
}

export class LivePatrolListView {
  @ApiProperty({ type: [LivePatrolView] }) items: LivePatrolView[];
}
