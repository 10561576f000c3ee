import type * as fc from 'fast-check';
import type { SchemaIR } from '../ir/schema.js';

/**
 * Hand-written arbitraries, for values that are too rare to be generated: by field as `Struct.field`, or by struct as
 * `Struct`. They replace the schema's own generators; their values are still checked against the schema, and drawn again if
 * the encoder rejects them.
 *
 * @example `{ 'Packet.topic': fc.constantFrom('a/b', '+/c'), Point: fc.record({ x: fc.nat(9), y: fc.nat(9) }) }`
 */
export type Arbitraries = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/** Options of value generation. */
export interface ValueOptions {
  /** Hand-written arbitraries for fields or structs of the schema. */
  readonly arbitraries?: Arbitraries;
}

/**
 * Checks that hand-written arbitraries refer to parts of the schema.
 *
 * @throws TypeError with the key, and the valid keys
 */
export function checkArbitraries(arbitraries: Arbitraries, { structs }: SchemaIR): void {
  for (const key of Object.keys(arbitraries)) {
    const struct = structs[key] ?? structs[key.slice(0, key.lastIndexOf('.'))];
    if (struct === undefined) {
      const names = Object.keys(structs).sort().join(', ');
      throw new TypeError(`arbitraries: ${key} is not a struct of the schema; expected one of ${names}`);
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
