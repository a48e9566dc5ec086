import type { Schemas } from '@/lib/api/contract';

/** The BFF's resources as the patrol screen uses them. Instants are ISO-8601 UTC, places GCJ-02. */
export type Claim = Schemas['ClaimView'];
export type Patrol = Schemas['PatrolView'];
export type Evidence = Schemas['EvidenceView'];
export type Consent = Schemas['ConsentView'];
export type Route = NonNullable<Schemas['TaskView']['route']>;
