import { CallError } from '../ir/call-error.js';
import { describeArgument } from './describe-argument.js';
import type { Hidden, Omissible } from './node.js';
import { makeNode } from './node.js';

/** Options of {@link align}. */
export interface AlignOptions<K extends boolean = boolean> {
  /** The padding byte; 0 by default. */
  readonly fill?: number;
  /** Whether other bytes are kept in the value instead of being rejected. */
  readonly keep?: K;
}

/**
 * Pads to the next multiple of `size` bytes, counted from the start of the enclosing struct; takes no bytes if the offset
 * is already aligned. If a format counts from elsewhere, such as the start of the file, put the alignment into the struct
 * that starts there.
 *
 * Decoding rejects bytes other than `fill` as `wrong-constant`. With `keep` they become the field's value instead;
 * `undefined` then means that all of them are `fill`.
 *
 * @example `{ tag: u8, pad: align(4), size: u32be }` with tag 1 and size 2 is `01 00 00 00 00 00 00 02`
 */
export function align(
  size: number,
  options: AlignOptions<true> & { readonly keep: true },
): Omissible<Uint8Array | undefined>;
export function align(size: number, options?: AlignOptions<false>): Hidden<undefined>;
export function align(
  size: number,
  options: AlignOptions = {},
): Omissible<Uint8Array | undefined> | Hidden<undefined> {
  const { fill = 0, keep = false } = options;
  if (!Number.isSafeInteger(size) || size < 1 || size > GREATEST)
    throw new CallError(
      'invalid-size',
      'align()',
      `expected a size of 1 to ${GREATEST} bytes, found ${describeArgument(size)}; write, for example, align(4)`,
    );
  if (!Number.isInteger(fill) || fill < 0 || fill > 255)
    throw new CallError(
      'invalid-fill',
      'align()',
      `expected a fill byte, found ${describeArgument(fill)}; use 0 to 255`,
    );
  return makeNode({ kind: 'align', to: size, fill, keep });
}

/** The largest alignment in use: large pages of memory. */
const GREATEST = 1 << 24;
