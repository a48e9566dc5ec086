import { listOf, readPushedEvent } from './push-event.js';

const BASE = {
  ToUserName: 'gh_9df7d78a1234',
  FromUserName: 'o4_t144j',
  CreateTime: 1626959646,
  MsgType: 'event',
};
const read = (event: object): ReturnType<typeof readPushedEvent> =>
  readPushedEvent(JSON.stringify({ ...BASE, ...event }));

describe('listOf', () => {
  it('makes a list of one object, of several, and of nothing', () => {
    expect(listOf({ a: 1 })).toEqual([{ a: 1 }]);
    expect(listOf([{ a: 1 }, { a: 2 }])).toHaveLength(2);
    expect(listOf(undefined)).toEqual([]);
    expect(listOf('text')).toEqual([]);
  });
});

describe('readPushedEvent', () => {
  const accepted = { TemplateId: 't1', SubscribeStatusString: 'accept', PopupScene: '0' };
  const rejected = { TemplateId: 't2', SubscribeStatusString: 'reject', PopupScene: '0' };

  it('reads one answer that came as an object', () => {
    expect(read({ Event: 'subscribe_msg_popup_event', List: accepted })).toMatchObject({
      type: 'subscribe_popup',
      openid: 'o4_t144j',
      createTime: 1626959646,
      answers: [{ templateId: 't1', status: 'accept' }],
    });
  });

  it('reads several answers that came as an array', () => {
    expect(read({ Event: 'subscribe_msg_popup_event', List: [accepted, rejected] })).toMatchObject({
      answers: [
        { templateId: 't1', status: 'accept' },
        { templateId: 't2', status: 'reject' },
      ],
    });
  });

  it('takes nothing but a plain yes for a yes', () => {
    const event = read({
      Event: 'subscribe_msg_popup_event',
      List: { TemplateId: 't', SubscribeStatusString: 'ban' },
    });
    expect(event).toMatchObject({ answers: [{ status: 'reject' }] });
  });

  it('keeps every digit of a message id, quoted or not', () => {
    const text = (id: string): string =>
      `{"FromUserName":"o1","CreateTime":"1626959646","MsgType":"event","Event":"subscribe_msg_sent_event",
        "List":{"TemplateId":"t","MsgID":${id},"ErrorCode":"0","ErrorStatus":"success"}}`;
    for (const id of ['1988810812324364291', '"1988810812324364291"']) {
      expect(readPushedEvent(text(id))).toMatchObject({
        type: 'subscribe_sent',
        createTime: 1626959646,
        outcomes: [{ msgid: '1988810812324364291', errorCode: 0, errorStatus: 'success' }],
      });
    }
  });

  it('reads a verdict on a picture with and without a top-level errcode', () => {
    const verdict = { Event: 'wxa_media_check', trace_id: 'abc', result: { suggest: 'risky', label: 20002 } };
    const expected = { type: 'media_checked', traceId: 'abc', verdict: 'risky', label: 20002 };
    expect(read(verdict)).toMatchObject(expected);
    expect(read({ ...verdict, errcode: 0, errmsg: 'ok' })).toMatchObject(expected);
  });

  it('has no verdict when the check failed, is of the old version or says something new', () => {
    const event = { Event: 'wxa_media_check', trace_id: 'abc' };
    for (const rest of [
      { errcode: -1008, result: { suggest: 'pass', label: 100 } },
      { isrisky: 0, status_code: 4294966288 },
      { result: { suggest: 'fine' } },
    ]) {
      expect(read({ ...event, ...rest })).toMatchObject({ verdict: 'unknown' });
    }
  });

  it('reads the withdrawal of consent, whose person stands in another field', () => {
    const event = readPushedEvent(
      JSON.stringify({
        MsgType: 'event',
        Event: 'user_authorization_revoke',
        CreateTime: 1,
        OpenID: 'o9',
        AppID: 'wx1',
        RevokeInfo: '201',
      }),
    );
    expect(event).toMatchObject({
      type: 'authorization_revoked',
      openid: 'o9',
      appId: 'wx1',
      revokeInfo: '201',
    });
  });

  it('gives a repeated push the same key and another event another', () => {
    const first = read({ Event: 'subscribe_msg_popup_event', List: accepted });
    expect(read({ Event: 'subscribe_msg_popup_event', List: accepted })?.key).toBe(first?.key);
    expect(read({ Event: 'subscribe_msg_popup_event', List: rejected })?.key).not.toBe(first?.key);
    expect(read({ Event: 'wxa_media_check', trace_id: 'a' })?.key).not.toBe(
      read({ Event: 'wxa_media_check', trace_id: 'b' })?.key,
    );
  });

  it('passes unknown events on by name and ignores the rest', () => {
    expect(read({ Event: 'something_new' })).toMatchObject({ type: 'other', event: 'something_new' });
    expect(readPushedEvent('{"MsgType":"text","Content":"hello"}')).toBeUndefined();
    expect(readPushedEvent('<xml></xml>')).toBeUndefined();
    expect(readPushedEvent('[]')).toBeUndefined();
  });
});
