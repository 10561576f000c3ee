import { isStackOverflow } from '@bytewright/runtime/codec';
import { structsIn } from '../ir/analysis/children.js';
import { structNamed } from '../ir/analysis/struct-named.js';
import { freeParameters, withParameters } from '../ir/analysis/with-parameters.js';
import type { NodeIR } from '../ir/node.js';
import type { SchemaIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';
import { describeArgument } from '../language/describe-argument.js';
import type { Node } from '../language/node.js';
import { isNode } from '../language/node.js';
import { checkSchema } from './check-schema.js';
import { Faults } from './faults.js';
import { foldSizes } from './fold-sizes.js';
import { freezeDeep } from './freeze-deep.js';
import { lower } from './lower.js';
import { markPlain } from './mark-plain.js';
import { reserveRoom } from './reserve-room.js';
import { StructTable } from './struct-table.js';

/** How strictly the compiler treats the root. */
export interface CompileOptions {
  /** Accept parameters that nothing binds; users of the root must then supply them. Generators use this. */
  readonly allowParameters?: boolean;
}

const compiled = new WeakMap<object, SchemaIR>();

/**
 * The intermediate representation of a schema: names resolved, relations solved, checked, frozen; plain data that survives
 * `JSON.stringify`. Each schema is compiled once.
 *
 * @throws SchemaError with the schema path and the fix of the first fault, and all others in its `faults`
 */
export function irOf(schema: Node<unknown>, options: CompileOptions = {}): SchemaIR {
  if (!isNode(schema))
    throw new TypeError(
      `expected a schema, as returned by struct() and the other functions of the language, found ${describeArgument(schema)}`,
    );
  let ir = compiled.get(schema);
  if (ir === undefined) {
    ir = compile(schema);
    compiled.set(schema, ir);
  }
  if (!options.allowParameters) checkBound(ir);
  return ir;
}

function compile(schema: Node<unknown>): SchemaIR {
  const faults = new Faults();
  try {
    const table = new StructTable(faults);
    const root = faults.attempt(() => lower(schema, { path: 'root', open: undefined, table }));
    const structs = table.finish();
    const lowered = markPlain({ format: 1, root: root ?? NOTHING, structs });
    const ir = freezeDeep(withParameters(reserveRoom(foldSizes(lowered), faults)));
    checkSchema(ir, table.faulty(), faults);
    faults.throwIfAny();
    return ir;
  } catch (error) {
    // any other failure after a fault follows from that fault
    faults.throwIfAny();
    if (!isStackOverflow(error)) throw error;
    throw new SchemaError(
      'nested-too-deeply',
      'root',
      'nests nodes more deeply than the stack has room for; flatten it',
    );
  }
}

/** Stands in for a root that could not be lowered. */
const NOTHING: NodeIR = { kind: 'boolean' };

function checkBound(ir: SchemaIR): void {
  const free = freeParameters(ir.root, (name) => structNamed(name, ir.structs).parameters).find(
    (parameter) => parameter.default === undefined,
  );
  if (free !== undefined) {
    const root = ir.root.kind === 'struct' ? ir.root.name : 'root';
    const reader = readerOf(free.name, ir);
    throw new SchemaError(
      'unbound-parameter',
      root,
      `reads the parameter '${free.name}'${reader === undefined || reader === root ? '' : ` (in ${reader})`}, which nothing binds; use .with(${free.name}.of(…)), or give it a default`,
    );
  }
}

/** The first struct that reads a parameter itself, not through a nested struct. */
function readerOf(parameter: string, { structs }: SchemaIR): string | undefined {
  const needs = (name: string): boolean =>
    structNamed(name, structs).parameters.some((one) => one.name === parameter);
  return Object.values(structs).find(
    (struct) =>
      needs(struct.name) &&
      !struct.fields.some((field) =>
        structsIn(field.node).some((name) => name !== struct.name && needs(name)),
      ),
  )?.name;
}
