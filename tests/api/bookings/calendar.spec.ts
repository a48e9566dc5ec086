import { book, buildPlace } from '../../builders/bookings.js';
import { buildPerson } from '../../builders/people.js';
import { buildVenue } from '../../builders/venues.js';
import { stage } from '../../support/stage.js';

jest.setTimeout(60_000);

/** Properties of an iCalendar text (RFC 5545): unfolded lines, name → value, parameters dropped. */
function parse(text: string): { lines: string[]; of: (name: string) => string | undefined } {
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
  return {
    lines,
    of: (name) =>
      lines
        .find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))
        ?.replace(/^[^:]*:/, '')
        .replace(/\\([,;\\])/g, '$1'),
  };
}

describe('the calendar entry of a booking', () => {
  const [app] = stage(1);
  let person: number;
  let id: string;

  beforeEach(async () => {
    person = await buildPerson(app.database);
    const { centre } = await buildPlace(app.database);
    const venue = await buildVenue(app.database, { centreId: centre, name: '多功能厅; 二楼, 东' });
    id = await book(app, person, venue, 840, 900);
  });

  const link = async (): Promise<string> => {
    const { body } = await app.as(person).get(`/bookings/${id}/calendar-link`).expect(200);
    return (body.path as string).replace('/api/v1', '');
  };

  it('is iCalendar that says where and when', async () => {
    const answer = await app.as(person).get(`/bookings/${id}/calendar.ics`).expect(200);
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(answer.headers['content-disposition']).toContain('.ics');
    const { lines, of } = parse(answer.text);
    expect(lines.filter((line) => /^(BEGIN|END):/.test(line))).toEqual([
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'BEGIN:VALARM',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
    expect(of('DTSTART')).toBe('20261124T060000Z');
    expect(of('DTEND')).toBe('20261124T070000Z');
    expect(of('UID')).toBe(`${id}@jiefang`);
    expect(of('SUMMARY')).toBe('多功能厅; 二楼, 东：合唱排练');
    expect(of('TRIGGER')).toBe('-PT1H');
    // Lines are folded at 75 bytes; nothing but CRLF ends one.
    for (const line of answer.text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(answer.text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  });

  it('comes by a signed link for ten minutes, without a login', async () => {
    const path = await link();
    const answer = await app.as().get(path).expect(200);
    expect(parse(answer.text).of('UID')).toBe(`${id}@jiefang`);
    app.clock.advance(10 * 60_000);
    await app.as().get(path).expect(200);
    app.clock.advance(1000);
    await app.as().get(path).expect(404);
  });

  it('refuses a forged link, a longer life and another booking', async () => {
    const path = await link();
    const [, expires = '', mac = ''] = /token=(\d+)\.(.+)$/.exec(path) ?? [];
    const { venue } = await buildPlace(app.database);
    const other = await book(app, await buildPerson(app.database), venue, 840, 900);
    for (const forged of [
      path.replace(expires, String(Number(expires) + 3600)),
      path.replace(mac, `${mac.slice(0, -1)}${mac.endsWith('A') ? 'B' : 'A'}`),
      path.replace(mac, ''),
      path.replace(id, other),
      `/bookings/${id}/calendar.ics?token=`,
      `/bookings/${id}/calendar.ics?token=NaN.${mac}`,
    ]) {
      const answer = await app.as().get(forged);
      expect(answer.status).toBe(404);
      expect(answer.headers['content-type']).toContain('application/json');
      expect(answer.body).toMatchObject({ code: 'NOT_FOUND', requestId: expect.any(String) });
    }
    for (const odd of ['token=a&token=b', 'token[x]=1', `token=${'9'.repeat(200)}`, 'other=1']) {
      const answer = await app.as().get(`/bookings/${id}/calendar.ics?${odd}`);
      expect(answer.status).toBe(400);
      expect(answer.body.code).toBe('INVALID_INPUT');
    }
  });

  it('is nobody else’s', async () => {
    const stranger = await buildPerson(app.database);
    expect((await app.as().get(`/bookings/${id}/calendar.ics`).expect(401)).body.code).toBe(
      'UNAUTHENTICATED',
    );
    await app.as(stranger).get(`/bookings/${id}/calendar.ics`).expect(404);
    await app.as(stranger).get(`/bookings/${id}/calendar-link`).expect(404);
  });
});
