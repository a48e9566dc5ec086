import type { Checkpoint } from '@jiefang/shared/routes';
import type { Place } from '@jiefang/shared/geo';
import type { TaskKind, TaskRequirements, TaskStatus, TaskUrgency } from '@jiefang/shared/volunteering';

/** A patrol's route as it is stored; places are GCJ-02. */
export interface StoredRoute {
  line: Place[];
  lengthMetres: number;
  checkpoints: Checkpoint[];
}

/** What staff write about a task. The place is GCJ-02; `requirements.unitIds` are row numbers. */
export interface TaskContent {
  kind: TaskKind;
  urgency: TaskUrgency;
  title: string;
  intro: string;
  placeName: string;
  address: string;
  latitude: number;
  longitude: number;
  geofenceMetres: number;
  route: StoredRoute | null;
  requirements: TaskRequirements;
  riskNotice: string;
  insured: boolean;
  insuranceNote: string;
  gatherNote: string;
  contactName: string;
  contactPhone: string;
  releaseByMinutes: number;
  checkInOpensMinutes: number;
}

/** A task as it is stored. */
export interface TaskRow extends TaskContent {
  id: number;
  divisionCode: string;
  status: TaskStatus;
  cancelReason: string | null;
  createdBy: number | null;
  createdAt: Date;
  publishedAt: Date | null;
  version: number;
}

/** When a shift runs, when it may be claimed, and for how many. */
export interface ShiftTimes {
  startsAt: Date;
  endsAt: Date;
  opensAt: Date;
  closesAt: Date;
  capacity: number;
}

export interface TaskShiftRow extends ShiftTimes {
  id: number;
  taskId: number;
  claimed: number;
  waiting: number;
  status: 'open' | 'cancelled';
}

/** A shift in a list of many tasks', with what its card shows of the task. */
export interface ShiftCardRow extends TaskShiftRow {
  /** Whole metres from where the reader is; null in a list that is not by nearness. */
  metres: number | null;
  divisionCode: string;
  title: string;
  kind: TaskKind;
  urgency: TaskUrgency;
  placeName: string;
  address: string;
  latitude: number;
  longitude: number;
  checkpoints: number;
  insured: boolean;
  hasRisk: boolean;
}
