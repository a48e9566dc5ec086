/** Resources of the 议事厅 as its staff see them, by the names the client uses. Areas are hundredths of a square metre. */
import type { Schemas } from '@/lib/api/contract';

/** An act that the status allows, and what it still needs, in words. */
export type StaffAct = Schemas['StaffTopicActionView'];
export type StaffTopicCard = Schemas['StaffTopicCardView'];
export type StaffTopic = Schemas['StaffTopicView'];
export type TopicQueue = 'review' | 'endorsed' | 'running' | 'declined' | 'late' | 'assisted' | 'all';
export type TopicText = Schemas['TopicTextView'];

export type RulePackCard = Schemas['RulePackView'];
export type RollChoice = Schemas['RollChoiceBody'];
export type RollPreview = Schemas['RollPreviewView'];
export type RollMember = Schemas['RollMemberView'];
export type OwnersImport = Schemas['OwnersImportView'];
/** The same, just made, with what somebody should look at. */
export type NewOwnersImport = Schemas['NewOwnersImportView'];
/** What is wrong in a line of a list that was refused. */
export interface FileFault {
  line: number;
  message: string;
}

export type HallRoleGrant = Schemas['HallRoleView'];
export type HallRole = HallRoleGrant['role'];

export type MeetingCard = Schemas['MeetingView'];
export type Meeting = Schemas['MeetingPageView'];
export type Speech = Schemas['SpeechView'];
export type SignInCode = Schemas['MeetingCodeView'];

export type Cite = Schemas['CiteView'];
export type Sentence = Schemas['SentenceView'];
export type Confirmation = Schemas['MinutesConfirmationView'];
export type Minutes = Schemas['MinutesView'];
export type TopicMinutes = Schemas['TopicMinutesView'];

export type Assisted = Schemas['AssistedView'];
export type AssistedEntry = Schemas['AssistedBody'];
export type Counting = Schemas['CountingView'];
export type Recount = Schemas['RecountView'];

export type CaseCard = Schemas['CaseCardView'];
export type Case = Schemas['CaseView'];
export type CaseQueue = 'open' | 'mine' | 'appeals' | 'decided';
export type CaseSubjectKind = CaseCard['subject']['kind'];

export type StaffObjection = Schemas['StaffTopicObjectionView'];
export type FollowUp = Schemas['FollowUpView'];
export type HallPromise = Schemas['PromiseView'];

export type Erasure = Schemas['ErasureBody'];
export type ErasureKind = Erasure['subject']['kind'];
