import type * as fc from 'fast-check';
import type { SchemaIR } from '../ir/schema.js';

/**
 * Arbitraries by hand, for what valid values are too rare of to be made up: by the field as `Struct.field`, or by the struct, as
 * `Struct`. They are asked in place of what the schema would make; what they give is still held to the schema, and is
 * drawn anew where the encoder refuses it.
 *
 * @example `{ 'Packet.topic': fc.constantFrom('a/b', '+/c'), Point: fc.record({ x: fc.nat(9), y: fc.nat(9) }) }`
 */
export type Arbitraries = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/** What values may be told beside their schema. */
export interface ValueOptions {
  /** Arbitraries by hand, for fields or structs of the schema. */
  readonly arbitraries?: Arbitraries;
}

/**
 * Checks that arbitraries by hand are for what the schema has.
 *
 * @throws TypeError naming the key, and what it could be
 */
export function checkArbitraries(arbitraries: Arbitraries, { structs }: SchemaIR): void {
  for (const key of Object.keys(arbitraries)) {
    const struct = structs[key] ?? structs[key.slice(0, key.lastIndexOf('.'))];
    if (struct === undefined) {
      const names = Object.keys(structs).sort().join(', ');
      throw new TypeError(`arbitraries: ${key} names no struct of the schema, found only ${names}`);
    }
    if (struct.name === key) continue;
    const name = key.slice(struct.name.length + 1);
    const field = struct.fields.find((candidate) => candidate.name === name);
    if (field?.visibility === 'value') continue;
    const kept = struct.fields.filter(({ visibility }) => visibility === 'value').map((f) => f.name);
    const found = field === undefined ? 'is not a field' : `is ${field.visibility} and has no value to draw`;
    throw new TypeError(
      `arbitraries: ${key} ${found}; expected one of ${kept.map((f) => `${struct.name}.${f}`).join(', ')}, or ${struct.name} itself`,
    );
  }
}
