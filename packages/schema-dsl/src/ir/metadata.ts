import type { Datum } from './datum.js';

/** Documentation of a node besides its description. It never affects decoding or encoding. */
export interface Metadata {
  /** What a number counts, such as `ms`. */
  readonly unit?: string;
  /** What to use instead. */
  readonly deprecated?: string;
  /** Values of it. */
  readonly examples?: readonly Datum[];
  /** The format's own name, if it differs from the field name or cannot be one. */
  readonly wireName?: string;
  /** The format's own name for the type. */
  readonly wireType?: string;
  /** The source of the information, such as a section of a specification or a source file. */
  readonly source?: string;
}
