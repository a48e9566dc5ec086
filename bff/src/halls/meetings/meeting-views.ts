import { ApiProperty } from '@nestjs/swagger';
import { SPEAKER_ROLES, STANCES, type SpeakerRole, type Stance } from '@jiefang/shared/topics';
import { AttachmentView } from '../attachments/attachments.dto.js';
import { encodeId } from '../../common/ids/public-id.js';
import { meetingStatus, MEETING_STATUSES, type MeetingStatus } from './meeting-rules.js';
import { CITE_KINDS, type CiteKind } from './meetings.dto.js';
import type { MeetingRow, SignInMethod } from './meetings.repository.js';

const METHODS = ['qr', 'paper'] as const;

class MeetingFacts {
  @ApiProperty() id: string;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
  @ApiProperty() place: string;
  @ApiProperty() agenda: string;
  @ApiProperty({ enum: MEETING_STATUSES, enumName: 'MeetingStatus' }) status: MeetingStatus;
  @ApiProperty({ type: Boolean, nullable: true, description: 'null for a visitor' }) signedIn: boolean | null;
}

export class MeetingView extends MeetingFacts {
  @ApiProperty({ type: 'integer' }) attendees: number;
  @ApiProperty({ type: 'integer' }) speeches: number;
}

export class MeetingListView {
  @ApiProperty({ type: [MeetingView] }) items: MeetingView[];
}

export class MeetingTopicView {
  @ApiProperty() id: string;
  @ApiProperty() title: string;
}

export class AttendeeView {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: SPEAKER_ROLES, enumName: 'SpeakerRole' }) role: SpeakerRole;
  @ApiProperty({ enum: METHODS, enumName: 'SignInMethod' }) method: SignInMethod;
}

export class SpeechView {
  @ApiProperty() id: string;
  @ApiProperty({ type: 'integer' }) no: number;
  @ApiProperty() speaker: string;
  @ApiProperty({ enum: SPEAKER_ROLES, enumName: 'SpeakerRole' }) role: SpeakerRole;
  @ApiProperty({ enum: STANCES, enumName: 'Stance' }) stance: Stance;
  @ApiProperty({ type: String, nullable: true, description: 'null when it was erased' }) text: string | null;
  @ApiProperty({ type: [AttachmentView] }) attachments: AttachmentView[];
}

export class MeetingPageView extends MeetingFacts {
  @ApiProperty({ type: MeetingTopicView }) topic: MeetingTopicView;
  @ApiProperty({ type: [AttendeeView] }) attendees: AttendeeView[];
  @ApiProperty({ type: [SpeechView] }) speeches: SpeechView[];
}

/** The code that people scan at the door; it rotates. */
export class MeetingCodeView {
  @ApiProperty() qr: string;
  @ApiProperty() manualCode: string;
  @ApiProperty({ format: 'date-time' }) expiresAt: string;
  @ApiProperty({ format: 'date-time' }) serverTime: string;
}

export class CiteView {
  @ApiProperty({ enum: CITE_KINDS, enumName: 'CiteKind' }) kind: CiteKind;
  @ApiProperty() id: string;
  @ApiProperty({ description: 'who said it, where' }) label: string;
}

export class SentenceView {
  @ApiProperty() text: string;
  @ApiProperty({ type: [CiteView] }) cites: CiteView[];
}

const MINUTES_STATUSES = ['draft', 'confirming', 'confirmed'] as const;
type MinutesStatus = (typeof MINUTES_STATUSES)[number];

/** An attendee's answer to the minutes; `agrees` null is 未答复, which is no consent. */
export class MinutesConfirmationView {
  @ApiProperty() attendeeId: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: Boolean, nullable: true }) agrees: boolean | null;
  @ApiProperty({ type: String, nullable: true }) comment: string | null;
  @ApiProperty({ type: String, enum: ['app', 'paper'], enumName: 'ConfirmationMethod', nullable: true })
  method: 'app' | 'paper' | null;
}

export class MinutesView {
  @ApiProperty({ type: 'integer' }) no: number;
  @ApiProperty({ type: [SentenceView] }) sentences: SentenceView[];
  @ApiProperty({ type: [SentenceView], description: 'minority views' }) minority: SentenceView[];
  @ApiProperty({ enum: MINUTES_STATUSES, enumName: 'MinutesStatus' }) status: MinutesStatus;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) confirmUntil: string | null;
  @ApiProperty({ type: [MinutesConfirmationView] }) confirmations: MinutesConfirmationView[];
  @ApiProperty({ type: String, enum: ['waiting', 'answered'], enumName: 'MinutesMine', nullable: true })
  mine: 'waiting' | 'answered' | null;
}

export class TopicMinutesView {
  @ApiProperty({ type: MinutesView, nullable: true }) minutes: MinutesView | null;
  @ApiProperty({ description: 'views stand on both sides: the minutes must say what the smaller one thinks' })
  minorityNeeded: boolean;
}

export function meetingFacts(row: MeetingRow, now: Date, signedIn: boolean | null): MeetingFacts {
  return {
    id: encodeId('meeting', row.id),
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    place: row.place,
    agenda: row.agenda,
    status: meetingStatus(row, now),
    signedIn,
  };
}

export function meetingView(row: MeetingRow, now: Date, signedIn: boolean | null): MeetingView {
  return {
    ...meetingFacts(row, now, signedIn),
    attendees: Number(row.attendees),
    speeches: Number(row.speeches),
  };
}
