import type { ConstantValue } from '../expression.js';
import { constantValue } from '../expression.js';
import type { NodeIR, SearchNode } from '../node.js';
import type { SchemaIR } from '../schema.js';
import type { KnownParameters } from './partly-known.js';
import { evaluateKnown } from './partly-known.js';
import { structNamed } from './struct-named.js';

/** What tells from a value's shape which of a search's parameters it can be encoded with. */
export interface SearchShape {
  /** The member that tells, from the searched node's value on. */
  readonly path: readonly string[];
  /** Whether it is there, or how many bytes or elements it has. */
  readonly tells: 'presence' | 'length';
  /** What that is for each of the search's values, in their order; no two are the same. */
  readonly by: readonly (boolean | number)[];
}

/** A member whose shape follows from parameters alone. */
type Fact = Pick<SearchShape, 'path' | 'tells'> & { readonly is: boolean | number };

/**
 * The first member that is of another shape for each value of a search's parameter, if there is one: with any but its own,
 * encoding fails there. So nothing has to be tried to find the parameter of a value.
 *
 * @example of `search(size, [256, 4096], Config)`, where `Config` has `rest: bytes(size.minus(64))`:
 * `{ path: ['rest'], tells: 'length', by: [192, 4032] }`
 */
export function searchShape(search: SearchNode, structs: SchemaIR['structs']): SearchShape | undefined {
  const facts = search.values.map((value) =>
    factsOf(search.node, new Map([[search.parameter, constantValue(value)]]), [], structs),
  );
  const [first = [], ...others] = facts;
  for (const { path, tells, is } of first) {
    const by = [is];
    for (const other of others) {
      const same = other.find((fact) => fact.tells === tells && fact.path.join('.') === path.join('.'));
      if (same !== undefined) by.push(same.is);
    }
    if (by.length === facts.length && new Set(by).size === by.length) return { path, tells, by };
  }
  return undefined;
}

/** What is known of a value's members, in the order in which they are written. */
function factsOf(
  node: NodeIR,
  known: KnownParameters,
  path: readonly string[],
  structs: SchemaIR['structs'],
): readonly Fact[] {
  switch (node.kind) {
    case 'bind': {
      const inner = new Map(known);
      for (const { parameter, value } of node.bindings)
        setKnown(inner, parameter, evaluateKnown(value, known));
      return factsOf(node.node, inner, path, structs);
    }
    case 'search': {
      const inner = new Map(known);
      inner.delete(node.parameter);
      return factsOf(node.node, inner, path, structs);
    }
    case 'struct': {
      const { fields, flat, recursive } = structNamed(node.name, structs);
      if (recursive) return [];
      return fields
        .filter(({ name, visibility }) => visibility === 'value' && name !== flat)
        .flatMap((field) => factsOf(field.node, known, [...path, field.name], structs));
    }
    case 'optional': {
      const is = evaluateKnown(node.when, known);
      if (typeof is !== 'boolean') return [];
      const inner = is ? factsOf(node.node, known, path, structs) : [];
      return [{ path, tells: 'presence', is }, ...inner];
    }
    case 'bytes':
    case 'list': {
      if (node.extent.kind !== 'expression') return [];
      const is = evaluateKnown(node.extent.size, known);
      return typeof is === 'number' && is >= 0 ? [{ path, tells: 'length', is }] : [];
    }
    default:
      return [];
  }
}

function setKnown(
  known: Map<string, ConstantValue>,
  parameter: string,
  value: ConstantValue | undefined,
): void {
  if (value === undefined) known.delete(parameter);
  else known.set(parameter, value);
}
