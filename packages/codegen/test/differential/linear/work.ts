import { isDecodeError, isEncodeError } from '@bytewright/runtime';
import type { Input, Output } from '@bytewright/runtime/codec';
import { budgetFor, confirmDecisions, createOutput, openInput } from '@bytewright/runtime/codec';
import type { Node } from '@bytewright/schema-dsl';
import type { SchemaIR } from '@bytewright/schema-dsl/ir';
import { irOf } from '@bytewright/schema-dsl/ir';
import { settleDeferredCharges } from '../../../../runtime/src/backtracking/charge-backtracking.js';
import { confirmDecisions as confirmInterpreted } from '../../../../schema-dsl/src/interpreter/confirm-decisions.js';
import { DecodeContext } from '../../../../schema-dsl/src/interpreter/decode-context.js';
import { EncodeContext } from '../../../../schema-dsl/src/interpreter/encode-context.js';
import { FAIL } from '../../../../schema-dsl/src/interpreter/failure.js';
import { rootScope } from '../../../../schema-dsl/src/interpreter/fieldless-scopes.js';
import { decodeNode, encodeNode } from '../../../../schema-dsl/src/interpreter/nodes/index.js';
import type { GeneratedModule } from '../generate-code.js';
import { generatedText } from '../generate-code.js';
import { loadModule } from '../load-module.js';
import { countBytes, watched } from './count-bytes.js';

/** What a reading of some bytes, or a writing of some value, came to. */
export interface Work {
  /** Bytes that were looked at. */
  readonly examined: number;
  /** Where it failed, if it did. */
  readonly failure:
    | { readonly code: string; readonly offset: number | undefined; readonly path: string }
    | undefined;
  /** What was paid for attempts in vain. */
  readonly paid: number;
  readonly value: unknown;
}

/** A schema's two codecs, of which it is counted how many bytes they look at. */
export class CountedCodecs {
  readonly #ir: SchemaIR;
  readonly #generated: GeneratedModule;
  readonly #name: string;

  constructor(schema: Node<unknown>) {
    this.#ir = irOf(schema);
    this.#generated = loadModule(generatedText([schema]));
    this.#name = this.#ir.root.kind === 'struct' ? this.#ir.root.name : '';
  }

  /** What decoding costs: by the interpreter, and by generated code. */
  decode(bytes: Uint8Array): readonly [interpreted: Work, generated: Work] {
    const decoding = new DecodeContext(bytes, this.#ir.structs);
    decoding.bytes = watched(bytes);
    const interpreted = work(() => {
      const outcome = decodeNode(this.#ir.root, decoding, rootScope(this.#ir));
      if (outcome === FAIL) throw decoding.failure;
      return outcome;
    });
    const input: Input = { ...openInput(bytes), bytes: watched(bytes) };
    const generated = work(() => {
      const value = this.#call('read', input);
      settleDeferredCharges(input);
      return value;
    });
    return [
      { ...interpreted, paid: paidOf(decoding, bytes.length) },
      { ...generated, paid: paidOf(input, bytes.length) },
    ];
  }

  /** What it costs to confirm the decisions of encoding. */
  confirm(value: unknown): readonly [interpreted: Work, generated: Work] {
    const size = Number(this.#call('measure', value));
    const encoding = new EncodeContext(new Uint8Array(size), this.#ir.structs, false);
    encodeNode(this.#ir.root, value, encoding, rootScope(this.#ir));
    Object.assign(encoding, { bytes: watched(encoding.bytes) });
    const whole = { searchBudget: budgetFor(size), backtracking: budgetFor(size) };
    let left: readonly [Budgets, Budgets] = [whole, whole];
    const interpreted = work(() => {
      left = [confirmInterpreted(encoding), left[1]];
    });
    const output = createOutput(size);
    this.#call('write', output, value);
    const generated = work(() => {
      const watching: Output = { ...output, bytes: watched(output.bytes) };
      const input = confirmDecisions(watching, (again) => this.#call('write', again, value));
      settleDeferredCharges(input);
      left = [left[0], input];
    });
    return [
      { ...interpreted, paid: paidOf(left[0], size) },
      { ...generated, paid: paidOf(left[1], size) },
    ];
  }

  #call(verb: string, ...args: readonly unknown[]): unknown {
    return this.#generated[`${verb}${this.#name}`]?.(...args);
  }
}

/** What searches and attempts in vain may still cost. */
type Budgets = Pick<Input, 'searchBudget' | 'backtracking'>;

const paidOf = ({ searchBudget, backtracking }: Budgets, size: number): number =>
  2 * budgetFor(size) - searchBudget - backtracking;

function work(run: () => unknown): Omit<Work, 'paid'> {
  let value: unknown;
  let failure: Work['failure'];
  const examined = countBytes(() => {
    try {
      value = run();
    } catch (error) {
      if (!isDecodeError(error) && !isEncodeError(error)) throw error;
      const { code, offset, path } = error;
      failure = { code, offset, path };
    }
  });
  return { examined, failure, value };
}
