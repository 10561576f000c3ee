import { gzipSync } from 'node:zlib';

/**
 * A step of damage, as plain data. Offsets past the end mean the end, so the remaining steps still make sense if some are left
 * out.
 */
export type Damage =
  /** Flips a bit of a byte. */
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  /** Replaces bytes with others: a removal if `hex` is empty, an insertion if `length` is 0. */
  | { readonly kind: 'replace'; readonly at: number; readonly length: number; readonly hex: string }
  /** Truncates the bytes. */
  | { readonly kind: 'cut'; readonly at: number }
  /** Copies bytes to another place. */
  | { readonly kind: 'copy'; readonly from: number; readonly length: number; readonly to: number }
  /** Moves bytes to another place; `to` is an offset in the bytes that remain without them. */
  | { readonly kind: 'move'; readonly from: number; readonly length: number; readonly to: number }
  /** Continues with another seed, from an offset in that seed. */
  | { readonly kind: 'splice'; readonly at: number; readonly seed: string; readonly from: number }
  /** Compresses everything; the steps that follow damage the result. */
  | { readonly kind: 'gzip' };

/** Returns the bytes of another seed, for a splice. */
export type SeedBytes = (name: string) => Uint8Array;

/** Applies steps of damage to bytes. */
export function damaged(bytes: Uint8Array, steps: readonly Damage[], seedBytes: SeedBytes): Uint8Array {
  return steps.reduce<Uint8Array>((before, step) => new Uint8Array(after(before, step, seedBytes)), bytes);
}

function after(bytes: Uint8Array, step: Damage, seedBytes: SeedBytes): Uint8Array {
  switch (step.kind) {
    case 'flip': {
      const copy = bytes.slice();
      const at = Math.min(step.at, copy.length - 1);
      if (at >= 0) copy[at] = (copy[at] ?? 0) ^ (1 << step.bit);
      return copy;
    }
    case 'replace':
      return put(bytes, step.at, step.length, Buffer.from(step.hex, 'hex'));
    case 'cut':
      return bytes.subarray(0, step.at);
    case 'copy':
      return put(bytes, step.to, 0, bytes.subarray(step.from, step.from + step.length));
    case 'move': {
      const taken = bytes.subarray(step.from, step.from + step.length);
      return put(put(bytes, step.from, step.length), step.to, 0, taken);
    }
    case 'splice':
      return Buffer.concat([bytes.subarray(0, step.at), seedBytes(step.seed).subarray(step.from)]);
    case 'gzip':
      return gzipSync(bytes, { level: 1 });
  }
}

function put(bytes: Uint8Array, at: number, length: number, others: Uint8Array = Buffer.of()): Uint8Array {
  return Buffer.concat([bytes.subarray(0, at), others, bytes.subarray(at + length)]);
}
