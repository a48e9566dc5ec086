import { Circuit, nextShanghaiMidnight } from './circuit.js';
import { WeChatError } from './wechat-error.js';

describe('nextShanghaiMidnight', () => {
  it.each([
    ['2026-11-28T15:59:59.999Z', '2026-11-28T16:00:00.000Z'],
    ['2026-11-28T16:00:00.000Z', '2026-11-29T16:00:00.000Z'],
    ['2026-11-28T03:00:00.000Z', '2026-11-28T16:00:00.000Z'],
  ])('after %s comes %s', (now, midnight) => {
    expect(new Date(nextShanghaiMidnight(Date.parse(now))).toISOString()).toBe(midnight);
  });
});

describe('Circuit', () => {
  const path = '/wxa/msg_sec_check';
  const error = (errcode: number, kind: WeChatError['kind']): WeChatError =>
    new WeChatError({ kind, path, errcode });

  it('keeps a path with a spent daily quota closed until midnight, and only that path', () => {
    let now = Date.parse('2026-11-28T15:00:00Z');
    const circuit = new Circuit(() => now);
    const spent = error(45009, 'quota');
    circuit.record(spent);
    expect(() => circuit.check(path)).toThrow(spent);
    expect(() => circuit.check('/other')).not.toThrow();
    now += 3_600_000;
    expect(() => circuit.check(path)).not.toThrow();
  });

  it('pauses everything for half a minute when the secret is refused', () => {
    let now = 0;
    const circuit = new Circuit(() => now);
    circuit.record(error(40125, 'config'));
    expect(() => circuit.check('/other')).toThrow(WeChatError);
    now += 30_000;
    expect(() => circuit.check('/other')).not.toThrow();
  });

  it('is not moved by other failures', () => {
    const circuit = new Circuit(() => 0);
    for (const [code, kind] of [
      [-1, 'unavailable'],
      [45011, 'busy'],
      [48001, 'config'],
    ] as const) {
      circuit.record(error(code, kind));
    }
    expect(() => circuit.check(path)).not.toThrow();
  });
});
