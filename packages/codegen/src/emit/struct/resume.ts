import type { FieldIR, StructIR } from '@bytewright/schema-dsl/ir';
import { isPositioned, placedNode } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { internalName } from '../emitter.js';

/** Code that comes back from fields at offsets to where the fields without one go on. */
export class Resume {
  readonly #fields: readonly FieldIR[];
  readonly #isKept: (field: FieldIR) => boolean;
  readonly #emitter: FunctionEmitter;
  #variable: string | undefined;

  /** `isKept` says whether somebody asks where a field begins. */
  constructor({ fields }: StructIR, isKept: (field: FieldIR) => boolean, emitter: FunctionEmitter) {
    this.#fields = fields;
    this.#isKept = isKept;
    this.#emitter = emitter;
  }

  /** What comes before field number `index`. */
  before(index: number): Code {
    const isElsewhere = (i: number): boolean => {
      const field = this.#fields[i];
      return field !== undefined && isPositioned(field.node);
    };
    if (isElsewhere(index - 1))
      return this.#variable !== undefined && this.#asksWhereItIs(this.#fields[index])
        ? [`offset = ${this.#variable};`]
        : [];
    if (!isElsewhere(index) || !this.#fields.slice(index + 1).some((field) => this.#asksWhereItIs(field)))
      return [];
    this.#variable = internalName(this.#emitter, 'inlineEnd');
    return [`const ${this.#variable} = offset;`];
  }

  /** Whether code for a field looks at the offset before it moves elsewhere, if it does: for errors, and where it is absent. */
  #asksWhereItIs(field: FieldIR | undefined): boolean {
    if (field === undefined) return false;
    if (!isPositioned(field.node)) return true;
    const node = unbound(field.node);
    const isConditional = (node.kind === 'at' || node.kind === 'atEach') && node.when !== undefined;
    return isConditional || (placedNode(node) === undefined && this.#isKept(field));
  }
}

const unbound = (node: FieldIR['node']): FieldIR['node'] =>
  node.kind === 'bind' ? unbound(node.node) : node;
