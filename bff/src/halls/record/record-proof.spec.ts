import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { genesisHash, rootLeaf, topOfProof, saltedHash, sha256Hex } from '@jiefang/shared/record-hash';
import { RecordVerifier, verifyRecord, type RecordFault } from '@jiefang/shared/record';

const sha = (...parts: (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};
const TOPIC = 'k3G7QAe5';
const SALT = '00112233445566778899aabbccddeeff';
const commitment = (text: string): string => sha(Buffer.from(SALT, 'hex'), text);

interface Act {
  act: string;
  body?: Record<string, unknown>;
  texts?: Record<string, string>;
  withheld?: true;
  shown?: Record<string, object>;
}

/** A record as the format says, written by nothing of the product. */
function record(acts: readonly Act[], more: Record<string, unknown> = {}): string[] {
  let prev = sha(`jiefang-record/1:${TOPIC}`);
  const lines = acts.map(({ act, body = {}, texts = {}, withheld, shown = {} }, index) => {
    const text = canonicalize({
      seq: index + 1,
      at: '2026-11-23T01:00:00.000Z',
      act,
      actor: { role: 'moderator', ref: '0123456789abcdef' },
      body,
      contents: Object.entries(texts).map(([name, own]) => ({ name, hash: commitment(own), withheld })),
      prev,
    }) as string;
    prev = sha(text);
    const disclosed = Object.entries(texts).map(([name, own]) => ({
      name,
      ...(shown[name] ?? (withheld ? { withheld: true } : { salt: SALT, text: own })),
    }));
    return `${text.slice(0, -1)},"hash":"${prev}","disclosed":${canonicalize(disclosed)}}`;
  });
  return [header({ count: acts.length, head: prev, ...more }), ...lines];
}

function header(more: Record<string, unknown>): string {
  const value = {
    format: 'jiefang-record/1',
    topic: { id: TOPIC, title: '充电棚' },
    exportedAt: '2026-11-23T02:00:00.000Z',
    roots: [],
    ...more,
  };
  return canonicalize({ ...value, check: sha(canonicalize(value) as string) }) as string;
}

const TEXT = { title: '充电棚', body: '建在哪里？🚲' };
const SOUND: Act[] = [
  { act: 'submit' },
  { act: 'version', body: { no: 1, hash: sha(canonicalize({ ...TEXT, no: 1 }) as string) }, texts: TEXT },
  { act: 'opinion', texts: { text: '赞成' } },
  { act: 'opinion', texts: { text: '反对' } },
  { act: 'finalise' },
];
const sound = (): string[] => record(SOUND);
const told = (lines: readonly string[]): Pick<RecordFault, 'kind' | 'seq'>[] =>
  verifyRecord(lines).faults.map(({ kind, seq }) => ({ kind, seq }));
const edit = (line: string, change: (value: Record<string, unknown>) => void, rehash = false): string => {
  const value = JSON.parse(line) as Record<string, unknown>;
  change(value);
  const { hash, disclosed, ...rest } = value;
  const text = canonicalize(rest) as string;
  return `${text.slice(0, -1)},"hash":"${rehash ? sha(text) : String(hash)}","disclosed":${canonicalize(disclosed)}}`;
};
const at = (lines: readonly string[], index: number): string => lines[index] as string;

describe('hashes without Node', () => {
  test.each(['', 'abc', '充电棚', '🚲é\u0000\n', '\ud800x', 'x\udc00', '\ud83d'])('SHA-256 of %j', (text) => {
    expect(sha256Hex(text)).toBe(sha(text));
    expect(saltedHash(SALT, text)).toBe(commitment(text));
  });

  it('a salt that is no hex has no hash', () => {
    expect(saltedHash('xyz', 'a')).toBeNull();
  });

  it('a proof leads to its root from its own place only', () => {
    for (let size = 1; size <= 20; size += 1) {
      const leaves = Array.from({ length: size }, (_, no) => Buffer.from(rootLeaf(`t${no}`, no + 1, 'ab')));
      const rootOf = (list: Buffer[]): Buffer => {
        if (list.length === 1) return list[0] as Buffer;
        const half = 2 ** Math.ceil(Math.log2(list.length) - 1);
        const both = [Buffer.of(1), rootOf(list.slice(0, half)), rootOf(list.slice(half))];
        return createHash('sha256').update(Buffer.concat(both)).digest();
      };
      const proofOf = (list: Buffer[], no: number): string[] => {
        if (list.length === 1) return [];
        const half = 2 ** Math.ceil(Math.log2(list.length) - 1);
        return no < half
          ? [...proofOf(list.slice(0, half), no), rootOf(list.slice(half)).toString('hex')]
          : [...proofOf(list.slice(half), no - half), rootOf(list.slice(0, half)).toString('hex')];
      };
      const root = rootOf(leaves).toString('hex');
      leaves.forEach((leaf, no) => {
        const proof = proofOf(leaves, no);
        expect(topOfProof(leaf, no, size, proof)).toBe(root);
        expect(topOfProof(leaf, no, size, [...proof, root])).toBeNull();
        expect(topOfProof(leaf, no + 1, size, proof)).not.toBe(root);
        if (proof.length > 0) expect(topOfProof(leaf, no, size, proof.slice(1))).not.toBe(root);
      });
    }
  });
});

describe('a record', () => {
  it('proves as it was written', () => {
    expect(verifyRecord(sound())).toMatchObject({ ok: true, entries: 5, faults: [], erased: 0, withheld: 0 });
  });

  it('proves with a byte order mark, Windows line ends and blank lines at its end, cut anywhere', () => {
    const text = `\ufeff${sound().join('\r\n')}\r\n\r\n`;
    for (const size of [1, 7, 100, 100_000]) {
      const verifier = new RecordVerifier();
      for (let from = 0; from < text.length; from += size) verifier.feed(text.slice(from, from + size));
      expect(verifier.end()).toMatchObject({ ok: true, entries: 5 });
    }
  });

  it('proves when nothing has happened yet', () => {
    expect(verifyRecord(record([])).ok).toBe(true);
  });

  it.each([
    ['nothing', []],
    ['blank lines', ['', '  ']],
    ['some other file', ['<html>', '</html>']],
    ['another header', ['{"format":"jiefang-record/9"}', ...sound().slice(1)]],
    ['no header', sound().slice(1)],
    ['half a header', [at(sound(), 0).slice(0, 60), ...sound().slice(1)]],
    ['a header that lacks its head', ['{"format":"jiefang-record/1"}', ...sound().slice(1)]],
    ['numbers that no number is', [at(sound(), 0), '{"seq":1e999}', ...sound().slice(2)]],
    ['a deep nest', [at(sound(), 0), '['.repeat(200_000), ...sound().slice(2)]],
    ['a huge line', [at(sound(), 0), 'x'.repeat(5_000_000), ...sound().slice(2)]],
  ])('%s does not prove', (_, lines) => {
    const report = verifyRecord(lines);
    expect(report.ok).toBe(false);
    expect(report.faultCount).toBeGreaterThan(0);
  });

  it('a huge line in pieces is not kept', () => {
    const verifier = new RecordVerifier();
    verifier.feed(`${at(sound(), 0)}\n`);
    for (let piece = 0; piece < 50; piece += 1) verifier.feed('y'.repeat(200_000));
    verifier.feed(`\n${sound().slice(1).join('\n')}`);
    expect(verifier.end()).toMatchObject({ ok: false, entries: 5 });
  });

  it('says which part of an entry was altered', () => {
    const words = (
      index: number,
      change: (value: Record<string, unknown>) => void,
      rehash = false,
    ): string[] => {
      const lines = sound();
      lines[index] = edit(at(lines, index), change, rehash);
      return verifyRecord(lines).faults.map((fault) => fault.words);
    };
    expect(words(3, (entry) => (entry.act = 'speech'))).toEqual(['第 3 条的内容被改过']);
    expect(words(3, (entry) => (entry.act = 'speech'), true)).toEqual(['第 3 条被改过，哈希也重新算过']);
    expect(words(3, (entry) => (entry.hash = sha('x')))).toEqual(['第 3 条的哈希被改过（内容没有变）']);
    expect(words(3, (entry) => (entry.prev = sha('x')))).toEqual(['第 3 条指向上一条的哈希被改过']);
    expect(words(1, (entry) => (entry.prev = sha('x')))).toEqual(['第 1 条指向上一条的哈希被改过']);
    expect(words(5, (entry) => (entry.seq = 2))).toEqual(['第 5 条的序号被改过']);
    expect(words(3, (entry) => (entry.seq = 700), true)).toEqual(['第 3 条被换成了别的内容']);
    expect(words(3, (entry) => (entry.disclosed = [{ name: 'text', salt: SALT, text: '反对' }]))).toEqual([
      '第 3 条的文字“text”被改过',
    ]);
    expect(words(5, (entry) => (entry.body = { reason: '' }), true)).toEqual([
      '目录里最后一条的哈希和第 5 条不符：两处有一处被改过',
      '第 5 条被改过，哈希也重新算过',
    ]);
  });

  it('names what was removed, also in runs and at the ends', () => {
    expect(told(sound().filter((_, index) => index !== 3))).toEqual([{ kind: 'removed', seq: 3 }]);
    expect(told(sound().slice(0, -1))).toEqual([{ kind: 'removed', seq: 5 }]);
    expect(told(sound().filter((_, index) => index !== 1))).toEqual([{ kind: 'removed', seq: 1 }]);
    const [first, , , , ...rest] = sound();
    expect(verifyRecord([first as string, ...rest]).faults).toMatchObject([
      { kind: 'removed', seq: 1, until: 3 },
    ]);
    expect(verifyRecord(sound().slice(0, 2)).faults).toMatchObject([{ kind: 'removed', seq: 2, until: 5 }]);
    expect(told([at(sound(), 0)])).toEqual([{ kind: 'removed', seq: 1 }]);
  });

  it('names what was moved and what was put in', () => {
    const [head, one, two, three, four, five] = sound() as [string, string, string, string, string, string];
    expect(told([head, one, three, four, two, five])).toEqual([{ kind: 'reordered', seq: 2 }]);
    expect(told([one, head, two, three, four, five])).toEqual([{ kind: 'reordered', seq: 0 }]);
    expect(told([head, one, two, two, three, four, five])).toEqual([{ kind: 'inserted', seq: 2 }]);
    const forged = edit(three, (entry) => (entry.at = '2026-11-23T01:30:00.000Z'), true);
    expect(told([head, one, two, forged, three, four, five])).toEqual([{ kind: 'inserted', seq: 3 }]);
    const appended = edit(five, (entry) => Object.assign(entry, { seq: 6, prev: sha('x') }), true);
    expect(told([head, one, two, three, four, five, appended])).toEqual([{ kind: 'inserted', seq: 6 }]);
    expect(told([head, one, 'garbage', two, three, four, five])).toEqual([{ kind: 'format', seq: null }]);
    expect(told([head, one, 'garbage', three, four, five])).toEqual([{ kind: 'altered', seq: 2 }]);
    expect(told([head, one, two, three, four, five.slice(0, 50)])).toEqual([{ kind: 'altered', seq: 5 }]);
  });

  it('is not to be written in another way that reads the same', () => {
    const lines = sound();
    lines[2] = JSON.stringify(JSON.parse(at(lines, 2)), null, 1).replaceAll('\n', '');
    expect(told(lines)).toEqual([{ kind: 'format', seq: 2 }]);
    lines[2] = at(sound(), 2).replace('{"act"', '{"act":"erase","act"');
    expect(told(lines)).toEqual([{ kind: 'format', seq: 2 }]);
  });

  it('has a header that fits', () => {
    const with_ = (more: Record<string, unknown>): RecordFault[] => verifyRecord(record(SOUND, more)).faults;
    expect(with_({ count: 6 })).toMatchObject([{ kind: 'altered', seq: 0 }]);
    expect(with_({ topic: { id: 'another1', title: '充电棚' } })).toMatchObject([
      { kind: 'altered', seq: 0 },
    ]);
    expect(with_({ topic: { id: TOPIC, title: '停车场' } })).toMatchObject([{ kind: 'altered', seq: 0 }]);
    const lines = sound();
    lines[0] = at(lines, 0).replace('02:00:00', '03:00:00');
    expect(told(lines)).toEqual([{ kind: 'altered', seq: 0 }]);
    expect(verifyRecord([header({ count: 1e15, head: sha('x') }), ...sound().slice(1)]).faults).toMatchObject(
      [{ kind: 'removed', seq: 6, until: 1e15 }],
    );
  });
});

describe('texts that are not shown', () => {
  const acts = (...more: Act[]): Act[] => [
    { act: 'opinion', texts: { text: '赞成' } },
    { act: 'opinion_held', texts: { text: '等' }, withheld: true },
    ...more,
  ];

  it('are withheld, disclosed and erased by entries', () => {
    expect(verifyRecord(record(acts()))).toMatchObject({ ok: true, withheld: 1 });
    const [opinion, held] = acts() as [Act, Act];
    const gone = { ...opinion, shown: { text: { erased: true } } };
    const seen = { ...held, shown: { text: { salt: SALT, text: '等' } } };
    const why: Act = { act: 'erase', body: { legalBasis: '本人要求', items: [{ seq: 1, name: 'text' }] } };
    const shows: Act = { act: 'disclose', body: { seq: 2, name: 'text' } };
    expect(verifyRecord(record([gone, seen, why, shows]))).toMatchObject({
      ok: true,
      erased: 1,
      withheld: 0,
    });
    expect(told(record([gone, held, shows]))).toEqual([
      { kind: 'content', seq: 1 },
      { kind: 'content', seq: 2 },
    ]);
    expect(told(record([opinion, held, why]))).toEqual([{ kind: 'content', seq: 1 }]);
    expect(told(record([opinion, seen]))).toEqual([{ kind: 'content', seq: 2 }]);
  });

  it('are missed when nothing is said of them', () => {
    const drop = (change: (entry: Record<string, unknown>) => void): Pick<RecordFault, 'kind' | 'seq'>[] => {
      const lines = record(acts());
      lines[1] = edit(at(lines, 1), change);
      return told(lines);
    };
    expect(drop((entry) => (entry.disclosed = []))).toEqual([{ kind: 'content', seq: 1 }]);
    expect(drop((entry) => (entry.disclosed = [{ name: 'text', withheld: true }]))).toEqual([
      { kind: 'content', seq: 1 },
    ]);
    expect(drop((entry) => (entry.disclosed as object[]).push({ name: 'x', salt: SALT, text: '' }))).toEqual([
      { kind: 'content', seq: 1 },
    ]);
  });
});

describe('daily roots', () => {
  const head = (): string => (JSON.parse(at(sound(), 0)) as { head: string }).head;
  const root = (more: object = {}): object => {
    const leaf = rootLeaf(TOPIC, 5, head());
    const other = rootLeaf('other', 1, 'ab');
    const top = sha(Buffer.concat([Buffer.of(1), other, leaf]));
    const value = sha(`jiefang-root/1:2026-11-23:2:${top}`);
    const proof = [Buffer.from(other).toString('hex')];
    return { day: '2026-11-23', root: value, leaves: 2, no: 1, seq: 5, hash: head(), proof, ...more };
  };

  it('cover the record', () => {
    const report = verifyRecord(record(SOUND, { roots: [root()] }));
    expect(report).toMatchObject({ ok: true, roots: [{ day: '2026-11-23', seq: 5 }] });
    const [own] = report.roots;
    expect(verifyRecord(record(SOUND, { roots: [root()] }), { root: own?.root ?? '' }).ok).toBe(true);
    expect(verifyRecord(record(SOUND, { roots: [root()] }), { root: sha('x') }).faults).toMatchObject([
      { kind: 'root' },
    ]);
  });

  it('do not fit another history, or another proof', () => {
    for (const more of [
      { no: 0 },
      { leaves: 3 },
      { seq: 4 },
      { hash: sha('x') },
      { proof: [] },
      { root: sha('x') },
    ]) {
      expect(verifyRecord(record(SOUND, { roots: [root(more)] })).faults[0]).toMatchObject({ kind: 'root' });
    }
    const rewritten = record([...SOUND.slice(0, 4), { act: 'suspend' }], { roots: [root()] });
    expect(verifyRecord(rewritten).faults).toMatchObject([{ kind: 'root', seq: 5 }]);
  });
});

it('the genesis is the topic’s own', () => {
  expect(genesisHash(TOPIC)).toBe(sha(`jiefang-record/1:${TOPIC}`));
});
