import { isJsonObject, parseLossless, type JsonObject } from './wechat-reply.js';

interface PushedEventBase {
  /** The same for a repeated push of the same event: keep it unique and the event takes effect once. */
  key: string;
  openid: string;
  /** Epoch seconds by WeChat's clock. */
  createTime: number;
}

/** A person's answer to one template in the consent dialog. */
export interface SubscribeAnswer {
  templateId: string;
  status: 'accept' | 'reject';
}

/** What became of one subscribe message. `errorCode` 0 means delivered. */
export interface SubscribeOutcome {
  templateId: string;
  msgid: string;
  errorCode: number;
  errorStatus: string;
}

/** The pushed events the product knows, in one shape whichever of WeChat's shapes they came in. */
export type PushedEvent = PushedEventBase &
  (
    | { type: 'subscribe_popup'; answers: SubscribeAnswer[] }
    | { type: 'subscribe_change'; answers: SubscribeAnswer[] }
    | { type: 'subscribe_sent'; outcomes: SubscribeOutcome[] }
    | {
        type: 'media_checked';
        traceId: string;
        verdict: 'pass' | 'review' | 'risky' | 'unknown';
        label?: number;
      }
    | { type: 'authorization_revoked'; appId: string; revokeInfo: string }
    | { type: 'other'; event: string }
  );

/** One item comes as an object, several as an array, none not at all. */
export function listOf(value: unknown): JsonObject[] {
  return (Array.isArray(value) ? value : [value]).filter(isJsonObject);
}

/**
 * Reads a decrypted push in JSON.
 * @returns undefined for what is no event (a message typed by a person) or no JSON.
 */
export function readPushedEvent(text: string): PushedEvent | undefined {
  let body: unknown;
  try {
    body = parseLossless(text);
  } catch {
    return undefined;
  }
  if (!isJsonObject(body) || body.MsgType !== 'event' || typeof body.Event !== 'string') return undefined;

  const openid = asText(body.FromUserName) || asText(body.OpenID);
  const createTime = Number(body.CreateTime);
  const base = { openid, createTime, key: eventKey(body, openid) };
  switch (body.Event) {
    case 'subscribe_msg_popup_event':
      return { ...base, type: 'subscribe_popup', answers: listOf(body.List).map(readAnswer) };
    case 'subscribe_msg_change_event':
      return { ...base, type: 'subscribe_change', answers: listOf(body.List).map(readAnswer) };
    case 'subscribe_msg_sent_event':
      return { ...base, type: 'subscribe_sent', outcomes: listOf(body.List).map(readOutcome) };
    case 'wxa_media_check':
      return { ...base, type: 'media_checked', ...readMediaVerdict(body) };
    case 'user_authorization_revoke':
      return {
        ...base,
        type: 'authorization_revoked',
        appId: asText(body.AppID),
        revokeInfo: asText(body.RevokeInfo),
      };
    default:
      return { ...base, type: 'other', event: body.Event };
  }
}

function eventKey(body: JsonObject, openid: string): string {
  const messageIds = listOf(body.List).map((item) => asText(item.MsgID) || asText(item.TemplateId));
  return [openid, asText(body.CreateTime), asText(body.Event), asText(body.trace_id), ...messageIds].join(
    '|',
  );
}

function readAnswer(item: JsonObject): SubscribeAnswer {
  // Only a plain yes is a yes.
  return {
    templateId: asText(item.TemplateId),
    status: item.SubscribeStatusString === 'accept' ? 'accept' : 'reject',
  };
}

function readOutcome(item: JsonObject): SubscribeOutcome {
  return {
    templateId: asText(item.TemplateId),
    msgid: asText(item.MsgID),
    errorCode: Number(item.ErrorCode),
    errorStatus: asText(item.ErrorStatus),
  };
}

/** Top-level `errcode` is optional; a check that failed, or of the old version without `result`, has no verdict. */
function readMediaVerdict(body: JsonObject): {
  traceId: string;
  verdict: 'pass' | 'review' | 'risky' | 'unknown';
  label?: number;
} {
  const traceId = asText(body.trace_id);
  const { suggest, label } = isJsonObject(body.result) ? body.result : {};
  const failed = body.errcode !== undefined && Number(body.errcode) !== 0;
  if (failed || !(suggest === 'pass' || suggest === 'review' || suggest === 'risky')) {
    return { traceId, verdict: 'unknown' };
  }
  return { traceId, verdict: suggest, ...(typeof label === 'number' && { label }) };
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
