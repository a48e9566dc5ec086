import { DomainError } from '../../common/errors/domain-error.js';
import { decodeId } from '../../common/ids/public-id.js';
import type { ShiftInput, TaskForm } from './staff-task.dto.js';
import { routeOf, taskFaults, type FieldFault, type WantedShift } from './task-rules.js';
import type { TaskContent } from './task-rows.js';

/** The form's content with the units' row numbers. TASK_INVALID with the fields when its parts do not fit together. */
export function contentOf(form: TaskForm, unitIds: number[]): TaskContent {
  const { minAge, maxAge, trainings, residentsOnly } = form.requirements;
  const content: TaskContent = {
    kind: form.kind,
    urgency: form.urgency,
    title: form.title,
    intro: form.intro,
    placeName: form.placeName,
    address: form.address,
    latitude: micro(form.location.latitude),
    longitude: micro(form.location.longitude),
    geofenceMetres: form.geofenceMetres,
    route:
      form.route === null
        ? null
        : routeOf({
            line: form.route.line.map(({ latitude, longitude }) => ({
              latitude: micro(latitude),
              longitude: micro(longitude),
            })),
            checkpoints: form.route.checkpoints.map((one) => ({
              no: one.no,
              name: one.name,
              latitude: micro(one.latitude),
              longitude: micro(one.longitude),
              radiusMetres: one.radiusMetres,
              dwellSeconds: one.dwellSeconds,
            })),
          }),
    requirements: { minAge, maxAge, trainings, unitIds, residentsOnly },
    riskNotice: form.riskNotice,
    insured: form.insured,
    insuranceNote: form.insuranceNote,
    gatherNote: form.gatherNote,
    contactName: form.contactName,
    contactPhone: form.contactPhone,
    releaseByMinutes: form.releaseByMinutes,
    checkInOpensMinutes: form.checkInOpensMinutes,
  };
  const faults = taskFaults(content);
  if (faults.length > 0) throw new DomainError('TASK_INVALID', { extra: { details: faults } });
  return content;
}

/** The form's shifts; SHIFT_INVALID for the id of no shift. */
export function wantedShifts(inputs: readonly ShiftInput[]): WantedShift[] {
  return inputs.map((input, index) => ({
    id: input.id === undefined ? null : shiftId(input.id, index),
    startsAt: new Date(input.startsAt),
    endsAt: new Date(input.endsAt),
    opensAt: new Date(input.opensAt),
    closesAt: new Date(input.closesAt),
    capacity: input.capacity,
  }));
}

/** The refusal of shifts whose fields are at fault. */
export function shiftsInvalid(faults: readonly FieldFault[]): DomainError {
  return new DomainError('SHIFT_INVALID', { extra: { details: faults } });
}

function shiftId(publicId: string, index: number): number {
  try {
    return decodeId('shift', publicId);
  } catch {
    throw shiftsInvalid([{ field: `shifts.${index}.id`, message: '这个任务没有这个班次' }]);
  }
}

/** Degrees as they are stored: a millionth is a tenth of a metre. */
function micro(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
