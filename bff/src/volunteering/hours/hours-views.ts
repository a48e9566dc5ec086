import { ApiProperty } from '@nestjs/swagger';
import {
  HOURS_ACTS,
  HOURS_STATUSES,
  HOURS_TIERS,
  type HoursAct,
  type HoursStatus,
  type HoursTier,
} from '@jiefang/shared/hours';
import { maskName, type FieldCipher } from '../../common/crypto/field-cipher.js';
import { encodeId } from '../../common/ids/public-id.js';
import type { HoursItemRow, HoursKind, StaffItemRow } from './hours-items.repository.js';

/** A division by code and the name that residents say. */
export class HoursDivisionView {
  @ApiProperty() code: string;
  @ApiProperty() name: string;
}

/** One service, or one adjustment of one, and what became of its minutes. */
export class HoursItemView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: ['service', 'adjustment'], enumName: 'HoursKind' }) kind: HoursKind;
  @ApiProperty() content: string;
  @ApiProperty({ format: 'date', description: 'day of the service in Shanghai' }) day: string;
  @ApiProperty({ description: 'signed: an adjustment may take minutes back' }) minutes: number;
  @ApiProperty({ enum: HOURS_STATUSES, enumName: 'HoursStatus' }) status: HoursStatus;
  @ApiProperty({ type: HoursDivisionView }) division: HoursDivisionView;
  @ApiProperty({ type: String, format: 'date', nullable: true }) publicisedOn: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'last day of publication' })
  publicationEndsOn: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) recordedAt: string | null;
  @ApiProperty() openObjections: number;
  @ApiProperty({ type: String, nullable: true, description: 'why it was adjusted or reversed' })
  reason: string | null;
}

/** Minutes by what became of them; their sum is the sum of the person's ledger. */
export class HoursBalanceView {
  @ApiProperty() recorded: number;
  @ApiProperty() publicised: number;
  @ApiProperty() provisional: number;
}

export class StarsView {
  @ApiProperty({ description: 'stars earned by recorded minutes' }) stars: number;
  @ApiProperty({ type: Number, nullable: true, description: 'minutes to the next star, null after the last' })
  nextMinutes: number | null;
  @ApiProperty({ type: [Number], description: 'hours that each star asks for where the person volunteers' })
  table: number[];
}

/** A person's hours. */
export class MyHoursView {
  @ApiProperty({ type: HoursBalanceView }) balance: HoursBalanceView;
  @ApiProperty({ type: StarsView }) stars: StarsView;
  @ApiProperty({ type: [HoursItemView] }) items: HoursItemView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

/** One act of the ledger on an item. */
export class HoursActView {
  @ApiProperty({ enum: HOURS_ACTS, enumName: 'HoursAct' }) act: HoursAct;
  @ApiProperty() minutes: number;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'member of staff; null for the clock and for objectors',
  })
  by: string | null;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
}

export class HoursItemDetailView extends HoursItemView {
  @ApiProperty({ type: [HoursActView], description: 'oldest first' }) timeline: HoursActView[];
}

/** One line of the public list. */
export class PublishedHoursView {
  @ApiProperty() id: string;
  @ApiProperty({ description: '林** where the person agreed, otherwise the end of the volunteer number' })
  who: string;
  @ApiProperty() content: string;
  @ApiProperty({ format: 'date' }) day: string;
  @ApiProperty() minutes: number;
  @ApiProperty({ format: 'date', description: 'last day of publication' }) endsOn: string;
  @ApiProperty() mine: boolean;
  @ApiProperty({ enum: ['object'], isArray: true }) actions: 'object'[];
}

export class PublishedHoursPageView {
  @ApiProperty({ type: [PublishedHoursView] }) items: PublishedHoursView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

/** A volunteer as staff lists name one. */
export class HoursVolunteerView {
  @ApiProperty() number: string;
  @ApiProperty({ description: 'masked: 林**' }) name: string;
}

export class StaffHoursItemView extends HoursItemView {
  @ApiProperty({ type: HoursVolunteerView }) volunteer: HoursVolunteerView;
  @ApiProperty({
    enum: HOURS_TIERS,
    enumName: 'HoursTier',
    description: 'the level that may decide about it',
  })
  tier: HoursTier;
  @ApiProperty({ enum: ['reverse', 'adjust'], isArray: true, description: 'what the caller may do now' })
  actions: ('reverse' | 'adjust')[];
}

export class StaffHoursPageView {
  @ApiProperty({ type: [StaffHoursItemView] }) items: StaffHoursItemView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

/** An item as everybody who may see it does. */
export function itemView(row: HoursItemRow, divisions: ReadonlyMap<string, { name: string }>): HoursItemView {
  return {
    id: encodeId('hours', row.id),
    kind: row.kind,
    content: row.content,
    day: row.day,
    minutes: row.minutes,
    status: row.status,
    division: { code: row.divisionCode, name: divisions.get(row.divisionCode)?.name ?? '' },
    publicisedOn: row.publicisedOn,
    publicationEndsOn: row.publicationEndsOn,
    recordedAt: row.recordedAt?.toISOString() ?? null,
    openObjections: row.openObjections,
    reason: row.reason,
  };
}

/** Whose an item is, as staff read it. */
export function volunteerView(
  row: Pick<StaffItemRow, 'number' | 'nameCipher'>,
  cipher: FieldCipher,
): HoursVolunteerView {
  return { number: row.number, name: maskName(cipher.decrypt(row.nameCipher)) };
}
