import type { Outline } from './outline.js';

/** A place in an input, in terms that apply to any input: the n-th seam between parts, or the n-th byte. */
export interface Spot {
  readonly atSeam: boolean;
  readonly index: number;
}

/** A mutation; numbers wrap around at the input's limits. */
export type Mutation =
  | { readonly kind: 'truncate'; readonly at: Spot }
  | { readonly kind: 'flip'; readonly at: Spot; readonly bit: number }
  | { readonly kind: 'replace'; readonly at: Spot; readonly byte: number }
  | {
      readonly kind: 'number';
      readonly part: number;
      readonly width: number;
      readonly littleEndian: boolean;
      readonly change: NumberChange;
    }
  | { readonly kind: 'remove'; readonly at: Spot; readonly to: Spot }
  | { readonly kind: 'double'; readonly at: Spot; readonly to: Spot }
  | { readonly kind: 'insert'; readonly at: Spot; readonly bytes: Uint8Array }
  | { readonly kind: 'append'; readonly bytes: Uint8Array }
  | { readonly kind: 'splice'; readonly at: Spot; readonly other: Uint8Array };

/** The change of a number: a count, a length, a tag, or arbitrary bytes. */
export type NumberChange = 'increment' | 'decrement' | 'zero' | 'all ones' | 'top bit';

type Apply<M extends Mutation> = (mutation: M, bytes: Uint8Array, outline: Outline) => Uint8Array;

const appliers: { readonly [K in Mutation['kind']]: Apply<Extract<Mutation, { kind: K }>> } = {
  truncate: ({ at }, bytes, outline) => bytes.slice(0, offsetOf(at, bytes, outline)),
  flip: ({ at, bit }, bytes, outline) =>
    withByte(bytes, offsetOf(at, bytes, outline), (byte) => byte ^ (1 << bit)),
  replace: ({ at, byte }, bytes, outline) => withByte(bytes, offsetOf(at, bytes, outline), () => byte),
  number: changeNumber,
  remove: (mutation, bytes, outline) => {
    const [from, to] = rangeOf(mutation, bytes, outline);
    return concat(bytes.subarray(0, from), bytes.subarray(to));
  },
  double: (mutation, bytes, outline) => {
    const [from, to] = rangeOf(mutation, bytes, outline);
    return concat(bytes.subarray(0, to), bytes.subarray(from));
  },
  insert: ({ at, bytes: more }, bytes, outline) => {
    const offset = offsetOf(at, bytes, outline);
    return concat(bytes.subarray(0, offset), more, bytes.subarray(offset));
  },
  append: ({ bytes: more }, bytes) => concat(bytes, more),
  splice: ({ at, other }, bytes, outline) => {
    const offset = offsetOf(at, bytes, outline);
    return concat(bytes.subarray(0, offset), other.subarray(Math.min(offset, other.length)));
  },
};

/** Applies one mutation to the input. The outline may be that of an earlier version of the input. */
export function mutate(mutation: Mutation, bytes: Uint8Array, outline: Outline): Uint8Array {
  // The table pairs each kind with its own function; the type checker cannot follow that through an index.
  return (appliers[mutation.kind] as Apply<Mutation>)(mutation, bytes, outline);
}

function offsetOf({ atSeam, index }: Spot, bytes: Uint8Array, { seams }: Outline): number {
  return atSeam ? Math.min(seams[index % seams.length] ?? 0, bytes.length) : index % (bytes.length + 1);
}

function rangeOf(
  spots: { readonly at: Spot; readonly to: Spot },
  bytes: Uint8Array,
  outline: Outline,
): [from: number, to: number] {
  const ends = [offsetOf(spots.at, bytes, outline), offsetOf(spots.to, bytes, outline)] as const;
  return [Math.min(...ends), Math.max(...ends)];
}

function withByte(bytes: Uint8Array, offset: number, change: (byte: number) => number): Uint8Array {
  const changed = bytes.slice();
  const old = changed[offset];
  if (old !== undefined) changed[offset] = change(old);
  return changed;
}

function changeNumber(
  mutation: Extract<Mutation, { kind: 'number' }>,
  bytes: Uint8Array,
  { parts }: Outline,
): Uint8Array {
  const part = parts[mutation.part % Math.max(1, parts.length)];
  if (part === undefined) return bytes;
  const width = Math.min(mutation.width, part.length, Math.max(0, bytes.length - part.offset));
  const changed = bytes.slice();
  const digits = changed.subarray(part.offset, part.offset + width);
  if (!mutation.littleEndian) digits.reverse();
  change(digits, mutation.change);
  if (!mutation.littleEndian) digits.reverse();
  return changed;
}

/** Changes a number whose least significant byte comes first. */
function change(digits: Uint8Array, how: NumberChange): void {
  const top = digits.length - 1;
  switch (how) {
    case 'zero':
      digits.fill(0);
      return;
    case 'all ones':
      digits.fill(0xff);
      return;
    case 'top bit':
      for (const [i, old] of digits.entries()) if (i === top) digits[i] = old ^ 0x80;
      return;
    default: {
      const step = how === 'increment' ? 1 : 0xff; // 0xff: minus one, with a borrow if the digit was zero
      for (const [i, old] of digits.entries()) {
        digits[i] = (old + step) & 0xff;
        if (old !== (how === 'increment' ? 0xff : 0)) return;
      }
    }
  }
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
