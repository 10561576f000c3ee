import type { Constant, ConstantValue } from '../expression.js';
import { constantValue } from '../expression.js';
import type { NodeIR, SearchNode } from '../node.js';
import type { SchemaIR } from '../schema.js';
import { armsFor } from './arm-tags.js';
import type { KnownParameters } from './partly-known.js';
import { evaluateKnown } from './partly-known.js';
import { structNamed } from './struct-named.js';

/** How a value's shape determines with which of a search's values it can be encoded. */
export interface SearchShape {
  /** The path of the determining member from the searched node's value. */
  readonly path: readonly string[];
  /** Whether its presence determines it, or its number of bytes or elements. */
  readonly tells: 'presence' | 'length';
  /** That presence or length for each of the search's values, in order; no two are the same. */
  readonly by: readonly (boolean | number)[];
}

/** A property of a member that follows from parameters alone: its shape, the byte length of a text, or its alternative. */
export interface ShapeClue {
  /** The path from the searched node's value. */
  readonly path: readonly string[];
  readonly tells: SearchShape['tells'] | 'bytes' | 'arm';
  readonly is: boolean | number | string;
}

/**
 * The first member whose shape differs for each value of a search's parameter, if there is one: with any other value, encoding
 * fails there. So the parameter of a value can be found without trying anything.
 *
 * @example of `search(size, [256, 4096], Config)`, where `Config` has `rest: bytes(size.minus(64))`:
 * `{ path: ['rest'], tells: 'length', by: [192, 4032] }`
 */
export function searchShape(search: SearchNode, structs: SchemaIR['structs']): SearchShape | undefined {
  const searched = search.values.map((value) => shapeClues(search, value, structs));
  const [first = [], ...others] = searched;
  for (const clue of first) {
    const { path, tells } = clue;
    if (tells === 'bytes' || tells === 'arm') continue;
    const all = [clue, ...others.map((other) => sameClue(clue, other))];
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
  const others = shapeClues(search, other, structs);
  return shapeClues(search, one, structs).some((clue) => {
    const same = sameClue(clue, others);
    return same !== undefined && same.is !== clue.is;
  });
}

const shapeClues = (
  { node, parameter }: SearchNode,
  value: Constant,
  structs: SchemaIR['structs'],
): readonly ShapeClue[] => cluesOf(node, new Map([[parameter, constantValue(value)]]), [], structs);

/** The corresponding fact for another value. */
const sameClue = ({ path, tells }: ShapeClue, searched: readonly ShapeClue[]): ShapeClue | undefined =>
  searched.find((clue) => clue.tells === tells && clue.path.join('.') === path.join('.'));

/** The known facts about a value's members, in the order in which they are encoded. */
function cluesOf(
  node: NodeIR,
  known: KnownParameters,
  path: readonly string[],
  structs: SchemaIR['structs'],
): readonly ShapeClue[] {
  switch (node.kind) {
    case 'bind': {
      const inner = new Map(known);
      for (const { parameter, value } of node.bindings)
        setKnown(inner, parameter, evaluateKnown(value, known));
      return cluesOf(node.node, inner, path, structs);
    }
    case 'search': {
      const inner = new Map(known);
      inner.delete(node.parameter);
      return cluesOf(node.node, inner, path, structs);
    }
    case 'struct': {
      const { fields, flat, recursive } = structNamed(node.name, structs);
      if (recursive) return [];
      return fields
        .filter(({ name, visibility }) => visibility === 'value' && name !== flat)
        .flatMap((field) => cluesOf(field.node, known, [...path, field.name], structs));
    }
    case 'optional': {
      const is = evaluateKnown(node.when, known);
      if (typeof is !== 'boolean') return [];
      const inner = is ? cluesOf(node.node, known, path, structs) : [];
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
