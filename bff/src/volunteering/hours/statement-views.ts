import { ApiProperty } from '@nestjs/swagger';
import { HoursDivisionView, HoursVolunteerView } from './hours-views.js';

export class MonthMinutesView {
  @ApiProperty({ minimum: 1, maximum: 12 }) month: number;
  @ApiProperty() minutes: number;
}

export class StatementItemView {
  @ApiProperty({ format: 'date' }) day: string;
  @ApiProperty() content: string;
  @ApiProperty() minutes: number;
  @ApiProperty({ type: HoursDivisionView }) division: HoursDivisionView;
}

/** A volunteer's recorded hours of a year. */
export class StatementView {
  @ApiProperty({ type: HoursVolunteerView, nullable: true, description: 'null for who is no volunteer' })
  subject: HoursVolunteerView | null;
  @ApiProperty() year: number;
  @ApiProperty() totalMinutes: number;
  @ApiProperty({ type: [MonthMinutesView], description: 'all twelve months' }) byMonth: MonthMinutesView[];
  @ApiProperty({ type: [StatementItemView], description: 'oldest first' }) items: StatementItemView[];
}

export class StatementUnitView {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
}

export class UnitMinutesView {
  @ApiProperty({ type: StatementUnitView, nullable: true, description: 'null: volunteers of no unit' })
  unit: StatementUnitView | null;
  @ApiProperty() minutes: number;
  @ApiProperty() people: number;
}

export class StatementRowView {
  @ApiProperty() number: string;
  @ApiProperty({ description: 'masked' }) name: string;
  @ApiProperty() minutes: number;
  @ApiProperty() services: number;
}

/** The recorded hours of a division's subtree, or of one unit in it, in a year. */
export class DivisionStatementView {
  @ApiProperty({ type: HoursDivisionView }) division: HoursDivisionView;
  @ApiProperty({ type: StatementUnitView, nullable: true }) unit: StatementUnitView | null;
  @ApiProperty() year: number;
  @ApiProperty() totalMinutes: number;
  @ApiProperty() people: number;
  @ApiProperty({ type: [MonthMinutesView], description: 'all twelve months' }) byMonth: MonthMinutesView[];
  @ApiProperty({ type: [UnitMinutesView], description: 'by name' }) units: UnitMinutesView[];
  @ApiProperty({ type: [StatementRowView], description: 'by volunteer number, the first 500' })
  rows: StatementRowView[];
  @ApiProperty({ description: 'volunteers beyond those; the export has them all' }) rowsLeftOff: number;
}

/** Where a file can be fetched without a login for ten minutes. */
export class DownloadLinkView {
  @ApiProperty() path: string;
}

/** All twelve months in order, zero where nothing was done. */
export function allMonths(rows: readonly { month: number; minutes: number }[]): MonthMinutesView[] {
  return Array.from({ length: 12 }, (_, index) => ({
    month: index + 1,
    minutes: rows.filter((row) => row.month === index + 1).reduce((sum, row) => sum + row.minutes, 0),
  }));
}
