import type { ErrorCode } from '@jiefang/shared/error-codes';
import { rulePack, type RollSource, type RulePack } from '@jiefang/shared/rule-packs';
import { packMismatch, validatePack } from '@jiefang/shared/tally';
import { DAY_MS } from '@jiefang/shared/time';
import { DomainError } from '../../common/errors/domain-error.js';
import { endOfDay } from '../topics/topic-windows.js';

/** What staff choose beside whom the roll includes. Days that are left out are the pack's. */
interface PackChoice {
  source: RollSource;
  packCode: string;
  secret: boolean;
  noticeDays?: number | undefined;
  deliberationDays?: number | undefined;
  votingDays?: number | undefined;
}

/** Why a choice cannot be announced: the refusal it leads to, in words. */
interface ChoiceFault {
  code: ErrorCode;
  message: string;
}

/** The pack as it would be frozen with a topic. */
interface ChosenPack {
  pack: RulePack;
  faults: ChoiceFault[];
}

/**
 * The newest version of the pack with this topic's own windows and secrecy; a window shorter than the pack's is a
 * fault. RULE_PACK_INVALID for a code that there is not.
 */
export function choosePack(choice: PackChoice): ChosenPack {
  const pack = rulePack(choice.packCode);
  if (pack === null) {
    throw new DomainError('RULE_PACK_INVALID', { message: '没有这种议事规则。', next: '请重新选一种规则。' });
  }
  const faults: ChoiceFault[] = validatePack(pack).map((message) => ({ code: 'RULE_PACK_INVALID', message }));
  if (!pack.sources.includes(choice.source))
    faults.push({ code: 'ROLL_SOURCE', message: '这种规则不能用这种名册。' });
  else {
    faults.push(
      ...packMismatch(pack, choice.source, choice.secret).map((message) => ({
        code: 'RULE_PACK_SECRET' as const,
        message,
      })),
    );
  }
  const { decision } = pack;
  const windows = [
    ['公告', choice.noticeDays, pack.noticeDays],
    ['协商', choice.deliberationDays, pack.deliberationDays],
    ['投票', decision === null ? undefined : choice.votingDays, decision?.votingDays ?? 0],
  ] as const;
  for (const [name, asked, least] of windows) {
    if (asked !== undefined && asked < least)
      faults.push({ code: 'WINDOW_TOO_SHORT', message: `${name}至少要 ${least} 天。` });
  }
  return {
    faults,
    pack: {
      ...pack,
      sources: [...pack.sources],
      noticeDays: choice.noticeDays ?? pack.noticeDays,
      deliberationDays: choice.deliberationDays ?? pack.deliberationDays,
      decision:
        decision === null
          ? null
          : {
              ...decision,
              secrecy: choice.secret ? 'secret' : 'open',
              votingDays: choice.votingDays ?? decision.votingDays,
            },
    },
  };
}

/** Throws the first fault as a refusal. */
export function refuseFaults(faults: readonly ChoiceFault[]): void {
  const [first] = faults;
  if (first === undefined) return;
  throw new DomainError(first.code, {
    message: first.message,
    extra: { faults: faults.map((fault) => fault.message) },
  });
}

/** Whole days: the notice ends with a day, so that it never lasts less than the pack asks. */
export function deliberationWindow(pack: RulePack, now: Date): { from: Date; until: Date } {
  const from = endOfDay(now, pack.noticeDays);
  return { from, until: new Date(from.getTime() + pack.deliberationDays * DAY_MS) };
}
