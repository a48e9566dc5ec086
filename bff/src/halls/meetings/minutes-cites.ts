import { Injectable } from '@nestjs/common';
import { DomainError } from '../../common/errors/domain-error.js';
import { decodeId, encodeId } from '../../common/ids/public-id.js';
import type { Sql } from '../../database/database.js';
import { requireText } from '../../moderation/text-check.js';
import type { SentenceView } from './meeting-views.js';
import { SENTENCE_MAX, type CiteKind, type SentenceBody } from './meetings.dto.js';
import { MeetingsRepository } from './meetings.repository.js';
import { MinutesRepository, type StoredSentence } from './minutes.repository.js';

interface Cite {
  kind: CiteKind;
  id: number;
}

/** What the sentences of minutes point at: speeches and opinions of the same topic. */
@Injectable()
export class MinutesCites {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly minutes: MinutesRepository,
  ) {}

  /** Sentences as they are stored. MINUTES_CITE for what is not of this topic or not shown, TOPIC_TEXT for bad text. */
  async read(sql: Sql, topicId: number, sentences: readonly SentenceBody[]): Promise<StoredSentence[]> {
    const read = sentences.map((sentence) => ({
      text: requireText(sentence.text, SENTENCE_MAX),
      cites: sentence.cites.map(({ kind, id }) => ({ kind, id: decodeCite(kind, id) })),
    }));
    const labels = await this.labels(
      sql,
      topicId,
      read.flatMap((sentence) => sentence.cites),
    );
    for (const cite of read.flatMap((sentence) => sentence.cites)) {
      if (labels(cite) === null) throw new DomainError('MINUTES_CITE');
    }
    return read;
  }

  /** Sentences as they are shown. A cite that was hidden since keeps its place. */
  async show(sql: Sql, topicId: number, sentences: readonly StoredSentence[]): Promise<SentenceView[]> {
    const labels = await this.labels(
      sql,
      topicId,
      sentences.flatMap((sentence) => sentence.cites),
    );
    return sentences.map(({ text, cites }) => ({
      text,
      cites: cites.map((cite) => ({
        kind: cite.kind,
        id: encodeId(cite.kind, cite.id),
        label: labels(cite) ?? '已经不显示的发言',
      })),
    }));
  }

  private async labels(
    sql: Sql,
    topicId: number,
    cites: readonly Cite[],
  ): Promise<(cite: Cite) => string | null> {
    const idsOf = (kind: CiteKind): number[] => [
      ...new Set(cites.filter((cite) => cite.kind === kind).map((cite) => cite.id)),
    ];
    const opinions = await this.minutes.findOpinions(sql, topicId, idsOf('opinion'));
    const speeches = new Map<number, string>();
    if (idsOf('speech').length > 0) {
      const attendees = await this.meetings.findAttendeesOfTopic(sql, topicId);
      const names = new Map(attendees.map((attendee) => [attendee.id, attendee.name]));
      for (const speech of await this.meetings.findSpeeches(sql, { topicId })) {
        if (speech.status === 'erased') continue;
        const speaker = speech.speaker ?? names.get(speech.attendeeId ?? 0) ?? '';
        speeches.set(speech.id, `会上第 ${speech.no} 段，${speaker}`);
      }
    }
    return ({ kind, id }) => {
      if (kind === 'speech') return speeches.get(id) ?? null;
      const name = opinions.get(id);
      return name === undefined ? null : `${name}的发言`;
    };
  }
}

/** MINUTES_CITE for an id of another kind. */
function decodeCite(kind: CiteKind, id: string): number {
  try {
    return decodeId(kind, id);
  } catch (error) {
    throw error instanceof DomainError ? new DomainError('MINUTES_CITE') : error;
  }
}
