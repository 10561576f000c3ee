import type * as fc from 'fast-check';
import type { SchemaIR } from '../../ir/schema.js';
import type { Codec } from './codec.js';

/** Everything that the laws are about and made from. */
export interface Subject {
  readonly name: string;
  readonly ir: SchemaIR;
  /** What is tested: the codec that was given, or else the interpreter. */
  readonly codec: Codec<unknown>;
  /** What it is tested against. */
  readonly interpreter: Codec<unknown>;
  readonly runs: number;
  readonly seed: number | undefined;
  /** Real inputs. */
  readonly samples: readonly Uint8Array[];
  /** Values that the interpreter encodes. */
  readonly values: fc.Arbitrary<unknown>;
  /** The same, and values that only look so. */
  readonly candidates: fc.Arbitrary<unknown>;
  /** Encodings of values, by the interpreter. */
  readonly encodings: fc.Arbitrary<Uint8Array>;
  /** Inputs that the interpreter accepts. */
  readonly acceptable: fc.Arbitrary<Uint8Array>;
  /** Inputs that it mostly does not accept. */
  readonly broken: fc.Arbitrary<Uint8Array>;
}
