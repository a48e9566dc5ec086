import { TOPIC_BODY_MAX, TOPIC_TITLE_MAX, type TopicTrack } from '@jiefang/shared/topics';
import { textFault, textFaultWords } from '@jiefang/shared/texts';
import { useState } from 'react';
import { scrollToTop } from '@/components/Page';
import type { ApiError } from '@/lib/api/error';
import { useAction } from '@/lib/useAction';
import { changeText, createTopic, submitTopic, topicChanged } from '../api/topic';
import type { Topic } from '../api/types';
import { useDraft, type Draft } from './useDraft';

interface Fields {
  title: string;
  body: string;
  track: TopicTrack;
}
interface Faults {
  title?: string;
  body?: string;
}

export interface Writing {
  draft: Draft<Fields>;
  /** As the server has it; null before it was saved for the first time. */
  topic: Topic | null;
  faults: Faults;
  error: ApiError | null;
  busy: boolean;
  /** Changes a text that others already see: nothing is submitted again. */
  revises: boolean;
  /** Milliseconds; null before the draft was saved from here. */
  savedAt: number | null;
  save: () => Promise<void>;
  /** Resolves to the topic when it was handed in, or its new text was taken. */
  submit: () => Promise<Topic | undefined>;
}

/** Writing a topic, new or `known`: kept on the phone with every letter, on the server when asked. */
export function useWriting(community: string, known: Topic | null): Writing {
  const fresh: Fields = {
    title: known?.title ?? '',
    body: known?.body ?? '',
    track: known?.track ?? 'deep',
  };
  const draft = useDraft<Fields>(
    known === null ? `topic.new.${community}` : `topic.${known.id}.${known.text.no}`,
    fresh,
  );
  const [saved, setSaved] = useState<Topic | null>(known);
  const [faults, setFaults] = useState<Faults>({});
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const create = useAction(createTopic, topicChanged);
  const change = useAction(changeText, topicChanged);
  const hand = useAction(submitTopic, topicChanged);
  const { title, body, track } = draft.value;
  const revises = known !== null && !['draft', 'returned'].includes(known.status);

  /** Puts the present words on the server; undefined when they were refused. */
  const store = async (): Promise<Topic | undefined> => {
    const found = faultsOf(title, body);
    setFaults(found);
    if (Object.keys(found).length > 0) {
      scrollToTop();
      return undefined;
    }
    hand.reset();
    if (saved !== null && saved.title === title.trim() && saved.body === body.trim()) return saved;
    const text = { title: title.trim(), body: body.trim() };
    const stored =
      saved === null
        ? await create.run({ communityCode: community, track, ...text })
        : await change.run({ id: saved.id, no: saved.text.no, ...text });
    if (stored !== undefined) setSaved(stored);
    return stored;
  };

  return {
    draft,
    topic: saved,
    faults,
    error: create.error ?? change.error ?? hand.error,
    busy: create.busy || change.busy || hand.busy,
    revises,
    savedAt,
    save: async () => {
      if ((await store()) === undefined) return;
      setSavedAt(Date.now());
      scrollToTop();
    },
    submit: async () => {
      const stored = await store();
      if (stored === undefined) return undefined;
      const handed = revises ? stored : await hand.run({ id: stored.id });
      if (handed !== undefined) draft.clear();
      return handed;
    },
  };
}

/** What has to be put right before the words are sent. */
export function faultsOf(title: string, body: string): Faults {
  const [ofTitle, ofBody] = [textFault(title, TOPIC_TITLE_MAX), textFault(body, TOPIC_BODY_MAX)];
  return {
    ...(ofTitle === null ? {} : { title: textFaultWords(ofTitle, TOPIC_TITLE_MAX) }),
    ...(ofBody === null ? {} : { body: textFaultWords(ofBody, TOPIC_BODY_MAX) }),
  };
}
