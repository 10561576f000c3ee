import fc from 'fast-check';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Where the first ill-formed sequence begins, found with the platform's decoder alone: the longest prefix that it
 * accepts ends there. -1 if it accepts all bytes.
 */
export function validPrefix(bytes: Uint8Array): number {
  for (let end = bytes.length; end >= 0; end--) {
    try {
      strict.decode(bytes.subarray(0, end));
    } catch {
      continue;
    }
    return end === bytes.length ? -1 : end;
  }
  throw new Error('No bytes at all were refused');
}

/** Well-formed text, mixed with pieces that are ill-formed or become so beside others. */
export const someUtf8: fc.Arbitrary<Uint8Array> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text)) },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 3 }) },
      { weight: 1, arbitrary: fc.constantFrom([0xed, 0xa0, 0x80], [0xc0, 0xaf], [0xf4, 0x90, 0x80, 0x80]) },
      { weight: 1, arbitrary: fc.constantFrom([0xe2, 0x82], [0xf0, 0x9f, 0x98], [0xef, 0xbb, 0xbf]) },
    ),
    { maxLength: 6 },
  )
  .map((pieces) => Uint8Array.from(pieces.flatMap((piece) => [...piece])));
