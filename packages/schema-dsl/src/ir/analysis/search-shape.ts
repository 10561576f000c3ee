import type { Constant, ConstantValue } from '../expression.js';
import { constantValue } from '../expression.js';
import type { NodeIR, SearchNode } from '../node.js';
import type { SchemaIR } from '../schema.js';
import { armsFor } from './arm-tags.js';
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

/** What follows for a member from parameters alone: its shape, how many bytes a text takes, or which alternative it is. */
export interface ShapeFact {
  /** From the searched node's value on. */
  readonly path: readonly string[];
  readonly tells: SearchShape['tells'] | 'bytes' | 'arm';
  readonly is: boolean | number | string;
}

/**
 * The first member that is of another shape for each value of a search's parameter, if there is one: with any but its own,
 * encoding fails there. So nothing has to be tried to find the parameter of a value.
 *
 * @example of `search(size, [256, 4096], Config)`, where `Config` has `rest: bytes(size.minus(64))`:
 * `{ path: ['rest'], tells: 'length', by: [192, 4032] }`
 */
export function searchShape(search: SearchNode, structs: SchemaIR['structs']): SearchShape | undefined {
  const searched = search.values.map((value) => shapeFacts(search, value, structs));
  const [first = [], ...others] = searched;
  for (const fact of first) {
    const { path, tells } = fact;
    if (tells === 'bytes' || tells === 'arm') continue;
    const all = [fact, ...others.map((other) => sameFact(fact, other))];
    const by = all.map((one) => one?.is).filter((is) => typeof is === 'boolean' || typeof is === 'number');
    if (by.length === searched.length && new Set(by).size === by.length) return { path, tells, by };
  }
  return undefined;
}

/** Whether a value that can be encoded with one of a search's values can never be encoded with the other. */
export function isToldApart(
  search: SearchNode,
  one: Constant,
  other: Constant,
  structs: SchemaIR['structs'],
): boolean {
  const others = shapeFacts(search, other, structs);
  return shapeFacts(search, one, structs).some((fact) => {
    const same = sameFact(fact, others);
    return same !== undefined && same.is !== fact.is;
  });
}

const shapeFacts = (
  { node, parameter }: SearchNode,
  value: Constant,
  structs: SchemaIR['structs'],
): readonly ShapeFact[] => factsOf(node, new Map([[parameter, constantValue(value)]]), [], structs);

/** What other facts say of the same thing. */
const sameFact = ({ path, tells }: ShapeFact, searched: readonly ShapeFact[]): ShapeFact | undefined =>
  searched.find((fact) => fact.tells === tells && fact.path.join('.') === path.join('.'));

/** What is known of a value's members, in the order in which they are written. */
function factsOf(
  node: NodeIR,
  known: KnownParameters,
  path: readonly string[],
  structs: SchemaIR['structs'],
): readonly ShapeFact[] {
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
    case 'string':
    case 'list': {
      if (node.extent.kind !== 'expression') return [];
      const is = evaluateKnown(node.extent.size, known);
      const tells = node.kind === 'string' ? 'bytes' : 'length';
      return typeof is === 'number' && is >= 0 ? [{ path, tells, is }] : [];
    }
    case 'union': {
      const { selector, otherwise, fallback } = node;
      const tag = selector && evaluateKnown(selector, known);
      if (tag === undefined) return [];
      const [arm, ...others] = armsFor(node, tag);
      if (arm === undefined) return otherwise === undefined ? [] : [{ path, tells: 'arm', is: false }];
      return others.length > 0 || fallback !== undefined ? [] : [{ path, tells: 'arm', is: arm.name }];
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
