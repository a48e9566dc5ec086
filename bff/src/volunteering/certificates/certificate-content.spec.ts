import { CertificateCodes, printedCode, tidyCode } from './certificate-codes.js';
import { issuerOf, minutesOf, sumByKind } from './certificate-content.js';

describe('what stands on a certificate', () => {
  it('is summed by kind, kinds without a service left out', () => {
    const service = { day: '2026-11-12', content: '夜间巡防', kind: 'patrol' as const, minutes: 65 };
    const services = [
      service,
      { ...service, kind: 'visit' as const, minutes: 30 },
      { ...service, minutes: 5 },
    ];
    expect(sumByKind(services)).toEqual([
      { kind: '巡防', services: 2, minutes: 70 },
      { kind: '探访', services: 1, minutes: 30 },
    ]);
    expect(minutesOf(services)).toBe(100);
  });

  it.each([
    [['芗城区', '东铺头街道', '延安社区'], '芗城区东铺头街道延安社区居民委员会'],
    [['芗城区', '浦南镇', '古塘村'], '芗城区浦南镇古塘村民委员会'],
    [['延安社区'], '延安社区居民委员会'],
  ])('names the issuer of %j', (path, issuer) => expect(issuerOf(path)).toBe(issuer));
});

describe('a check code', () => {
  const codes = new CertificateCodes({ appSecret: 'a-secret-of-at-least-32-characters-00' });

  it('has twelve characters of which none looks like another', () => {
    const made = Array.from({ length: 500 }, () => codes.generate());
    for (const code of made) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{12}$/);
    expect(new Set(made).size).toBe(500);
  });

  it('is known however it is typed, and only with its number', () => {
    const stored = codes.hash('n-1', 'ABCDEFGHJKMN');
    for (const typed of ['ABCDEFGHJKMN', 'abcd-efgh-jkmn', ' ABCD EFGH JKMN ', 'ＡＢＣＤEFGHJKMN']) {
      expect(codes.matches('n-1', typed, stored)).toBe(true);
    }
    expect(codes.matches('n-2', 'ABCDEFGHJKMN', stored)).toBe(false);
    expect(codes.matches('n-1', 'ABCDEFGHJKMP', stored)).toBe(false);
    expect(codes.matches('n-1', '', stored)).toBe(false);
    expect(codes.matches('n-1', 'ABCDEFGHJKMN', null)).toBe(false);
  });

  it('is printed in groups of four', () => {
    expect(printedCode('ABCDEFGHJKMN')).toBe('ABCD-EFGH-JKMN');
    expect(tidyCode(printedCode('ABCDEFGHJKMN'))).toBe('ABCDEFGHJKMN');
  });
});
