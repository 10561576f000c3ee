import * as fc from 'fast-check';
import { irOf } from '../compile/ir-of.js';
import { encodeRoot } from '../interpreter/encode.js';
import type { SchemaIR } from '../ir/schema.js';
import type { Node } from '../language/node.js';
import type { ValueOptions } from './arbitraries.js';
import { mutate } from './damage/mutation.js';
import { mutations } from './damage/mutations.js';
import type { Outline } from './damage/outline.js';
import { outlineOf } from './damage/outline.js';
import { ValidValues } from './valid-values.js';

/** Options for damaged inputs. */
export interface DamageOptions extends ValueOptions {
  /** Real inputs, which are damaged like generated ones. */
  readonly samples?: readonly Uint8Array[];
}

/**
 * Almost valid inputs: encodings and samples that are truncated, with flipped bits, with lengths, counts and tags off by one
 * or at their limits, with ranges removed, duplicated and spliced, or with bytes appended. Some are purely random bytes. A few
 * are valid nevertheless.
 *
 * @example
 * fc.assert(
 *   fc.property(damaged(Text), (bytes) => {
 *     try {
 *       decode(Text, bytes);
 *     } catch (error) {
 *       return isDecodeError(error);
 *     }
 *   }),
 * );
 */
export function damaged(schema: Node<unknown>, options: DamageOptions = {}): fc.Arbitrary<Uint8Array> {
  const ir = irOf(schema);
  const { samples = [] } = options;
  const encodings = encodingsOf(ir, options);
  const sources = [
    { weight: 6, arbitrary: withDamage(ir, encodings, encodings) },
    { weight: 1, arbitrary: randomBytes },
  ];
  if (samples.length > 0) {
    const real = fc.constantFrom(...samples);
    sources.push({ weight: 2, arbitrary: withDamage(ir, real, fc.oneof(encodings, real)) });
  }
  return fc.oneof(...sources);
}

/** Random bytes, independent of any schema; often empty. */
export const randomBytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 64 }),
  fc.uint8Array({ size: 'medium' }),
  fc.constant(new Uint8Array(0)),
);

/** Encodings of generated values. */
export function encodingsOf(ir: SchemaIR, { arbitraries }: ValueOptions = {}): fc.Arbitrary<Uint8Array> {
  return new ValidValues(ir, { isEncodable: true, arbitraries }).map((value) => encodeRoot(ir, value));
}

/** Inputs with one mutation, sometimes two or three. */
export function withDamage(
  ir: SchemaIR,
  sources: fc.Arbitrary<Uint8Array>,
  others: fc.Arbitrary<Uint8Array>,
): fc.Arbitrary<Uint8Array> {
  const outlines = new WeakMap<Uint8Array, Outline>();
  const outline = (bytes: Uint8Array): Outline => {
    const known = outlines.get(bytes) ?? outlineOf(ir, bytes);
    outlines.set(bytes, known);
    return known;
  };
  const one = mutations(others);
  const several = fc.oneof(
    { weight: 4, arbitrary: fc.array(one, { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.array(one, { minLength: 1, maxLength: 3 }) },
  );
  return fc
    .tuple(sources, several)
    .map(([bytes, list]) =>
      list.reduce<Uint8Array>((b, mutation) => mutate(mutation, b, outline(bytes)), bytes),
    );
}
