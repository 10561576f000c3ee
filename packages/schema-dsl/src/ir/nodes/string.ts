import type { TextEncoding } from '@bytewright/runtime';
import type { ByteExtentIR } from '../extent.js';

export type { TextEncoding } from '@bytewright/runtime';

/** All encodings of text. */
export const TEXT_ENCODINGS: readonly TextEncoding[] = Object.keys({
  ascii: true,
  latin1: true,
  'utf-8': true,
  'utf-16le': true,
  'utf-16be': true,
} satisfies Record<TextEncoding, true>) as TextEncoding[]; // one key for each

/** Text in an encoding, bounded by its extent; ill-formed text is rejected, never replaced. */
export interface StringNode {
  readonly kind: 'string';
  readonly extent: ByteExtentIR;
  readonly encoding: TextEncoding;
}
