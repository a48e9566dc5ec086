import { createHash, randomUUID } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { AccessTokens } from '@jiefang/bff/common/auth/access-tokens';
import sharp from 'sharp';
import type request from 'supertest';
import { buildDivision, buildPerson, grantRole } from '../../../builders/people.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const MEGABYTE = 1024 * 1024;

interface AttachmentBody {
  id: string;
  mime: string;
  bytes: number;
  width: number | null;
  height: number | null;
  sha256: string;
  path: string | null;
}

describe('attachments', () => {
  const [app] = stage(1);
  let moderator: number;
  let photo: Buffer;

  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    moderator = await buildPerson(app.database);
    await grantRole(app.database, moderator, 'moderator', COMMUNITY);
    photo = await picture(1200, 900).jpeg().toBuffer();
  });

  const tokenOf = (person: number): string =>
    app.app.get(AccessTokens).sign({ sub: person, fam: 0 }, app.clock.now()).accessToken;
  const send = async (
    body: FormData | Buffer | string,
    more: { person?: number; key?: string; headers?: Record<string, string>; code?: string } = {},
  ): Promise<request.Response> => {
    const { person = moderator, key = randomUUID(), headers = {}, code = COMMUNITY } = more;
    const answer = await fetch(`${app.url}/api/v1/staff/divisions/${code}/attachments`, {
      method: 'POST',
      signal: AbortSignal.timeout(20_000),
      headers: { authorization: `Bearer ${tokenOf(person)}`, 'idempotency-key': key, ...headers },
      body: Buffer.isBuffer(body) ? new Uint8Array(body) : body,
    });
    return { status: answer.status, body: await answer.json() } as unknown as request.Response;
  };
  const form = (
    content: Uint8Array,
    name = 'IMG_0001.jpg',
    fields: Record<string, string> = { access: 'public' },
  ) => {
    const data = new FormData();
    for (const [field, value] of Object.entries(fields)) data.append(field, value);
    data.append('file', new Blob([new Uint8Array(content)]), name);
    return data;
  };
  const upload = async (
    content: Uint8Array,
    name?: string,
    fields?: Record<string, string>,
  ): Promise<AttachmentBody> => {
    const answer = await send(form(content, name, fields));
    expect(answer).toMatchObject({ status: 201 });
    return answer.body as AttachmentBody;
  };
  const fetched = async (path: string): Promise<{ answer: Response; content: Buffer }> => {
    const answer = await fetch(`${app.url}${path}`);
    return { answer, content: Buffer.from(await answer.arrayBuffer()) };
  };

  const countFiles = async (): Promise<number> => {
    const [row] = await app.database.query<{ n: number }>(
      'SELECT COUNT(*) AS n FROM attachment a JOIN attachment_content c ON c.attachment_id = a.id',
    );
    return Number(row?.n);
  };

  it('keep a photo upright, small and without where it was taken', async () => {
    const taken = await picture(3000, 2000)
      .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitude: '38/1 55/1 0/1', GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(taken.includes('Phone')).toBe(true);
    const kept = await upload(taken);
    expect(kept).toMatchObject({ mime: 'image/jpeg', width: 1067, height: 1600 });
    const { answer, content } = await fetched(kept.path ?? '');
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(content.length).toBe(kept.bytes);
    expect(createHash('sha256').update(content).digest('hex')).toBe(kept.sha256);
    const { exif, orientation, width, height } = await sharp(content).metadata();
    expect({ exif, orientation, width, height }).toEqual({ width: 1067, height: 1600 });
  });

  it('take PNG and WebP by what they are, whatever they are called; a PDF stays as it is', async () => {
    const png = await picture(100, 80).png().toBuffer();
    expect(await upload(png, 'note.txt')).toMatchObject({ mime: 'image/jpeg', width: 100, height: 80 });
    expect(await upload(await picture(64, 64).webp().toBuffer())).toMatchObject({ mime: 'image/jpeg' });
    const kept = await upload(PDF, '签到表.pdf');
    expect(kept).toMatchObject({ mime: 'application/pdf', bytes: PDF.length, width: null, height: null });
    const { answer, content } = await fetched(kept.path ?? '');
    expect(content.equals(PDF)).toBe(true);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="jiefang.pdf"');
  });

  it('keep nothing of what was hidden behind a picture', async () => {
    const payload = '<script>alert(1)</script>PK\u0003\u0004';
    const kept = await upload(Buffer.concat([photo, Buffer.from(payload)]));
    const { content } = await fetched(kept.path ?? '');
    expect(content.includes('<script>')).toBe(false);
  });

  it('are the same for the same key, and another file needs another key', async () => {
    const key = randomUUID();
    const before = await countFiles();
    const first = await send(form(photo), { key });
    const again = await send(form(photo), { key });
    expect(again.body).toEqual(first.body);
    expectRefusal(await send(form(PDF), { key }), 'IDEMPOTENCY_KEY_REUSED');
    expect(await countFiles()).toBe(before + 1);
  });

  it('for staff are read by a link that ends, and by nothing else', async () => {
    const kept = await upload(photo, 'ballot.jpg', { access: 'staff' });
    expect(kept.path).toBeNull();
    const path = `/api/v1/attachments/${kept.id}`;
    expect((await fetched(path)).answer.status).toBe(404);
    const { body } = await app.as(moderator).get(`/staff/attachments/${kept.id}/link`);
    const link = (body as { path: string }).path;
    const { answer, content } = await fetched(link);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect(content.length).toBe(kept.bytes);
    const other = await upload(photo, 'ballot.jpg', { access: 'staff' });
    expect((await fetched(link.replace(kept.id, other.id))).answer.status).toBe(404);
    expect((await fetched(`${path}?token=abc`)).answer.status).toBe(404);
    app.clock.advance(11 * 60_000);
    expect((await fetched(link)).answer.status).toBe(404);
    const resident = await buildPerson(app.database);
    expectRefusal(await app.as(resident).get(`/staff/attachments/${kept.id}/link`), 'FORBIDDEN');
    expectRefusal(await app.as().get(`/staff/attachments/${kept.id}/link`), 'UNAUTHENTICATED');
    expectRefusal(await app.as(moderator).get('/staff/attachments/zzzzzzzz/link'), 'NOT_FOUND');
  });

  describe('refuse, and keep nothing of', () => {
    const half = (): Buffer => photo.subarray(0, photo.length / 2);
    const files: [string, () => Uint8Array | Promise<Uint8Array>, Parameters<typeof expectRefusal>[1]][] = [
      ['a text called .jpg', () => Buffer.from('这不是照片'), 'ATTACHMENT_INVALID'],
      ['a picture that was cut off', half, 'ATTACHMENT_INVALID'],
      ['nothing', () => Buffer.alloc(0), 'ATTACHMENT_INVALID'],
      ['the beginning of a picture', () => photo.subarray(0, 4), 'ATTACHMENT_INVALID'],
      [
        'a drawing with a script',
        () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
        'ATTACHMENT_INVALID',
      ],
      [
        'a GIF that is a script',
        () => Buffer.from('GIF89a/*\u0001\u0000*/=1;alert(1)'),
        'ATTACHMENT_INVALID',
      ],
      ['a document behind a page', () => Buffer.concat([Buffer.from('<html>'), PDF]), 'ATTACHMENT_INVALID'],
      [
        'a document before an archive',
        () => Buffer.concat([PDF, Buffer.from('PK\u0003\u0004')]),
        'ATTACHMENT_INVALID',
      ],
      ['half a document', () => PDF.subarray(0, 30), 'ATTACHMENT_INVALID'],
      ['a picture of 50 megapixels in few bytes', () => bomb(10_000, 5_000), 'ATTACHMENT_INVALID'],
      ['a picture of four billion pixels', () => bomb(65_000, 65_000), 'ATTACHMENT_INVALID'],
      ['a line', () => picture(400, 1).png().toBuffer(), 'ATTACHMENT_INVALID'],
      [
        'random bytes behind a JPEG’s first',
        () => Buffer.concat([photo.subarray(0, 3), Buffer.alloc(5000, 7)]),
        'ATTACHMENT_INVALID',
      ],
      [
        'a file over 10 MB',
        () => Buffer.concat([photo, Buffer.alloc(10 * MEGABYTE)]),
        'ATTACHMENT_TOO_LARGE',
      ],
    ];
    it.each(files)('%s', async (_, content, code) => {
      const data = form(await content());
      await expectUntouched(app.database, () => send(data), code);
    });

    it('forms that are none, or hold something else', async () => {
      const multipart = { 'content-type': 'multipart/form-data; boundary=x' };
      const two = form(photo);
      two.append('file', new Blob([new Uint8Array(photo)]), 'b.jpg');
      const three = form(photo, 'a.jpg', { access: 'public', access2: 'x' });
      for (const name of ['b.jpg', 'c.jpg']) three.append('file', new Blob([new Uint8Array(photo)]), name);
      const elsewhere = new FormData();
      elsewhere.append('photo', new Blob([new Uint8Array(photo)]), 'b.jpg');
      const twice = form(photo);
      twice.append('access', 'staff');
      const bad: [FormData | Buffer | string, Record<string, string>, Parameters<typeof expectRefusal>[1]][] =
        [
          [form(photo, 'a.jpg', {}), {}, 'INVALID_INPUT'],
          [form(photo, 'a.jpg', { access: 'everybody' }), {}, 'INVALID_INPUT'],
          [form(photo, 'a.jpg', { access: 'public', more: '1' }), {}, 'INVALID_INPUT'],
          [form(photo, 'a.jpg', { access: 'x'.repeat(5000) }), {}, 'INVALID_INPUT'],
          [
            form(photo, 'a.jpg', Object.fromEntries(Array.from({ length: 20 }, (__, n) => [`f${n}`, '1']))),
            {},
            'INVALID_INPUT',
          ],
          [two, {}, 'INVALID_INPUT'],
          [three, {}, 'INVALID_INPUT'],
          [elsewhere, {}, 'INVALID_INPUT'],
          [twice, {}, 'INVALID_INPUT'],
          [new FormData(), {}, 'INVALID_INPUT'],
          [
            '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
            multipart,
            'INVALID_INPUT',
          ],
          ['nothing of the kind', multipart, 'INVALID_INPUT'],
          ['abc', { 'content-type': 'multipart/form-data' }, 'INVALID_INPUT'],
          ['{}', { 'content-type': 'application/json' }, 'UNSUPPORTED_MEDIA'],
          [photo, { 'content-type': 'image/jpeg' }, 'UNSUPPORTED_MEDIA'],
        ];
      for (const [body, headers, code] of bad)
        await expectUntouched(app.database, () => send(body, { headers }), code);
    });

    it('people who may not, before a byte is read', async () => {
      const resident = await buildPerson(app.database);
      const elsewhere = await buildPerson(app.database);
      await grantRole(app.database, elsewhere, 'moderator', '440305007001');
      const manager = await buildPerson(app.database);
      await grantRole(app.database, manager, 'venue_manager', COMMUNITY);
      for (const person of [resident, elsewhere, manager]) {
        await expectUntouched(app.database, () => send(form(photo), { person }), 'FORBIDDEN');
      }
      await expectUntouched(app.database, () => send(form(photo), { code: 'nowhere' }), 'NOT_FOUND');
      await expectUntouched(app.database, () => send(form(photo), { key: 'x' }), 'IDEMPOTENCY_KEY_MISSING');
    });

    it('forms where none is taken', async () => {
      const answer = await fetch(`${app.url}/api/v1/me/phone`, {
        method: 'POST',
        headers: { authorization: `Bearer ${tokenOf(moderator)}`, 'idempotency-key': randomUUID() },
        body: form(photo),
      });
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
        415,
        'UNSUPPORTED_MEDIA',
      ]);
    });
  });

  it('of many at once are all kept', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(form(photo))));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 201));
  });
});

function picture(width: number, height: number): ReturnType<typeof sharp> {
  return sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#446688',
      noise: { type: 'gaussian', mean: 120, sigma: 30 },
    },
  });
}

/** A PNG of one colour and any size: some kilobytes that unpack to gigabytes. */
function bomb(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const rows = Math.min(height, 2_000);
  const data = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * rows));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function crc32(data: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
