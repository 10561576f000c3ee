import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { captures } from '../../captures.js';
import type { PlainSection } from '../../codec/plain-reader.js';
import { headerAt, plainSections } from '../../codec/plain-reader.js';
import type { Seed, Span } from '../seed.js';

const FIXTURES = new URL('../../fixtures/', import.meta.url);

/** Magic, version. */
const FILE_HEADER = 8;

/** Sections of more bytes are only in whole captures. */
const LARGE_SECTION = 32 * 1024;

/** Fields of sections that all others depend on: the header, the beginning of the payload, where counts and versions are, its end. */
function wordsOf({ offset, payload, end }: PlainSection): readonly Span[] {
  return [
    { at: offset, length: payload - offset },
    { at: payload, length: Math.max(1, Math.min(24, end - payload)) },
    { at: Math.max(payload, end - 8), length: 13 },
  ];
}

/** Whole device states, as the manifest lists them. */
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
 * Two sections of a capture that follow each other, as a device state of their own: small, so that a thousand of them are read in
 * the time of a few captures, and together every device that any capture has.
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

/** Migration streams, and an image of `xl save`. */
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
