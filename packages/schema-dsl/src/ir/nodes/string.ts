import type { TextEncoding } from '@bytewright/runtime';
import type { ByteExtentIR } from '../extent.js';

export type { TextEncoding } from '@bytewright/runtime';

/** Text in an encoding, as far as its extent says; ill-formed text is refused, never replaced. */
export interface StringNode {
  readonly kind: 'string';
  readonly extent: ByteExtentIR;
  readonly encoding: TextEncoding;
}
