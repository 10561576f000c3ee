import type { Datum } from './datum.js';

/** Documentation of a node besides its description. It never affects decoding or encoding. */
export interface Metadata {
  /** The unit of a number, such as `ms`. */
  readonly unit?: string;
  /** The replacement of a deprecated node. */
  readonly deprecated?: string;
  /** Example values. */
  readonly examples?: readonly Datum[];
  /** The format's own name, if it differs from the field name or cannot be one. */
  readonly wireName?: string;
  /** The format's own name for the type. */
  readonly wireType?: string;
  /** The source of the information, such as a section of a specification or a source file. */
  readonly source?: string;
}
