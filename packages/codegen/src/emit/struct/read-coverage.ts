import type { FieldIR } from '@bytewright/schema-dsl/ir';
import { isPositioned } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { internalName } from '../emitter.js';

/**
 * Code around the fields of a struct of which some lie at offsets: who holds which bytes, and where the fields without
 * an offset go on.
 */
export class ReadCoverage {
  readonly #emitter: FunctionEmitter;
  /** The variable that keeps where the fields without an offset go on, while others are read. */
  #resume: string | undefined;
  #isElsewhere = false;

  constructor(emitter: FunctionEmitter) {
    this.#emitter = emitter;
  }

  /** What comes before all fields. */
  open(): Code {
    return [call('const coverage = ', this.#emitter.imports.runtime('openCoverage'), ['start', 'end'])];
  }

  /** What comes before a field. */
  before(field: FieldIR | undefined): Code {
    const isElsewhere = field !== undefined && isPositioned(field.node);
    const code: string[] = [];
    if (isElsewhere && !this.#isElsewhere) {
      this.#resume = internalName(this.#emitter, 'inlineEnd');
      code.push(`const ${this.#resume} = offset;`);
    }
    if (this.#isElsewhere) code.push(`offset = ${this.#resume};`);
    this.#isElsewhere = isElsewhere;
    return unwrapped(field)?.kind === 'gaps' ? [...code, this.#coverInline()] : code;
  }

  /** The variable that keeps where the next field without an offset begins, behind one that has its own. */
  get next(): string | undefined {
    return this.#isElsewhere ? this.#resume : undefined;
  }

  /** What comes behind all fields. */
  close(): Code {
    const { fields } = this.#emitter.struct;
    if (unwrapped(fields.at(-1))?.kind === 'gaps') return []; // it has taken what is left
    return [this.#coverInline(), `${this.#emitter.imports.runtime('closeCoverage')}(coverage);`];
  }

  #coverInline(): Code[number] {
    const end = this.#isElsewhere ? (this.#resume ?? 'offset') : 'offset';
    return call('', this.#emitter.imports.runtime('cover'), ['coverage', 'start', end, "''"]);
  }
}

function unwrapped(field: FieldIR | undefined): FieldIR['node'] | undefined {
  let node = field?.node;
  while (node?.kind === 'bind') node = node.node;
  return node;
}
