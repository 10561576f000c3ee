import { isDecodeError, isEncodeError } from '@bytewright/runtime';
import { DocumentError } from '@bytewright/schema-dsl/inspect';
import { describe, expect, test } from 'vitest';
import type { Migration } from '../../src/containers/index.js';
import {
  bytesSource,
  extractDeviceState,
  findDeviceState,
  findVmDescription,
  readLayout,
  replaceDeviceState,
} from '../../src/containers/index.js';
import { plainSections } from '../codec/plain-reader.js';
import { fixture, joined } from './fixture.js';

function migrationIn(bytes: Uint8Array): Migration {
  const found = findDeviceState(bytesSource(bytes));
  if (found.kind !== 'migration') throw new Error(found.kind);
  return found.migration;
}

function failure(bytes: Uint8Array): readonly unknown[] {
  try {
    migrationIn(bytes);
  } catch (error) {
    if (isDecodeError(error)) return [error.code, error.offset, error.path];
    throw error;
  }
  return [];
}

describe.each([
  ['qemu-7.2/pc-default-b3', 'pc-i440fx-7.2', true, 35],
  ['qemu-7.2/xen-pc-b3', undefined, false, 33],
])('%s.mig', (name, machine, footers, count) => {
  const bytes = fixture(`${name}.mig.gz`);
  const alone = fixture(`${name}.dev.gz`);
  const source = bytesSource(bytes);
  const found = findDeviceState(source);
  const migration = migrationIn(bytes);
  const state = extractDeviceState(source, found);

  test('has the sections of the device state that was saved with it', () => {
    expect(migration).toMatchObject({ machine, footers, pageSize: 4096 });
    expect(migration.sections.length).toBe(count);
    expect(migration.sections.every(({ end }) => end === 'description')).toBe(true);
    const sections = plainSections(state, footers);
    const others = plainSections(alone, footers);
    expect(sections.map(({ idstr, id, instance, version }) => [idstr, id, instance, version])).toEqual(
      others.map(({ idstr, id, instance, version }) => [idstr, id, instance, version]),
    );
    // a stopped machine's state includes the run state and the host's clock
    const changed = sections.filter((section, i) =>
      Buffer.compare(
        state.subarray(section.payload, section.end),
        alone.subarray(others[i]?.payload, others[i]?.end),
      ),
    );
    expect(changed.map(({ idstr }) => idstr)).toEqual(footers ? ['globalstate'] : []);
  });

  test('ends with the separately stored description', () => {
    const json = fixture(`${name}.vmdesc.json.gz`);
    const range = findVmDescription(source);
    expect(range).toEqual({ offset: bytes.length - json.length, length: json.length });
    expect(migration.vmDescription).toEqual(range);
    expect(migration.endOfFile).toBe(bytes.length - json.length - 6);
    expect(bytes.subarray(range?.offset)).toEqual(json);
  });

  test('has the same sections without its description', () => {
    const cut = migrationIn(bytes.subarray(0, migration.endOfFile + 1));
    expect(cut.vmDescription).toBeUndefined();
    expect(cut.sections).toEqual(migration.sections.map((section) => ({ ...section, end: 'scan' })));
  });

  test('accepts replaced sections of the same and of a different length', () => {
    const replaced = (other: Uint8Array): Buffer =>
      Buffer.concat([...replaceDeviceState(source, found, other)]);
    expect(Buffer.compare(replaced(state), bytes)).toBe(0);
    const added = joined('04 00000fff 01 41 00000000 00000000', footers ? '7e 00000fff' : '');
    const more = new Uint8Array(replaced(joined(state.subarray(0, -1), added, '00')));
    expect(more.length).toBe(bytes.length + added.length);
    expect(migrationIn(more).sections.map(({ idstr }) => idstr)).toEqual([
      ...migration.sections.map(({ idstr }) => idstr),
      'A',
    ]);
    expect(more.subarray(-1000)).toEqual(bytes.subarray(-1000));
    try {
      replaced(joined(state, '01'));
      expect.unreachable();
    } catch (error) {
      expect(isEncodeError(error) && error.code).toBe('mismatch');
    }
  });

  test('gives one of our errors wherever it is truncated', () => {
    let refused = 0;
    let tried = 0;
    for (let length = 9; length < migration.endOfFile; length += 997, tried++)
      if (failure(bytes.subarray(0, length)).length === 3) refused++;
    // without footers, a payload may also end with its last zero
    if (footers) expect(refused).toBe(tried);
    expect(refused).toBeGreaterThan(0);
  });
});

test('qemu-10.0/q35-default-b3.mig: reads a stream with commands and pages', () => {
  const bytes = fixture('qemu-10.0/q35-default-b3.mig.gz');
  const { machine, sections, footers } = migrationIn(bytes);
  expect([machine, sections.length, footers]).toEqual(['pc-q35-10.0', 34, true]);
});

test('qemu-7.2/s390x-smp2.mig: reads another live section, and a description that is wrong for one device', () => {
  const { machine, sections } = migrationIn(fixture('qemu-7.2/s390x-smp2.mig.gz'));
  expect([machine, sections.length]).toEqual(['s390-ccw-virtio-7.2', 19]);
  expect(
    sections.filter(({ end }) => end === 'scan').map(({ idstr, payload }) => [idstr, payload.length]),
  ).toEqual([['s390_css', 1039]]);
});

describe('memory', () => {
  const header = "'QEVM\0\0\0\x03";
  const start = '01 00000002 03 72616d 00000000 00000004';
  const blocks = '0000000000002004 01 61 0000000000002000';
  const end = '0000000000000010';
  const device = '04 00000000 05 74696d6572 00000000 00000002 0102030405060708';
  const page = new Uint8Array(4096).fill(0x5a);
  const capability = (name: string): Uint8Array =>
    joined(
      '07 00000002 7063 05 1a',
      "'configuration/capabilities",
      '00000001 00000001',
      Uint8Array.of(name.length),
      `'${name}`,
    );

  test.each([
    ['a plain page', [blocks, '0000000000000008 01 61', page]],
    ['a page of the block before', [blocks, '0000000000000008 01 61', page, '0000000000001028', page]],
    ['a filled page', [blocks, '0000000000001002 01 61 00']],
    ['a compressed page', [blocks, '0000000000000100 01 61 00000003 aabbcc']],
    ['a difference', [blocks, '0000000000000040 01 61 01 0002 aabb']],
    ['a multifd marker', [blocks, '0000000000000200']],
    ['two blocks', ['0000000000003004 01 61 0000000000002000 01 62 0000000000001000']],
  ])('can contain %s', (_, parts) => {
    const bytes = joined(header, start, ...parts, end, '03 00000002', end, device, '00');
    const { sections } = migrationIn(bytes);
    expect(sections.map(({ idstr, payload }) => [idstr, payload.length])).toEqual([['timer', 8]]);
    expect(sections[0]?.offset).toBe(bytes.length - 1 - 27);
  });

  test('can have addresses of blocks, if it is shared', () => {
    const list = '0000000000002004 01 61 0000000000002000 00000000fffc0000';
    const bytes = joined(header, capability('x-ignore-shared'), start, list, end, device, '00');
    expect(migrationIn(bytes).sections.length).toBe(1);
  });

  test('can be elsewhere in the file', () => {
    const front = joined(header, capability('mapped-ram'), start, '0000000000002004 01 61 0000000000002000');
    const pages = front.length + 28 + 100;
    const mapped = joined(
      '00000001 0000000000001000 0000000000000000',
      `00000000${pages.toString(16).padStart(8, '0')}`,
    );
    const bytes = joined(front, mapped, new Uint8Array(100 + 0x2000), end, device, '00');
    expect(migrationIn(bytes).sections.length).toBe(1);
    const far = joined(front, '00000001 0000000000001000 0000000000000000 001fffffffffffff', end);
    expect(failure(far)[0]).toBe('unexpected-end');
    expect(
      failure(joined(front, '00000001 0000000000001000 0000000000000000 0000000000000001', end))[0],
    ).toBe('overlap');
  });

  test.each([
    ['RDMA', '0000000000000080', 'unknown-tag'],
    ['an obsolete page', '0000000000000001', 'unknown-tag'],
    ['two types at once', '000000000000000a 01 61 00', 'unknown-tag'],
    ['a block without a size', '0000000000002004 01 61 0000000000000000', 'mismatch'],
    ['blocks that exceed their sum', '0000000000002004 01 61 0000000000003000', 'mismatch'],
    ['a truncated page', '0000000000000008 01 61 00', 'unexpected-end'],
  ])('is rejected with %s', (_, hex, code) => {
    const bytes = joined(header, start, hex);
    expect(failure(bytes)[0]).toBe(code);
  });

  test.each([
    ['an unknown live section', '01 00000002 03 666f6f 00000000 00000001 00', 'unknown-tag', 8],
    ['a part of a section that was not started', `${start} ${end} 02 00000003`, 'mismatch', 34],
    ['a postcopy command', `${start} ${end} 08 0007 0004 00000000`, 'unknown-tag', 33],
    ['an unknown section type', `${start} ${end} 05`, 'unknown-tag', 33],
    ['no end', `${start} ${end}`, 'unexpected-end', 33],
    ['no end of a payload', `${start} ${end} ${device}`, 'no-boundary', 52],
  ])('is rejected with %s', (_, hex, code, offset) => {
    expect(failure(joined(header, hex)).slice(0, 2)).toEqual([code, offset]);
  });

  test('can be of other kinds: the hash table of POWER, and the storage attributes of s390x', () => {
    const table = '01 00000003 0a 73706170722f68746162 00000000 00000001 00000012';
    const entries = joined(
      '02 00000003 00000000 00000400 0001 0002',
      page.subarray(0, 16),
      '00000000 0000 0000',
    );
    const attributes = joined(
      '01 00000004 17',
      "'s390-storage_attributes",
      '00000000 00000000',
      '0000000000000001',
    );
    const more = '02 00000004 0000000000005002 0000000000000003 010203 0000000000000001';
    const last = '03 00000003 ffffffff 03 00000004 0000000000000008 0000000000000001';
    const bytes = joined(header, table, attributes, entries, more, last, device, '00');
    expect(migrationIn(bytes).sections.length).toBe(1);
    const long = joined(header, attributes, '02 00000004 0000000000005002 7fffffffffffffff');
    expect(failure(long)[0]).toBe('unexpected-end');
  });
});

describe('a device section before the end of memory', () => {
  const start = '01 00000002 03 72616d 00000000 00000004';
  const end = '0000000000000010';
  const early = '04 00000001 05 6561726c79 00000000 00000001 aabb 7e 00000001';
  const late = '04 00000003 04 6c617465 00000000 00000001 cc 7e 00000003';
  const bytes = joined(
    "'QEVM\0\0\0\x03",
    start,
    end,
    '7e 00000002',
    early,
    '03 00000002',
    end,
    '7e 00000002',
    late,
    '00',
  );
  const source = bytesSource(bytes);
  const found = findDeviceState(source);
  const state = extractDeviceState(source, found);

  test('is part of the device state', () => {
    expect(migrationIn(bytes).sections.map(({ idstr, payload }) => [idstr, payload.length])).toEqual([
      ['early', 2],
      ['late', 1],
    ]);
    expect(state).toEqual(joined("'QEVM\0\0\0\x03", early, late, '00'));
  });

  test('can only be replaced by one of the same length, as there are other sections in between', () => {
    const other = joined("'QEVM\0\0\0\x03", early.replace('aabb', 'ddee'), late.replace('cc', 'ff'), '00');
    const written = new Uint8Array(Buffer.concat([...replaceDeviceState(source, found, other)]));
    expect(extractDeviceState(bytesSource(written), findDeviceState(bytesSource(written)))).toEqual(other);
    expect(written.filter((byte, i) => byte !== bytes[i]).length).toBe(3);
    try {
      [...replaceDeviceState(source, found, joined(other, '00'))];
      expect.unreachable();
    } catch (error) {
      expect(isEncodeError(error) && error.code).toBe('wrong-length');
    }
  });
});

describe('a layout is read', () => {
  const json = fixture('qemu-7.2/pc-default-b3.vmdesc.json.gz');
  const stream = fixture('qemu-7.2/pc-default-b3.mig.gz');

  test('from a stream, and from its description alone', () => {
    const { sections, pageSize } = readLayout(bytesSource(stream));
    expect([sections.length, pageSize]).toEqual([35, 4096]);
    expect(readLayout(bytesSource(json)).sections).toEqual(sections);
  });

  test('from a stream that cannot be walked', () => {
    expect(
      readLayout(
        bytesSource(
          joined("'QEVM\0\0\0\x03", '01 00000009 05', '06', new Uint8Array(0), '\'\0\0\0\x0f{"devices": []}'),
        ),
      ).sections,
    ).toEqual([]);
  });

  test('but not from anything else', () => {
    try {
      readLayout(bytesSource(fixture('qemu-7.2/none.dev.gz')));
      expect.unreachable();
    } catch (error) {
      expect(isDecodeError(error) && error.code).toBe('no-boundary');
    }
    expect(() => readLayout(bytesSource(joined("'hello")))).toThrow(DocumentError);
  });
});

test('finds a description only if its length extends to the end', () => {
  const json = '\'{"devices": []}';
  const of = (...parts: string[]): unknown => findVmDescription(bytesSource(joined(...parts)));
  expect(of('00 06 0000000f', json)).toEqual({ offset: 6, length: 15 });
  expect(of('00 06 0000000e', json)).toBeUndefined();
  expect(of('00 07 0000000f', json)).toBeUndefined();
  expect(of('06 00000001', "'[")).toBeUndefined();
  expect(of('06 00000001 7b')).toEqual({ offset: 5, length: 1 });
  expect(of('')).toBeUndefined();
  expect(of("'{}")).toBeUndefined();
  expect(of('06 00060606', `'{${' '.repeat(0x60605)}`)).toEqual({ offset: 5, length: 0x60606 });
});
