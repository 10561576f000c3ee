import type { Datum } from './datum.js';

/** What readers of a schema are told beside its description. No reading of the bytes depends on it. */
export interface Metadata {
  /** What a number counts, such as `ms`. */
  readonly unit?: string;
  /** What to use instead. */
  readonly deprecated?: string;
  /** Values of it. */
  readonly examples?: readonly Datum[];
  /** What the format itself calls it, where that is not a name for a field of a value, or not the one that was chosen. */
  readonly wireName?: string;
  /** What the format itself calls its type. */
  readonly wireType?: string;
  /** Where the fact stands that this describes, such as a specification's section or a file of a program. */
  readonly source?: string;
}
