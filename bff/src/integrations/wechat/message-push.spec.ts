import { decryptPush, encryptPush, PushRejected, pushSignature, verifyPush } from './message-push.js';

const KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const APP_ID = 'wxb11529c136998cb6';
const MESSAGE = '我是中文abcd123';
const SEALED = 'jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==';

describe('pushSignature', () => {
  it.each([
    ['1714036504', '1514711492', 'f464b24fc39322e44b38aa78f5edd27bd1441696'],
    ['1714037059', '486452656', '899cf89e464efb63f54ddac96b0a0a235f53aa78'],
  ])('equals the example of the documentation at %s', (timestamp, nonce, expected) => {
    expect(pushSignature('AAAAA', timestamp, nonce)).toBe(expected);
  });
});

describe('encryptPush and decryptPush', () => {
  it('seals as the published example does', () => {
    expect(encryptPush(KEY, APP_ID, MESSAGE, Buffer.from('aaaabbbbccccdddd'))).toBe(SEALED);
  });

  it('opens the published example', () => {
    expect(decryptPush(KEY, APP_ID, SEALED)).toBe(MESSAGE);
  });

  it('opens what it sealed, at every length around a block of padding', () => {
    for (let length = 0; length <= 70; length++) {
      const message = '街'.repeat(length);
      expect(decryptPush(KEY, APP_ID, encryptPush(KEY, APP_ID, message))).toBe(message);
    }
  });

  it('rejects a message for another app', () => {
    const sealed = encryptPush(KEY, 'wx0000000000000000', MESSAGE);
    expect(() => decryptPush(KEY, APP_ID, sealed)).toThrow(new PushRejected('foreign app'));
  });

  it.each(['', 'AAAA', 'not base64 at all', SEALED.slice(0, 40), `${SEALED.slice(0, -8)}AAAAAAA=`])(
    'rejects what is no ciphertext of ours: %j',
    (sealed) => {
      expect(() => decryptPush(KEY, APP_ID, sealed)).toThrow(PushRejected);
    },
  );

  it('says so when the key itself is no key', () => {
    expect(() => encryptPush('short', APP_ID, MESSAGE)).toThrow(RangeError);
  });
});

describe('verifyPush', () => {
  const now = 1_714_036_504_000;
  const signed = (timestamp: string, encrypt?: string): Parameters<typeof verifyPush>[0] => ({
    token: 'AAAAA',
    timestamp,
    nonce: '1514711492',
    encrypt,
    signature: pushSignature('AAAAA', timestamp, '1514711492', ...(encrypt === undefined ? [] : [encrypt])),
  });

  it('accepts a true signature, with and without ciphertext', () => {
    expect(() => verifyPush(signed('1714036504'), now)).not.toThrow();
    expect(() => verifyPush(signed('1714036504', SEALED), now)).not.toThrow();
  });

  it('rejects a signature that leaves the ciphertext out', () => {
    expect(() => verifyPush({ ...signed('1714036504'), encrypt: SEALED }, now)).toThrow(
      new PushRejected('signature'),
    );
  });

  it.each(['', 'f', 'F464B24FC39322E44B38AA78F5EDD27BD1441696', '微'.repeat(40)])(
    'rejects the signature %j',
    (signature) => {
      expect(() => verifyPush({ ...signed('1714036504'), signature }, now)).toThrow(
        new PushRejected('signature'),
      );
    },
  );

  it('accepts five minutes of difference and no more, either way', () => {
    expect(() => verifyPush(signed('1714036204'), now)).not.toThrow();
    expect(() => verifyPush(signed('1714036804'), now)).not.toThrow();
    expect(() => verifyPush(signed('1714036203'), now)).toThrow(new PushRejected('stale'));
    expect(() => verifyPush(signed('1714036805'), now)).toThrow(new PushRejected('stale'));
    expect(() => verifyPush(signed('soon'), now)).toThrow(new PushRejected('stale'));
  });
});
