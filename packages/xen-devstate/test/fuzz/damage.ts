import { gzipSync } from 'node:zlib';

/**
 * A step of damage, as plain data. Offsets behind the end mean the end, so that any steps can be left out and the others still
 * mean something.
 */
export type Damage =
  /** A bit of a byte changes. */
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  /** Bytes are replaced by others: a removal where there are no others, an insertion where there are none to replace. */
  | { readonly kind: 'replace'; readonly at: number; readonly length: number; readonly hex: string }
  /** What follows is gone. */
  | { readonly kind: 'cut'; readonly at: number }
  /** Bytes stand in another place as well. */
  | { readonly kind: 'copy'; readonly from: number; readonly length: number; readonly to: number }
  /** Bytes stand in another place instead; `to` counts without them. */
  | { readonly kind: 'move'; readonly from: number; readonly length: number; readonly to: number }
  /** From here on it is another seed, from there on. */
  | { readonly kind: 'splice'; readonly at: number; readonly seed: string; readonly from: number }
  /** All of it is compressed; the steps that follow damage that. */
  | { readonly kind: 'gzip' };

/** Where a splice gets another seed's bytes. */
export type SeedBytes = (name: string) => Uint8Array;

/** What becomes of bytes, step by step. */
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
