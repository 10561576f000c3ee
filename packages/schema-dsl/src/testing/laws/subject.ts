import type * as fc from 'fast-check';
import type { SchemaIR } from '../../ir/schema.js';
import type { Codec } from './codec.js';

/** The schema and codec under test, with the inputs for the laws. */
export interface Subject {
  readonly name: string;
  readonly ir: SchemaIR;
  /** The codec under test: the one that was given, or the interpreter. */
  readonly codec: Codec<unknown>;
  /** The reference that it is compared with. */
  readonly interpreter: Codec<unknown>;
  readonly runs: number;
  readonly seed: number | undefined;
  /** Real inputs. */
  readonly samples: readonly Uint8Array[];
  /** Values that the interpreter encodes. */
  readonly values: fc.Arbitrary<unknown>;
  /** The same, plus values that only look valid. */
  readonly candidates: fc.Arbitrary<unknown>;
  /** Encodings of values, by the interpreter. */
  readonly encodings: fc.Arbitrary<Uint8Array>;
  /** Inputs that the interpreter accepts. */
  readonly acceptable: fc.Arbitrary<Uint8Array>;
  /** Inputs that it usually does not accept. */
  readonly broken: fc.Arbitrary<Uint8Array>;
}
