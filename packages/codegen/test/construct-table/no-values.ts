/** Cells that are accepted by definition and compiler although no bytes fulfil them, with the reason. */
const REASONS: readonly {
  readonly relation: string;
  readonly constructs?: readonly string[];
  readonly positions?: readonly string[];
  readonly reason: string;
}[] = [
  {
    relation: 'an unequal pair',
    constructs: ['literal', 'literal(f64be, 0)', 'lookahead', 'atEnd', 'empty struct'],
    reason: 'two of them at one place are always equal',
  },
  {
    relation: 'a boundary',
    positions: ['sized(x)'],
    reason: 'the boundary stands behind the region in which it is looked for',
  },
  {
    relation: 'checksum behind',
    constructs: ['atEnd'],
    reason: 'the checksum follows, so the end is never there',
  },
];

/** Why no bytes fulfil a cell, if that is known. */
export function noValuesReason(key: string): string | undefined {
  const [relation = '', construct = '', position = ''] = key.split(' | ');
  return REASONS.find(
    (known) =>
      known.relation === relation &&
      (known.constructs?.includes(construct) ?? true) &&
      (known.positions?.includes(position) ?? true),
  )?.reason;
}

/** Bytes that a cell accepts, by hand: too rare to be found by chance. */
const SAMPLES: Readonly<Record<string, readonly Uint8Array[]>> = {
  // one dozen of bytes: the prefix, which says 11, and these
  'a derived length | custom(number) | sized(x)': [Uint8Array.of(1, 11, ...new Uint8Array(11))],
};

/** See {@link SAMPLES}. */
export const samplesOf = (key: string): readonly Uint8Array[] => SAMPLES[key] ?? [];
