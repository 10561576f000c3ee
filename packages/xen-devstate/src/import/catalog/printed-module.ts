import type { UnknownValue } from './unknown-value.js';

/** A schema module as text, before it is written. */
export interface PrintedModule {
  /** Its path in the catalog without the ending, such as `devices/mc146818rtc`. */
  readonly path: string;
  readonly text: string;
  /** Paths of the modules of the catalog that it imports. */
  readonly uses: readonly string[];
  /** What its descriptions leave open, by type. */
  readonly unknownValues: ReadonlyMap<string, readonly UnknownValue[]>;
  /** The structs that they consist of, by type: also those that an overlay speaks of. */
  readonly parts: ReadonlyMap<string, ReadonlySet<string>>;
}
