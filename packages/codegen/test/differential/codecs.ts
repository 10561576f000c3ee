import { isDeepStrictEqual } from 'node:util';
import type { EncodeOptions } from '@bytewright/runtime';
import type { DecodeOptions, Node } from '@bytewright/schema-dsl';
import type { SchemaIR } from '@bytewright/schema-dsl/ir';
import { givenKeys, irOf } from '@bytewright/schema-dsl/ir';
import { difference } from '@bytewright/schema-dsl/testing';
import { decodeRoot } from '../../../schema-dsl/src/interpreter/decode.js';
import { encodeRoot } from '../../../schema-dsl/src/interpreter/encode.js';
import { sizeOfRoot } from '../../../schema-dsl/src/interpreter/size-of.js';
import type { GeneratedModule } from './generate-code.js';
import type { Outcome } from './outcome.js';
import { outcomeOf } from './outcome.js';

/** Where the interpreter and the generated code disagree, or break a law. */
export class Disagreement extends Error {}

/** A schema's two codecs, side by side. */
export class Codecs {
  readonly name: string;
  readonly ir: SchemaIR;
  readonly #generated: GeneratedModule;
  /** Names that constant and derived fields have. */
  readonly #given: ReadonlySet<string>;

  constructor(schema: Node<unknown>, generated: GeneratedModule) {
    this.ir = irOf(schema);
    this.name = this.ir.root.kind === 'struct' ? this.ir.root.name : '';
    this.#generated = generated;
    this.#given = new Set(Object.values(this.ir.structs).flatMap(givenKeys));
  }

  /** Decodes by both; then the value must encode to the same bytes by both. */
  decode(bytes: Uint8Array, options?: DecodeOptions): Outcome {
    const outcome = this.#agree(
      'decode',
      bytes,
      () => decodeRoot(this.ir, bytes, options),
      () => this.#generated[`decode${this.name}`]?.(bytes, options),
    );
    if (!('value' in outcome)) return outcome;
    const depth = options?.limits?.depth;
    const again = this.encode(outcome.value, depth === undefined ? undefined : { limits: { depth } });
    if (!('value' in again) || !isDeepStrictEqual(again.value, bytes.slice()))
      this.#fail('encode(decode(bytes)) is not the bytes', bytes, outcome, again);
    return outcome;
  }

  /** Encodes and sizes by both. */
  encode(value: unknown, options?: EncodeOptions): Outcome {
    const outcome = this.#agree(
      'encode',
      value,
      () => encodeRoot(this.ir, value, options),
      () => this.#generated[`encode${this.name}`]?.(value, options),
    );
    const size = this.#agree(
      'sizeOf',
      value,
      () => sizeOfRoot(this.ir, value, options),
      () => this.#generated[`sizeOf${this.name}`]?.(value, options),
    );
    if ('value' in outcome && (!('value' in size) || (outcome.value as Uint8Array).length !== size.value))
      this.#fail('sizeOf(value) is not the length of encode(value)', value, outcome, size);
    return outcome;
  }

  /** Encodes a value by both; where it is accepted, it must decode to itself. */
  encodeAndBack(value: unknown): Outcome {
    const outcome = this.encode(value);
    if (!('value' in outcome)) return outcome;
    const back = outcomeOf(() => decodeRoot(this.ir, outcome.value as Uint8Array));
    const problem =
      'value' in back ? difference(asDecoded(value, back.value, this.#given), back.value) : 'it is refused';
    if (problem !== undefined)
      this.#fail(`decode(encode(value)) is not the value: ${problem}`, value, outcome, back);
    return outcome;
  }

  #agree(what: string, input: unknown, interpret: () => unknown, generated: () => unknown): Outcome {
    const a = outcomeOf(interpret);
    const b = outcomeOf(generated);
    if ('crash' in a || 'crash' in b) this.#fail(`${what} crashes`, input, a, b);
    const problem =
      'value' in a && 'value' in b
        ? difference(b.value, a.value)
        : isDeepStrictEqual(a, b)
          ? undefined
          : 'interpreter and generated code do not do the same';
    if (problem !== undefined) this.#fail(`${what}: ${problem}`, input, a, b);
    return a;
  }

  #fail(problem: string, input: unknown, ...outcomes: readonly Outcome[]): never {
    const shown = [input, ...outcomes].map((part) => JSON.stringify(part, readable));
    throw new Disagreement(`${this.name}: ${problem}\n  input ${shown.join('\n  ')}`);
  }
}

/** The value as a decoder gives it: less constant and derived fields that came along, and with keys for what was left out. */
function asDecoded(value: unknown, known: unknown, given: ReadonlySet<string>): unknown {
  if (typeof known !== 'object' || typeof value !== 'object' || known === null || value === null)
    return value;
  if (Array.isArray(known) && Array.isArray(value))
    return value.map((item, i) => asDecoded(item, known[i], given));
  if (Array.isArray(known) || ArrayBuffer.isView(known)) return value;
  const keys = new Set([
    ...Object.keys(known),
    ...Object.keys(value).filter((key) => !(given.has(key) && !Object.hasOwn(known, key))),
  ]);
  return Object.fromEntries(
    [...keys].map((key) => [key, asDecoded(Reflect.get(value, key), Reflect.get(known, key), given)]),
  );
}

function readable(_: string, value: unknown): unknown {
  if (value instanceof Uint8Array) return `bytes ${Buffer.from(value).toString('hex')}`;
  if (ArrayBuffer.isView(value)) return `${value.constructor.name} ${String(value)}`;
  return typeof value === 'bigint' ? `${value}n` : typeof value === 'undefined' ? 'undefined' : value;
}
