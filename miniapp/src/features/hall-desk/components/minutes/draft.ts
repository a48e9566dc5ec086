/** Minutes as they are being written. */
import type { Cite, Minutes, Sentence, TopicMinutes } from '../../api/types';

export const SENTENCE_MAX = 500;
export const CITES_MAX = 20;

export interface Draft {
  sentences: Sentence[];
  minority: Sentence[];
}
export type Part = keyof Draft;

const BLANK: Sentence = { text: '', cites: [] };

/** What stands there already, or one empty sentence to begin with. */
export function draftOf(minutes: Minutes | null): Draft {
  return {
    sentences: minutes === null || minutes.sentences.length === 0 ? [BLANK] : minutes.sentences,
    minority: minutes?.minority ?? [],
  };
}

export function withSentence(draft: Draft, part: Part, no: number, change: Partial<Sentence>): Draft {
  return {
    ...draft,
    [part]: draft[part].map((sentence, index) => (index === no ? { ...sentence, ...change } : sentence)),
  };
}

export function plusSentence(draft: Draft, part: Part): Draft {
  return { ...draft, [part]: [...draft[part], BLANK] };
}

export function withoutSentence(draft: Draft, part: Part, no: number): Draft {
  return { ...draft, [part]: draft[part].filter((_sentence, index) => index !== no) };
}

/** Cites it, or no longer. */
export function toggleCite(cites: readonly Cite[], cite: Cite): Cite[] {
  const same = (one: Cite): boolean => one.kind === cite.kind && one.id === cite.id;
  return cites.some(same) ? cites.filter((one) => !same(one)) : [...cites, cite];
}

/** The draft as it is saved: empty sentences are left out. */
export function written({ sentences, minority }: Draft): Draft {
  const filled = (list: readonly Sentence[]): Sentence[] =>
    list
      .map(({ text, cites }) => ({ text: text.trim(), cites }))
      .filter(({ text, cites }) => text !== '' || cites.length > 0);
  return { sentences: filled(sentences), minority: filled(minority) };
}

/** True when something was written that is not saved. */
export function isChanged(draft: Draft, minutes: Minutes | null): boolean {
  const bare = ({ sentences, minority }: Draft): string =>
    JSON.stringify(
      [sentences, minority].map((list) =>
        list.map(({ text, cites }) => [text, cites.map(({ kind, id }) => [kind, id])]),
      ),
    );
  return bare(written(draft)) !== bare(written(draftOf(minutes)));
}

/** What keeps the minutes from being saved, in words; null when nothing does. */
export function saveFault(draft: Draft): string | null {
  const { sentences, minority } = written(draft);
  if (sentences.length === 0) return '至少写一句。';
  if ([...sentences, ...minority].some(({ text }) => text === '')) return '有引用的地方也要写一句话。';
  return null;
}

/** What keeps the minutes from being sent to those who came, in words; null when nothing does. */
export function sendFault({ minutes, minorityNeeded }: TopicMinutes): string | null {
  if (minutes === null) return '先写纪要并保存。';
  if (minorityNeeded && minutes.minority.length === 0) return '有人赞成也有人反对，要写明少数人的意见。';
  if (minutes.minority.some(({ cites }) => cites.length === 0))
    return '少数人的意见，每一句都要引用是谁说的。';
  return null;
}
