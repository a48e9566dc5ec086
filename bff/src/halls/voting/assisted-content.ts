import type { BallotChoice, SpeakerRole, Stance } from '@jiefang/shared/topics';
import type { FieldCipher } from '../../common/crypto/field-cipher.js';
import { DomainError } from '../../common/errors/domain-error.js';

/** What was read off a paper or heard on the phone; kept encrypted until a second person has read the same. */
export type AssistedContent =
  { choice: BallotChoice } | { stance: Stance; role: SpeakerRole; speakerName: string; text: string };

interface Given {
  kind: 'ballot' | 'opinion';
  member?: number;
  choice?: BallotChoice;
  stance?: Stance;
  role?: SpeakerRole;
  speakerName?: string;
  text?: string;
}

/** The content of what was entered; INVALID_INPUT when a part of its kind is missing or one of the other is there. */
export function contentOf(given: Given): AssistedContent {
  const { kind, member, choice, stance, role, speakerName, text } = given;
  const parts = { member, choice, stance, role, speakerName, text };
  const wanted: readonly (keyof typeof parts)[] =
    kind === 'ballot' ? ['member', 'choice'] : ['stance', 'role', 'speakerName', 'text'];
  const details = Object.entries(parts).flatMap(([field, value]) => {
    const isWanted = wanted.some((one) => one === field);
    if (isWanted === (value !== undefined)) return [];
    return [{ field, message: isWanted ? '不能空着' : '这里不用填' }];
  });
  if (details.length > 0) throw new DomainError('INVALID_INPUT', { extra: { details } });
  if (choice !== undefined) return { choice };
  if (stance === undefined || role === undefined || speakerName === undefined || text === undefined)
    throw new DomainError('INVALID_INPUT');
  return { stance, role, speakerName, text };
}

/** True when two people read the same. Blanks and punctuation of a text may differ: nobody reads those out. */
export function readsAlike(
  content: AssistedContent,
  second: { choice?: BallotChoice; stance?: Stance; text?: string },
): boolean {
  if ('choice' in content) return second.choice === content.choice;
  return second.stance === content.stance && bare(second.text ?? '') === bare(content.text);
}

export function sealContent(cipher: FieldCipher, content: AssistedContent): Buffer {
  return cipher.encrypt(JSON.stringify(content));
}

/** Null once it was forgotten. */
export function openContent(cipher: FieldCipher, sealed: Buffer): AssistedContent | null {
  return sealed.length === 0 ? null : (JSON.parse(cipher.decrypt(sealed)) as AssistedContent);
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{P}\p{Z}\s]/gu, '')
    .toLowerCase();
}
