/** Fields in which two versions of a thing differ. */
export function changed<Draft extends object>(before: Draft, after: Draft): (keyof Draft)[] {
  return (Object.keys(after) as (keyof Draft)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
}

interface Rebased<Draft> {
  draft: Draft;
  /** What a colleague changed meanwhile. */
  theirs: (keyof Draft)[];
  /** What both changed: the draft keeps one's own, to be looked at again. */
  both: (keyof Draft)[];
}

/**
 * Puts one's own changes (`base` → `mine`) on top of what a colleague has saved meanwhile (`base` → `latest`), so that
 * neither is lost.
 */
export function rebase<Draft extends object>(base: Draft, mine: Draft, latest: Draft): Rebased<Draft> {
  const own = changed(base, mine);
  const theirs = changed(base, latest);
  const draft = { ...latest };
  for (const field of own) draft[field] = mine[field];
  return { draft, theirs, both: theirs.filter((field) => own.includes(field)) };
}
