import { isPositioned } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { internalName } from '../emitter.js';

/** Code that comes back from fields at offsets to where the fields without one go on. */
export class Resume {
  readonly #emitter: FunctionEmitter;
  #variable: string | undefined;

  constructor(emitter: FunctionEmitter) {
    this.#emitter = emitter;
  }

  /** What comes before field number `index`. */
  before(index: number): Code {
    const { fields } = this.#emitter.struct;
    const isElsewhere = (i: number): boolean => {
      const field = fields[i];
      return field !== undefined && isPositioned(field.node);
    };
    if (!isElsewhere(index))
      return this.#variable && isElsewhere(index - 1) ? [`offset = ${this.#variable};`] : [];
    const isFirst = !isElsewhere(index - 1);
    const goesOn = fields.slice(index).some(({ node }) => !isPositioned(node));
    if (!isFirst || !goesOn) return [];
    this.#variable = internalName(this.#emitter, 'inlineEnd');
    return [`const ${this.#variable} = offset;`];
  }
}
