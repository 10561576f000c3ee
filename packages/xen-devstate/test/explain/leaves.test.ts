import {
  bytes,
  derived,
  explain,
  list,
  prefix,
  string,
  struct,
  u8,
  u16be,
  u64be,
  ubits,
} from '@bytewright/schema-dsl';
import { leavesOf } from '@bytewright/schema-dsl/inspect';
import { describe, expect, test } from 'vitest';
import { explainFile } from '../../src/open/explain-file.js';
import { openFile } from '../../src/open/opened-file.js';
import { someCaptures } from '../captures.js';
import { deviceStateBytes } from '../command/device-state-bytes.js';

describe('the leaves of a file', () => {
  test.each(someCaptures.map((one) => [one.file, one] as const))(
    'cover %s without gaps',
    async (_, { bytes: all }) => {
      let at = 0;
      const paths = new Set<string>();
      for (const leaf of explainFile(await openFile(all))) {
        expect(leaf.offset).toBe(at);
        if (leaf.elementLength !== undefined && leaf.elementLength > 1)
          expect(leaf.length % leaf.elementLength).toBe(0);
        at += leaf.length;
        // paths of leaves are unique, except for the bytes around the elements of a list, which have the list's path
        if (!leaf.type.startsWith('around')) expect(paths.has(leaf.path)).toBe(false);
        paths.add(leaf.path);
      }
      expect(at).toBe(all.length);
    },
  );

  test('are headers, payloads and footers, with their names in QEMU', async () => {
    const payload = [...[0, 0, 0, 0, 0, 0, 0, 1], ...Array<number>(8).fill(0), ...[0, 0, 0, 0, 0, 0, 0, 2]];
    const all = deviceStateBytes(
      true,
      [
        { id: 3, name: 'timer', version: 2, payload },
        { id: 4, name: 'nothing like it', payload: [1, 2] },
      ],
      [9],
    );
    const leaves = [...explainFile(await openFile(all))];
    expect(
      leaves.map(({ path, wirePath, offset, length, value }) => [path, wirePath, offset, length, value]),
    ).toEqual([
      ['magic', 'magic', 0, 4, 0x5145564d],
      ['version', 'version', 4, 4, 3],
      ['sections[0].type', 'type', 8, 1, 4],
      ['sections[0].sectionId', 'section_id', 9, 4, 3],
      ['sections[0].idstr', 'idstr', 13, 6, 'timer'],
      ['sections[0].instanceId', 'instance_id', 19, 4, 0],
      ['sections[0].versionId', 'version_id', 23, 4, 2],
      ['sections[0].state.cpuTicksOffset', 'cpu_ticks_offset', 27, 8, '1'],
      ['sections[0].state.unused', 'unused', 35, 8, '0000000000000000'],
      ['sections[0].state.cpuClockOffset', 'cpu_clock_offset', 43, 8, '2'],
      ['sections[0].footer.mark', 'footer.mark', 51, 1, 0x7e],
      ['sections[0].footer.sectionId', 'footer.section_id', 52, 4, 3],
      ['sections[1].type', 'type', 56, 1, 4],
      ['sections[1].sectionId', 'section_id', 57, 4, 4],
      ['sections[1].idstr', 'idstr', 61, 16, 'nothing like it'],
      ['sections[1].instanceId', 'instance_id', 77, 4, 0],
      ['sections[1].versionId', 'version_id', 81, 4, 1],
      ['sections[1].payload', 'payload', 85, 2, '0102'],
      ['sections[1].footer.mark', 'footer.mark', 87, 1, 0x7e],
      ['sections[1].footer.sectionId', 'footer.section_id', 88, 4, 4],
      ['eof', 'eof', 92, 1, 0],
      ['trailing', 'trailing', 93, 1, '09'],
    ]);
  });

  test('combine bit fields that share bytes', () => {
    const Flags = struct('Flags', {
      high: ubits(4),
      low: ubits(4),
      rest: u8,
      wide: ubits(12),
      narrow: ubits(4),
    });
    const Word = struct('Word', { a: ubits(3), b: ubits(5) });
    const All = struct('All', { flags: Flags, word: Word });
    const input = Uint8Array.of(0xa5, 7, 0x12, 0x34, 0b11100001);
    const { root } = explain(All, input);
    const leaves = leavesOf(root, { bytes: input, offset: 10, path: 's' });
    expect(leaves.map(({ path, offset, length, value }) => [path, offset, length, value])).toEqual([
      ['s.flags.high', 10, 1, { high: 0xa, low: 5 }],
      ['s.flags.rest', 11, 1, 7],
      ['s.flags.wide', 12, 2, { wide: 0x123, narrow: 4 }],
      ['s.word', 14, 1, { a: 7, b: 1 }],
    ]);
  });

  test('include counts, lists and empty lists', () => {
    const Item = struct('Item', { n: u8.wireName('number') });
    const All = struct('All', {
      size: derived(u8),
      items: list(Item, prefix(u8)),
      words: list(u16be, 2),
      wide: list(u64be, 1),
      none: bytes(0),
      text: string(prefix(u8), 'ascii'),
    }).where(($) => [$.size.is($.text.size())]);
    const input = Uint8Array.of(2, 2, 7, 8, 0, 1, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 5, 2, 0x68, 0x69);
    const { root } = explain(All, input);
    const leaves = leavesOf(root, { bytes: input, offset: 100, path: 's' });
    expect(
      leaves.map(({ path, wirePath, offset, length, value, elementLength }) => [
        ...[path, wirePath, offset, length],
        ...[value, elementLength],
      ]),
    ).toEqual([
      ['s.size', 'size', 100, 1, 2, undefined],
      ['s.items', 'items', 101, 1, '02', 1],
      ['s.items[0].n', 'items[0].number', 102, 1, 7, undefined],
      ['s.items[1].n', 'items[1].number', 103, 1, 8, undefined],
      ['s.words', 'words', 104, 4, [1, 0xffff], 2],
      ['s.wide', 'wide', 108, 8, ['5'], 8],
      ['s.none', 'none', 116, 0, '', 1],
      ['s.text', 'text', 116, 3, 'hi', undefined],
    ]);
  });
});
