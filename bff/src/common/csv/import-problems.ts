/** One thing wrong with an input file. `line` counts from 1, the header included. */
export interface ImportProblem {
  file: string;
  line: number;
  message: string;
}

/** After this many problems reading stops: the operator has enough to look at. */
export const MAX_PROBLEMS = 50;

/** The input was refused as a whole and nothing of it was kept. The message lists every problem with file and line. */
export class ImportRefused extends Error {
  constructor(
    readonly problems: readonly ImportProblem[],
    readonly stoppedEarly: boolean,
  ) {
    const lines = problems.map((p) => `  ${p.file}:${p.line}: ${p.message}`);
    const count = `${problems.length} problem${problems.length === 1 ? '' : 's'}`;
    super(
      [
        `Import refused, nothing was changed: ${count}${stoppedEarly ? ' (reading stopped there)' : ''}.`,
        ...lines,
      ].join('\n'),
    );
    this.name = 'ImportRefused';
  }
}

/** Collects what is wrong with an input, so that the operator sees many faults at once. */
export class ImportProblems {
  private readonly found: ImportProblem[] = [];

  get any(): boolean {
    return this.found.length > 0;
  }

  /** Notes a problem. Throws ImportRefused when there are too many to go on. */
  add(file: string, line: number, message: string): void {
    this.found.push({ file, line, message });
    if (this.found.length >= MAX_PROBLEMS) throw new ImportRefused(this.found, true);
  }

  /** Throws ImportRefused when anything was noted. */
  refuseIfAny(): void {
    if (this.any) throw new ImportRefused(this.found, false);
  }
}
