import { Injectable, Logger } from '@nestjs/common';
import { cleanText, TextRefused } from '@jiefang/shared/texts';
import { DomainError } from '../common/errors/domain-error.js';
import { PeopleService } from '../identity/people/people.service.js';
import { WeChatClient, type TextScene, type TextVerdict } from '../integrations/wechat/wechat-client.js';

/** Where WeChat's check is told a text will stand: in a forum. */
const FORUM_SCENE = 3;
/** No text of the product is longer, in code points. */
const LONGEST = 4100;

/** The text as it will be stored; TOPIC_TEXT in the writer's words for what cannot be taken. `max` counts code points. */
export function requireText(text: string, max: number): string {
  try {
    return cleanText(text, max);
  } catch (error) {
    if (error instanceof TextRefused) throw new DomainError('TOPIC_TEXT', { message: error.words });
    throw error;
  }
}

/** What WeChat thinks of a text before anybody else reads it. */
@Injectable()
export class TextCheck {
  private readonly logger = new Logger(TextCheck.name);

  constructor(
    private readonly people: PeopleService,
    private readonly wechat: WeChatClient,
  ) {}

  /**
   * `pass` may be shown; `held` waits for a person: WeChat wants a look, refuses, is slow, is down, or does not know the
   * writer. Call it outside of any transaction. TOPIC_TEXT for what must not reach WeChat at all.
   */
  async judge(personId: number, text: string, scene: TextScene = FORUM_SCENE): Promise<'pass' | 'held'> {
    return (await this.verdictOf(personId, text, scene)) === 'pass' ? 'pass' : 'held';
  }

  /** WeChat's own word, for the case that a held text opens; `unknown` whenever there is none. */
  async verdictOf(personId: number, text: string, scene: TextScene = FORUM_SCENE): Promise<TextVerdict> {
    const clean = requireText(text, LONGEST);
    const { openid } = await this.people.require(personId);
    if (openid === null) return 'unknown';
    try {
      return await this.wechat.checkText(openid, scene, clean);
    } catch (error) {
      this.logger.error(`text check failed: ${error instanceof Error ? error.message : String(error)}`);
      return 'unknown';
    }
  }
}
