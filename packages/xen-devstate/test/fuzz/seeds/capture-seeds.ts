import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { captures } from '../../captures.js';
import type { PlainSection } from '../../codec/plain-reader.js';
import { headerAt, plainSections } from '../../codec/plain-reader.js';
import type { Seed, Span } from '../seed.js';

const FIXTURES = new URL('../../fixtures/', import.meta.url);

/** The size of the file header: magic and version. */
const FILE_HEADER = 8;

/** Larger sections only occur in whole captures. */
const LARGE_SECTION = 32 * 1024;

/** Parts of sections that the rest depends on: the header, the start of the payload, which has counts and versions, and its end. */
function wordsOf({ offset, payload, end }: PlainSection): readonly Span[] {
  return [
    { at: offset, length: payload - offset },
    { at: payload, length: Math.max(1, Math.min(24, end - payload)) },
    { at: Math.max(payload, end - 8), length: 13 },
  ];
}

/** Whole device states, those listed in the manifest. */
export function captureSeeds(): readonly Seed[] {
  return captures.map(({ file, bytes, footers }) => {
    const sections = plainSections(bytes, footers);
    return {
      name: file.replace(/\.gz$/, ''),
      bytes,
      parts: sections.map(({ offset, end }) => ({ at: offset, length: end - offset + (footers ? 5 : 0) })),
      words: [{ at: 0, length: FILE_HEADER }, ...sections.flatMap(wordsOf)],
    };
  });
}

/**
 * Pairs of consecutive sections of a capture, each as a device state of its own: small, so that a thousand of them are read in the
 * time of a few captures, and together they contain every device of any capture.
 */
export function sectionSeeds(): readonly Seed[] {
  const seen = new Set<string>();
  return captures.flatMap(({ file, bytes, footers }) => {
    const sections = plainSections(bytes, footers);
    return sections.flatMap((first, i): Seed[] => {
      const second = sections[i + 1] ?? first;
      const behind = second.end + (footers ? 5 : 0);
      const device = `${footers} ${first.version} ${first.idstr.replace(/^.*\//, '')}`;
      if (behind - first.offset > LARGE_SECTION || seen.has(device)) return [];
      seen.add(device);
      const own = bytes.subarray(first.offset, behind);
      const moved = (one: PlainSection): PlainSection => {
        const by = FILE_HEADER - first.offset;
        return { ...one, offset: one.offset + by, payload: one.payload + by, end: one.end + by };
      };
      const both = first === second ? [moved(first)] : [moved(first), moved(second)];
      return [
        {
          name: `${file.replace(/\.dev\.gz$/, '')}#${i}`,
          bytes: new Uint8Array(Buffer.concat([bytes.subarray(0, FILE_HEADER), own, Buffer.of(0)])),
          parts: both.map(({ offset, end }) => ({ at: offset, length: end - offset + (footers ? 5 : 0) })),
          words: both.flatMap(wordsOf),
        },
      ];
    });
  });
}

/** Migration streams, and an `xl save` image. */
export function containerSeeds(): readonly Seed[] {
  const names = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:mig|xl-save)\.gz$/.test(name))
    .sort();
  return names.map((name) => {
    const bytes = new Uint8Array(gunzipSync(readFileSync(new URL(name, FIXTURES))));
    const headers = [...bytes.keys()].filter((at) => headerAt(bytes, at) !== undefined);
    const parts = headers.map((at, i) => ({ at, length: (headers[i + 1] ?? bytes.length) - at }));
    const words = parts.flatMap(({ at }) => [
      { at, length: 32 },
      { at: Math.max(0, at - 8), length: 8 },
    ]);
    const ends = [
      { at: 0, length: 128 },
      { at: Math.max(0, bytes.length - 512), length: 512 },
    ];
    return { name: name.replace(/\.gz$/, ''), bytes, parts, words: [...ends, ...words, ...ends] };
  });
}
