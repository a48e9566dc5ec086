import Taro from '@tarojs/taro';
import { api } from './api/client';
import type { SubscribeTemplate } from './api/types';

type Verdict = 'accept' | 'reject' | 'ban' | 'filter';
/** WeChat asks about at most three templates at once. */
const AT_ONCE = 3;

/**
 * Asks whether WeChat may remind. Must be called inside the tap itself, before any await, or WeChat refuses to ask.
 * The answer goes to the BFF; the inbox tells everything in any case, so a failure here is nobody's trouble.
 */
export function askToRemind(templates: readonly SubscribeTemplate[]): void {
  const tmplIds = templates.slice(0, AT_ONCE).map((template) => template.templateId);
  if (tmplIds.length === 0) return;
  Taro.requestSubscribeMessage({ tmplIds } as Taro.requestSubscribeMessage.Option)
    .then((answer) => {
      const verdicts = answer as unknown as Record<string, Verdict | undefined>;
      const results = tmplIds.flatMap((templateId) => {
        const result = verdicts[templateId];
        return result === undefined ? [] : [{ templateId, result }];
      });
      return results.length === 0 ? undefined : api.post('/me/subscriptions', { body: { results } });
    })
    .catch(() => undefined);
}
