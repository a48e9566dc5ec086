/** Volunteering as home and the volunteering pages share it. Instants are ISO-8601 UTC, places GCJ-02. */
import type { Schemas } from './contract';

/** One coming shift of a task, as lists show it. */
export type ShiftCard = Schemas['ShiftCardView'];
/** Places of a shift as they are this moment. */
export type Places = Schemas['ShiftPlacesView'];
/** One of the reader's claims. */
export type ClaimCard = Schemas['ClaimCard'];
/** The reader's place in the queue for a shift that was full. */
export type ShiftWait = Schemas['ShiftWaitView'];
