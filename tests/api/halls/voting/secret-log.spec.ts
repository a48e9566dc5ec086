import { buildVote, cast, endOfVoting } from '../../../builders/voting.js';
import { createApp } from '../../../support/app.js';
import { holdTime } from '../../../support/stage.js';

jest.setTimeout(60_000);

/** Takes what is logged to the terminal, until `end` gives it. */
function captureLog(): { end: () => string[] } {
  const lines: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((data) => {
    lines.push(String(data));
    return true;
  });
  return {
    end: () => {
      write.mockRestore();
      return lines;
    },
  };
}

describe('the log', () => {
  it('says nothing of a secret choice, at its loudest, also when the statement with it fails', async () => {
    const log = captureLog();
    const loud = await createApp({ config: { logLevel: 'trace' } });
    await holdTime(loud);
    const vote = await buildVote(loud, 4, { secret: true });
    const people = vote.people as [number, number, number, number];
    const statuses: number[] = [];
    const send = async (person: number, no: number, choice: 'for' | 'against' | 'abstain'): Promise<void> => {
      statuses.push((await cast(loud, vote, person, no, choice)).status);
    };
    await send(people[0], 1, 'against');
    await send(people[0], 1, 'abstain');
    await send(people[1], 1, 'against');
    await loud.database.execute('RENAME TABLE secret_ballot TO secret_ballot_away');
    await send(people[1], 2, 'against');
    await loud.database.execute('RENAME TABLE secret_ballot_away TO secret_ballot');
    await send(people[1], 2, 'abstain');
    const marks = await loud.database.query('SELECT 1 FROM ballot_mark WHERE topic_id = ?', [vote.topicId]);
    await endOfVoting(loud, vote);
    await endOfVoting(loud, vote);
    await loud.close();
    const lines = log.end();

    expect(statuses).toEqual([201, 409, 403, 500, 201]);
    expect(marks).toHaveLength(2);
    const said = lines.join('\n');
    expect(said).toContain('a statement about ballots failed');
    expect(said).not.toMatch(/against|abstain/);
  });
});
