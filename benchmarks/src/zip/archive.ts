import type { Entry, ExtraField, LocalFile, Zip } from '../../../examples/zip/generated/zip.js';
import { crc32 } from '../crc32.js';
import { randomNumbers } from '../measuring/random-numbers.js';
import { extraSize } from './extra.js';
import { flagsOf, timeOf } from './flags.js';

/** An archive of so many files, always the same one, as zip makes them of sources: three of four are deflated. */
export function archiveOf(count: number): Zip {
  const random = randomNumbers(11);
  const directory: Entry[] = [];
  const files: LocalFile[] = [];
  let offset = 0;
  for (let index = 0; index < count; index++) {
    const isPlain = index % 4 === 0;
    const data = Uint8Array.from({ length: 20 + (random() % 200) }, random);
    const name = `sources/part-${index % 100}/file-${index}.ts`;
    const modified = timeOf(0x58_5d_62_00 + (random() & 0x1f));
    const common = { flags: flagsOf(0), method: isPlain ? 'stored' : 'deflated' } as const;
    const sums = {
      crc: isPlain ? crc32(data, 0, data.length) : random(),
      compressedSize: data.length,
      size: isPlain ? data.length : 3 * data.length,
    };
    const versionNeeded = isPlain ? 10 : 20;
    const extra = timestamps(2);
    files.push({
      versionNeeded,
      ...common,
      ...(isPlain
        ? { layout: 'plain', content: { modified, name, extra, data } }
        : { layout: 'packed', content: { modified, ...sums, name, extra, data } }),
    });
    directory.push(entryOf({ versionNeeded, ...common, modified, ...sums, offset, name }));
    offset += 30 + name.length + extraSize(extra) + data.length;
  }
  const directorySize = directory.reduce(
    (sum, { name, extra }) => sum + 46 + name.length + extraSize(extra),
    0,
  );
  return {
    end: { entries: count, directorySize, directoryOffset: offset, comment: '' },
    directory,
    files,
    rest: [],
  };
}

type Varying = Pick<
  Entry,
  'versionNeeded' | 'flags' | 'method' | 'modified' | 'crc' | 'compressedSize' | 'size' | 'offset' | 'name'
>;

function entryOf(fields: Varying): Entry {
  return {
    ...fields,
    versionMadeBy: 30,
    system: 'unix',
    internalAttributes: { text: true, unknown: 0 },
    dosAttributes: {
      readOnly: false,
      hidden: false,
      system: false,
      directory: false,
      archive: false,
      unknown: 0,
    },
    unixMode: 0o100_644,
    extra: timestamps(1),
    comment: '',
  };
}

function timestamps(count: number): ExtraField[] {
  const there = { modified: true, accessed: true, created: false, unknown: 0 };
  return [{ type: 'timestamps', data: { there, times: new Int32Array(count).fill(1_700_000_000) } }];
}
