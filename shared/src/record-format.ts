/** The exported record of a topic: NDJSON, a header and one line an entry (format jiefang-record/1). */

export const RECORD_FORMAT = 'jiefang-record/1';

/** A daily root that covers this record: the tree's leaf `no` is the entry `seq` with this hash. */
export interface RecordRoot {
  /** 'YYYY-MM-DD' in Shanghai. */
  day: string;
  root: string;
  leaves: number;
  no: number;
  seq: number;
  hash: string;
  proof: string[];
}

/** The first line. `check` is the SHA-256 of its canonical JSON without `check`. */
export interface RecordHeader {
  format: typeof RECORD_FORMAT;
  topic: { id: string; title: string };
  exportedAt: string;
  /** Entries, and the hash of the last; the genesis when there is none. */
  count: number;
  head: string;
  roots: RecordRoot[];
  check: string;
}

export interface RecordCommitment {
  name: string;
  hash: string;
  /** The text was not shown when the entry was written. */
  withheld?: true;
}

/** What is shown of a text: itself with its salt, or that it is withheld or erased. */
export type RecordDisclosure =
  | { name: string; salt: string; text: string }
  | { name: string; withheld: true }
  | { name: string; erased: true };

/** A line. Everything but `hash` and `disclosed` is hashed. */
export interface RecordEntry {
  seq: number;
  at: string;
  act: string;
  actor: { role: string; ref: string | null };
  body: Record<string, unknown>;
  contents: RecordCommitment[];
  prev: string;
  hash: string;
  disclosed: RecordDisclosure[];
}

export type RecordFaultKind =
  'altered' | 'removed' | 'reordered' | 'inserted' | 'content' | 'recount' | 'root' | 'format';

/** Something that is not as the product wrote it. `seq` 0 is the header; null when a line cannot be told. */
export interface RecordFault {
  kind: RecordFaultKind;
  seq: number | null;
  /** Of a run of removed entries the last. */
  until?: number;
  /** Line of the file, from 1; null where the fault is that there is none. */
  line: number | null;
  words: string;
}

const HASH = /^[0-9a-f]{64}$/;
const SALT = /^[0-9a-f]{32}$/;

export const isHash = (value: unknown): value is string => typeof value === 'string' && HASH.test(value);

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

function hasOnly(value: Record<string, unknown>, names: readonly string[]): boolean {
  return Object.keys(value).every((name) => names.includes(name));
}

/** A line that is a header in form; its contents are not proved by that. */
export function isHeader(value: unknown): value is RecordHeader {
  return (
    isObject(value) &&
    value.format === RECORD_FORMAT &&
    hasOnly(value, ['format', 'topic', 'exportedAt', 'count', 'head', 'roots', 'check']) &&
    isObject(value.topic) &&
    hasOnly(value.topic, ['id', 'title']) &&
    isText(value.topic.id) &&
    isText(value.topic.title) &&
    isText(value.exportedAt) &&
    isCount(value.count) &&
    isHash(value.head) &&
    isHash(value.check) &&
    Array.isArray(value.roots) &&
    value.roots.every(isRoot)
  );
}

function isRoot(value: unknown): value is RecordRoot {
  return (
    isObject(value) &&
    hasOnly(value, ['day', 'root', 'leaves', 'no', 'seq', 'hash', 'proof']) &&
    isText(value.day) &&
    isHash(value.root) &&
    isCount(value.leaves) &&
    isCount(value.no) &&
    isCount(value.seq) &&
    isHash(value.hash) &&
    Array.isArray(value.proof) &&
    value.proof.every(isHash)
  );
}

/** A line that is an entry in form. */
export function isEntry(value: unknown): value is RecordEntry {
  return (
    isObject(value) &&
    isCount(value.seq) &&
    value.seq > 0 &&
    isText(value.at) &&
    isText(value.act) &&
    isObject(value.actor) &&
    isText(value.actor.role) &&
    (value.actor.ref === null || isText(value.actor.ref)) &&
    isObject(value.body) &&
    isHash(value.prev) &&
    isHash(value.hash) &&
    Array.isArray(value.contents) &&
    value.contents.every(isCommitment) &&
    Array.isArray(value.disclosed) &&
    value.disclosed.every(isDisclosure)
  );
}

function isCommitment(value: unknown): value is RecordCommitment {
  return (
    isObject(value) &&
    isText(value.name) &&
    isHash(value.hash) &&
    (value.withheld === undefined || value.withheld === true)
  );
}

function isDisclosure(value: unknown): value is RecordDisclosure {
  if (!isObject(value) || !isText(value.name)) return false;
  if (value.withheld === true) return hasOnly(value, ['name', 'withheld']);
  if (value.erased === true) return hasOnly(value, ['name', 'erased']);
  return (
    isText(value.text) &&
    isText(value.salt) &&
    SALT.test(value.salt) &&
    hasOnly(value, ['name', 'salt', 'text'])
  );
}
