import { Injectable } from '@nestjs/common';
import { GUARDIAN_BELOW_AGE, TRAINING_WORDS, ageOn } from '@jiefang/shared/volunteering';
import { shanghaiDay } from '@jiefang/shared/time';
import { Clock } from '../../common/clock/clock.js';
import { FieldCipher, maskName } from '../../common/crypto/field-cipher.js';
import { encodeId } from '../../common/ids/public-id.js';
import type { Sql } from '../../database/database.js';
import type { DivisionName } from '../../divisions/divisions.dto.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { VolunteerPausesRepository, type VolunteerPauseRow } from './pauses.repository.js';
import { UnitsRepository, type UnitRow } from './units.repository.js';
import type {
  GuardianView,
  UnitName,
  VolunteerPauseView,
  VolunteerTrainingView,
  VolunteerView,
} from './volunteer.dto.js';
import { maskIdNumber, volunteerActions } from './volunteer-rules.js';
import { VolunteersRepository, type TrainingRow, type VolunteerRow } from './volunteers.repository.js';

/** What lists of volunteers share, read in four queries whatever their length. */
export interface VolunteerDetails {
  communityOf: (row: VolunteerRow) => DivisionName;
  unitOf: (row: VolunteerRow) => UnitName | null;
  trainingsOf: (row: VolunteerRow) => VolunteerTrainingView[];
  pausesOf: (row: VolunteerRow) => VolunteerPauseView[];
}

/** Volunteers as they are shown: names masked, codes in words. */
@Injectable()
export class VolunteerViews {
  constructor(
    private readonly volunteers: VolunteersRepository,
    private readonly units: UnitsRepository,
    private readonly pauses: VolunteerPausesRepository,
    private readonly divisions: DivisionsService,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** The registration as its owner sees it. */
  async own(sql: Sql, row: VolunteerRow): Promise<VolunteerView> {
    const { communityOf, unitOf, trainingsOf, pausesOf } = await this.details(sql, [row]);
    return {
      number: row.number,
      status: row.status,
      name: this.maskedName(row),
      birthDay: row.birthDay,
      idNumberMasked:
        row.idNumberCipher === null ? null : maskIdNumber(this.cipher.decrypt(row.idNumberCipher)),
      community: communityOf(row),
      unit: unitOf(row),
      skills: row.skills,
      trainings: trainingsOf(row),
      emergencyOptIn: row.emergencyOptIn,
      pledgedAt: row.pledgedAt.toISOString(),
      guardian: this.guardian(row),
      pauses: pausesOf(row),
      actions: volunteerActions(row.status),
    };
  }

  maskedName(row: VolunteerRow): string {
    return maskName(this.cipher.decrypt(row.nameCipher));
  }

  async details(sql: Sql, rows: readonly VolunteerRow[]): Promise<VolunteerDetails> {
    const people = rows.map((row) => row.personId);
    const trainings = await this.volunteers.findTrainings(sql, people);
    const pauses = await this.pauses.findLive(sql, people, this.clock.now());
    const units = await this.units.findMany(
      sql,
      rows.flatMap((row) => row.unitId ?? []),
    );
    const names = await this.divisions.namesOf(
      [...rows.map((row) => row.communityCode), ...pauses.map((pause) => pause.divisionCode)],
      sql,
    );
    const division = (code: string): DivisionName => ({ code, name: names.get(code)?.name ?? '' });
    return {
      communityOf: (row) => division(row.communityCode),
      unitOf: (row) => (row.unitId === null ? null : unitName(units.get(row.unitId))),
      trainingsOf: (row) => trainings.filter((one) => one.personId === row.personId).map(trainingView),
      pausesOf: (row) =>
        pauses
          .filter((pause) => pause.personId === row.personId)
          .map((pause) => pauseView(pause, division(pause.divisionCode))),
    };
  }

  private guardian(row: VolunteerRow): GuardianView | null {
    const minor = ageOn(row.birthDay, shanghaiDay(this.clock.now())) < GUARDIAN_BELOW_AGE;
    if (!minor && row.guardianConsentedAt === null) return null;
    return {
      relation: row.guardianRelation,
      consentedAt: row.guardianConsentedAt?.toISOString() ?? null,
      method: row.guardianMethod,
    };
  }
}

function unitName(unit: UnitRow | undefined): UnitName | null {
  return unit === undefined ? null : { id: encodeId('unit', unit.id), name: unit.name };
}

function trainingView({ training, passedOn, expiresOn }: TrainingRow): VolunteerTrainingView {
  return { code: training, name: TRAINING_WORDS[training], passedOn, expiresOn };
}

export function pauseView(pause: VolunteerPauseRow, division: DivisionName): VolunteerPauseView {
  return {
    id: encodeId('volunteer_pause', pause.id),
    division,
    startsAt: pause.startsAt.toISOString(),
    endsAt: pause.endsAt.toISOString(),
    reason: pause.reason,
  };
}
