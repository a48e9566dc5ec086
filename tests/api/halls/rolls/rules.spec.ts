import { stage } from '../../../support/stage.js';

describe('rule packs', () => {
  const [app] = stage(1);

  it('are told to everybody in plain words', async () => {
    const { body } = await app.as().get('/rule-packs').expect(200);
    const { items } = body as {
      items: { code: string; sentences: string[]; secrecy: string | null; votingDays: number | null }[];
    };
    expect(items.map((pack) => pack.code)).toEqual([
      'opinion',
      'household_majority',
      'civil_278_ordinary',
      'civil_278_major',
    ]);
    expect(items[0]).toMatchObject({ secrecy: null, votingDays: null });
    expect(items[3]).toMatchObject({ secrecy: 'open', votingDays: 15, sources: ['owners'] });
    for (const { sentences } of items) {
      expect(sentences.length).toBeGreaterThan(1);
      for (const sentence of sentences) expect(sentence).toMatch(/\p{Script=Han}.*。$/u);
    }
  });
});
