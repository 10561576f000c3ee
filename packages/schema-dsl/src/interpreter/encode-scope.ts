import type { NotCompared } from '@bytewright/runtime/codec';
import { paddingTo } from '@bytewright/runtime/codec';
import { fixedSize } from '../ir/analysis/fixed-size.js';
import { keysNotCompared } from '../ir/analysis/keys-not-compared.js';
import { isPositioned } from '../ir/analysis/positioned.js';
import { isTagDerived } from '../ir/analysis/union-field.js';
import type { Expression } from '../ir/expression.js';
import { constantValue } from '../ir/expression.js';
import type { FieldIR, StructIR } from '../ir/schema.js';
import { bindParameters } from './bind-parameters.js';
import type { DecodeContext } from './decode-context.js';
import type { EncodeContext } from './encode-context.js';
import { evaluate } from './evaluate.js';
import { decodeNode, sizeNode } from './nodes/index.js';
import { NOTHING } from './nothing.js';
import type { Environment, Scope } from './scope.js';
import { memberOfUnion, selectorOfUnion, unionOf } from './union-member.js';

/** Where a field is peeked at, and what is visible there. */
interface PeekPlace {
  readonly offset: number;
  /** The end of the struct's region. */
  readonly end: number;
  /** The struct's own scope, without parameters bound only for the field that the peek decides. */
  readonly scope: EncodeScope;
}

/** The fields of a struct whose value is being encoded: kept ones from the value, derived ones computed from it. */
export class EncodeScope implements Scope {
  /** The positions of peeked fields, for decisions that are made again on the finished bytes. */
  readonly #peeks: Map<string, PeekPlace>;
  #finished: DecodeContext | undefined;
  /** The sizes of fields computed so far. */
  #sizes: Map<string, number> = new Map();
  /** Segments of the path down to the struct. */
  #depth: number;

  readonly struct: StructIR;
  readonly value: object;
  readonly environment: Environment;
  readonly encoding: EncodeContext;
  readonly element: unknown;
  /** The start of the struct, once it is written. */
  origin = 0;

  constructor(
    struct: StructIR,
    value: object,
    environment: Environment,
    context: EncodeContext,
    peeks: Map<string, PeekPlace> = new Map(),
    element?: unknown,
  ) {
    this.struct = struct;
    this.value = value;
    this.environment = environment;
    this.encoding = context;
    this.#peeks = peeks;
    this.#depth = context.path.length;
    this.element = element;
  }

  /** Notes where a field is peeked at. It sees as far as its struct does, regardless of what bounds the field that it decides. */
  peekAt(field: string, offset: number): void {
    this.#peeks.set(field, { offset, end: this.encoding.end, scope: this });
  }

  /** Runs a decision with peeked fields read from the finished bytes. Only decisions need them. */
  onFinished<T>(context: DecodeContext, run: () => T): T {
    this.#finished = context;
    return run();
  }

  field(name: string): unknown {
    const field = this.#find(name);
    switch (field.visibility) {
      case 'value':
        return this.struct.flat === name ? this.value : Reflect.get(this.value, name);
      case 'constant':
        return field.node.kind === 'literal' ? constantValue(field.node.value) : undefined;
      case 'derived':
        return field.encode === undefined ? hiddenValue(field, this) : evaluate(field.encode, this);
      case 'peek':
        return this.#peeked(field);
      case 'assertion':
        return undefined;
    }
  }

  /** @throws EncodeError at the path of that field, whichever field asks for its size */
  byteLength(name: string): number {
    const fixed = fixedSize(this.#find(name).node, this.encoding.structs);
    if (fixed !== undefined) return fixed;
    const known = this.#sizes.get(name);
    if (known !== undefined) return known;
    const { path } = this.encoding;
    const asking = path.splice(this.#depth);
    const outer = path.length; // shorter than the struct's own path when a decision is repeated at the end
    path.push(name);
    const size = sizeNode(this.#find(name).node, this.field(name), this.encoding, this);
    path.splice(outer, 1, ...asking); // skipped on an error, which needs the path
    return size;
  }

  /**
   * Keeps the computed size of a field for the derived fields that need it: computing it again for each of them would double
   * the cost with every level of nesting.
   */
  keepSize(name: string, size: number): void {
    this.#sizes.set(name, size);
  }

  offsetOf(name: string): number {
    return this.#sizeBefore(name);
  }

  /** The number of bytes of the consecutive fields without an offset. */
  inlineSize(): number {
    return this.#sizeBefore(undefined);
  }

  #sizeBefore(name: string | undefined): number {
    let offset = 0;
    for (const field of this.struct.fields) {
      if (field.name === name) break;
      if (isPositioned(field.node)) continue;
      if (field.node.kind === 'align') offset += paddingTo(offset, field.node.to);
      else offset += this.byteLength(field.name);
    }
    return offset;
  }

  tagOf(name: string): unknown {
    return isTagDerived(this.struct, name, unionOf(this.struct, name).selector)
      ? memberOfUnion(this.struct, name, this.field(name))?.tag
      : selectorOfUnion(this.struct, name, this);
  }

  keysNotCompared(equation: Expression): NotCompared {
    return keysNotCompared(equation, { struct: this.struct, structs: this.encoding.structs });
  }

  bind(environment: Environment): Scope {
    return this.#copy(environment, this.element);
  }

  withElement(element: unknown): EncodeScope {
    return this.#copy(this.environment, element);
  }

  #copy(environment: Environment, element: unknown): EncodeScope {
    const { struct, value, encoding } = this;
    const copy = new EncodeScope(struct, value, environment, encoding, this.#peeks, element);
    copy.origin = this.origin;
    copy.#depth = this.#depth;
    copy.#sizes = this.#sizes;
    return copy;
  }

  #find(name: string): FieldIR {
    return fieldsByName(this.struct).get(name) as FieldIR; // expressions refer to existing fields
  }

  #peeked(field: FieldIR): unknown {
    const context = this.#finished;
    if (context === undefined) return undefined;
    const place = this.#peeks.get(field.name) as PeekPlace; // everything has been written
    return context.ahead(place.offset, () => {
      context.end = place.end; // restored afterwards
      return decodeNode(field.node, context, place.scope);
    });
  }
}

const memo = new WeakMap<StructIR, ReadonlyMap<string, FieldIR>>();

/** The fields of a struct by name: each is looked up at least once, and a struct may have thousands. */
function fieldsByName(struct: StructIR): ReadonlyMap<string, FieldIR> {
  const known = memo.get(struct);
  if (known !== undefined) return known;
  const fields = new Map(struct.fields.map((field) => [field.name, field]));
  memo.set(struct, fields);
  return fields;
}

/** Stands in for a derived field that holds no value: enough to encode it, with nothing to read from it. */
function hiddenValue(field: FieldIR, scope: Scope): unknown {
  let { node } = field;
  let inner = scope;
  while (node.kind === 'bind' || node.kind === 'sized' || node.kind === 'processed') {
    if (node.kind === 'bind') inner = bindParameters(inner, node.bindings);
    node = node.node;
  }
  return node.kind === 'optional' && !evaluate(node.when, inner) ? undefined : NOTHING;
}
