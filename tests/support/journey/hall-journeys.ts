import { buildHallCity, MODERATOR, STREET_MODERATOR, type HallCity, type TopicInHall } from './hall-city.js';
import { endorse, raise } from './hall-raise.js';
import { followUp, verify } from './hall-outcome.js';
import { discuss, meet, type SignIn } from './hall-talk.js';
import { publicise, vote } from './hall-vote.js';
import { answerAndDecline, merge, voteInSecret } from './hall-ways.js';
import { sceneOf, type OpenDriver } from './phones.js';

/** From a resident's first word to the proof of everything that came of it. */
const WHOLE_WAY_MS = 360_000;

/** The whole way of a topic through the hall; the same for every build. */
export function describeHalls(open: OpenDriver, signIn: SignIn): void {
  const scene = sceneOf<HallCity>(buildHallCity, open);

  it(
    'carries a topic from the first word to the kept promise, and its record proves',
    async () => {
      const hall: TopicInHall = {
        city: scene.city,
        scene,
        lin: await scene.phone('verified'),
        chen: await scene.phone('resident'),
        luo: await scene.phone(MODERATOR),
        hong: await scene.phone(STREET_MODERATOR),
        id: '',
      };
      await raise(hall);
      await endorse(hall);
      await discuss(hall);
      await meet(hall, signIn);
      const receipts = await vote(hall);
      await publicise(hall, receipts);
      await followUp(hall);
      await verify(hall);
    },
    WHOLE_WAY_MS,
  );

  it('takes a secret ballot of one’s own and one by proxy, in elder view', () => voteInSecret(scene));
  it('answers at once, declines, takes up again, and lets go', () => answerAndDecline(scene));
  it('makes one topic of two, and asks who endorsed', () => merge(scene));
}
