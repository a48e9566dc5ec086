/** What staff have chosen of a roll and its rules so far, and what of it can be asked of the server. */
import type { RollSource } from '@jiefang/shared/rule-packs';
import type { RollChoice, RulePackCard } from '../../api/types';

export interface Wizard {
  source: RollSource | null;
  ownersImportId: string | null;
  /** Only these; none means all. */
  buildings: string[];
  pack: RulePackCard | null;
  /** Asked only where the pack leaves the choice. */
  secret: boolean;
  noticeDays: number;
  deliberationDays: number;
  votingDays: number;
}

export const EMPTY_WIZARD: Wizard = {
  source: null,
  ownersImportId: null,
  buildings: [],
  pack: null,
  secret: false,
  noticeDays: 0,
  deliberationDays: 0,
  votingDays: 0,
};

/** Longest window that may be chosen, in days. */
export const LONGEST_DAYS = 180;

/** A pack that every source can be used with: enough to ask whom a roll would include. */
const ANY_PACK = 'opinion';

/** Another source: the list of owners, the buildings and a pack that does not fit go. */
export function withSource(wizard: Wizard, source: RollSource): Wizard {
  const fits = wizard.pack?.sources.includes(source) === true;
  return { ...wizard, source, ownersImportId: null, buildings: [], pack: fits ? wizard.pack : null };
}

/** Another pack, with its own windows: they may be made longer, never shorter. */
export function withPack(wizard: Wizard, pack: RulePackCard): Wizard {
  const { noticeDays, deliberationDays, votingDays } = pack;
  return { ...wizard, pack, secret: false, noticeDays, deliberationDays, votingDays: votingDays ?? 0 };
}

/** True when it is known who shall be on the roll. */
export function hasRoll({ source, ownersImportId }: Wizard): boolean {
  return source !== null && (source !== 'owners' || ownersImportId !== null);
}

/** The roll by its source alone, for the names of its buildings; null while it is not known. */
export function wholeRoll(wizard: Wizard): RollChoice | null {
  const { source, ownersImportId } = wizard;
  if (source === null || !hasRoll(wizard)) return null;
  return {
    source,
    packCode: ANY_PACK,
    secret: false,
    ...(ownersImportId === null ? {} : { ownersImportId }),
  };
}

/** Everything chosen; null while something is missing. */
export function choiceOf(wizard: Wizard): RollChoice | null {
  const { pack, buildings, noticeDays, deliberationDays, votingDays } = wizard;
  const roll = wholeRoll(wizard);
  if (roll === null || pack === null) return null;
  return {
    ...roll,
    packCode: pack.code,
    secret: isSecret(wizard),
    ...(buildings.length === 0 ? {} : { buildings }),
    noticeDays,
    deliberationDays,
    ...(pack.votingDays === null ? {} : { votingDays }),
  };
}

export function isSecret({ pack, secret }: Pick<Wizard, 'pack' | 'secret'>): boolean {
  if (pack?.secrecy === 'choice') return secret;
  return pack?.secrecy === 'secret';
}
