import { auditFacts } from './audit-facts';

const now = new Date('2026-11-24T02:00:00Z');

it('says what has words, in a fixed order', () => {
  expect(
    auditFacts({ by: 'scan', reason: '设备检修', cancelled: 3, startsAt: '2026-11-24T06:00:00Z' }, now),
  ).toEqual([
    { name: '原因', text: '设备检修' },
    { name: '方式', text: '扫码' },
    { name: '从', text: '今天 14:00' },
    { name: '取消预约', text: '3 个' },
  ]);
});

it('never shows a code, an id or a field it does not know', () => {
  expect(
    auditFacts({ venueId: 'k3Jd92aQ', by: 'teleport', decision: 'maybe', role: 'king', cancelled: 0 }, now),
  ).toEqual([]);
});

it('names the fields an edit changed', () => {
  expect(auditFacts({ before: {}, after: { policy: {}, opening: null, sortOrder: 3 } }, now)).toEqual([
    { name: '改了', text: '预约规则、开放时间' },
  ]);
});
