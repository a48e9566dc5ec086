import { ridOf, WeChatError, type WeChatErrorDetails } from './wechat-error.js';
import { parseLossless, readImageReply, readJsonReply, textField } from './wechat-reply.js';

const path = '/x';
const failure = (read: () => unknown): Partial<WeChatErrorDetails> => {
  try {
    read();
  } catch (error) {
    if (error instanceof WeChatError) return error;
    throw error;
  }
  throw new Error('expected a WeChatError');
};
const json = (text: string, status = 200): unknown => readJsonReply(path, status, Buffer.from(text));

describe('ridOf', () => {
  it.each([
    ['invalid code, rid: 652d44d0-1d0af18b-5b069232', '652d44d0-1d0af18b-5b069232'],
    ['invalid template_id rid: 60b9f909-7f0db62c-51ba15cb', '60b9f909-7f0db62c-51ba15cb'],
    ['invalid code hint: [qigBTVNre-vXl5ra] rid: 6437cc6f-48613c7c-0bdbbd0d', '6437cc6f-48613c7c-0bdbbd0d'],
    ['ok', undefined],
  ])('finds the request id in %j', (errmsg, rid) => {
    expect(ridOf(errmsg)).toBe(rid);
  });
});

describe('readJsonReply', () => {
  it('takes a missing errcode and a zero for success', () => {
    expect(json('{"openid":"o1"}')).toEqual({ openid: 'o1' });
    expect(json('{"errcode":0,"errmsg":"ok"}')).toEqual({ errcode: 0, errmsg: 'ok' });
  });

  it('keeps the digits of large numbers as text and small ones as numbers', () => {
    expect(json('{"msgid":1988810812324364291,"expires_in":7200}')).toEqual({
      msgid: '1988810812324364291',
      expires_in: 7200,
    });
    expect(parseLossless('[0.1, 90]')).toEqual([0.1, 90]);
  });

  it('finds the error in an answer with status 200', () => {
    expect(failure(() => json('{"errcode":40163,"errmsg":"code been used, rid: 1a-2b-3c"}'))).toMatchObject({
      kind: 'code_invalid',
      errcode: 40163,
      rid: '1a-2b-3c',
      path,
    });
    expect(failure(() => json('{"errcode":99999,"errmsg":"?"}'))).toMatchObject({ kind: 'unexpected' });
  });

  it.each(['', '<html></html>', '[]', '"text"', 'null', '{"errcode":0', '{"errcode":"soon"}'])(
    'takes %j for no answer',
    (text) => {
      expect(failure(() => json(text))).toMatchObject({ kind: 'unavailable', reason: 'garbage' });
    },
  );

  it('does not believe a good answer inside an HTTP error, but a bad one', () => {
    expect(failure(() => json('{"openid":"o1"}', 502))).toMatchObject({
      kind: 'unavailable',
      reason: 'http 502',
    });
    expect(failure(() => json('{"errcode":45011,"errmsg":""}', 500))).toMatchObject({ kind: 'busy' });
  });
});

describe('readImageReply', () => {
  it('tells an image from an error by its bytes', () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1]);
    expect(readImageReply(path, 200, png)).toBe(png);
    const error = Buffer.from('{"errcode":41030,"errmsg":"invalid page rid: 1-2"}');
    expect(failure(() => readImageReply(path, 200, error))).toMatchObject({ kind: 'invalid_page' });
    expect(failure(() => readImageReply(path, 200, Buffer.from('{"errcode":0}')))).toMatchObject({
      reason: 'garbage',
    });
    expect(failure(() => readImageReply(path, 502, png))).toMatchObject({ reason: 'http 502' });
  });
});

describe('textField', () => {
  it('accepts a number where WeChat wavers, and refuses nothing at all', () => {
    expect(textField(path, { countryCode: 86 }, 'countryCode')).toBe('86');
    expect(failure(() => textField(path, {}, 'openid'))).toMatchObject({ kind: 'unavailable' });
    expect(failure(() => textField(path, { openid: '' }, 'openid'))).toMatchObject({ kind: 'unavailable' });
  });
});
