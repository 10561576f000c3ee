import type { Constant, ConstantValue, Expression } from '../expression.js';
import { constantValue, fieldsOf, parametersOf } from '../expression.js';
import type { ExtentIR } from '../extent.js';
import type { NodeIR, SearchNode } from '../node.js';
import type { FieldIR, SchemaIR, StructIR } from '../schema.js';
import { triedArms } from './arm-tags.js';
import { searchedNode, searchesOf } from './candidates.js';
import { childrenOf } from './children.js';
import { evaluateKnown } from './partly-known.js';
import { isToldApart } from './search-shape.js';
import { structNamed } from './struct-named.js';
import { virtualValues } from './virtual-values.js';

/** Something that a search's values decide, and that no value of the node determines. */
export interface UntoldUse {
  /** Where it is decided: a field, or a struct. */
  readonly path: string;
  /** Two of the search's values for which it differs. */
  readonly values: readonly [Constant, Constant];
}

/**
 * Something that prevents a search from finding, on encode, the parameter with which a value was decoded: it is encoded
 * differently for two of the search's values, while nothing in the node's value must differ as well. An encoder would take the
 * first of them.
 *
 * If a value can also be encoded with an earlier value of the parameter, its bytes must be the same, as a decoder would
 * otherwise have accepted bytes that no encoder produces. They are, if everything that decides about bytes is the same; and
 * decisions that are visible in the value are, as both encodings have to agree with it.
 *
 * @example of `search(wide, [true, false], S)` a field `mark: derived(optional(literal(u8, 1), wide))` of `S`
 */
export function untoldUse(search: SearchNode, structs: SchemaIR['structs']): UntoldUse | undefined {
  const { values, parameter } = search;
  for (const [i, other] of values.entries())
    for (const one of values.slice(0, i)) {
      if (isToldApart(search, one, other, structs)) continue;
      const [a, b] = [constantValue(one), constantValue(other)];
      const bound = new Map<string, Both | undefined>([[parameter, { a, b }]]);
      // searches merged with this one try all combinations: their parameters do not depend on this one
      for (const inner of searchesOf(search).slice(1)) bound.set(inner.parameter, undefined);
      const place: Place = { bound, isTried: false, isSeen: true, path: '', struct: undefined };
      const path = useIn(searchedNode(search), place, { structs, met: new Set() });
      if (path !== undefined) return { path, values: [one, other] };
    }
  return undefined;
}

/** The values of an expression for each of two values of the search, as far as they are known. */
interface Both {
  readonly a: ConstantValue | undefined;
  readonly b: ConstantValue | undefined;
}

interface Place {
  /** Parameters that may differ between the two values; `undefined` for those that are the same. */
  readonly bound: ReadonlyMap<string, Both | undefined>;
  /** Whether the node is tried on bytes: then everything that it depends on decides, including checks. */
  readonly isTried: boolean;
  /** Whether the shape of the node is determined by the node's value. */
  readonly isSeen: boolean;
  readonly path: string;
  readonly struct: StructIR | undefined;
}

interface Walk {
  readonly structs: SchemaIR['structs'];
  /** Structs that have been visited, with everything about the place that matters. */
  readonly met: Set<string>;
}

/** The first place at or below a node that decides something that no value determines. */
function useIn(node: NodeIR, place: Place, walk: Walk): string | undefined {
  if (node.kind === 'struct') return useInStruct(node.name, place, walk);
  if (node.kind === 'bind') return useIn(node.node, withBindings(node, place), walk);
  if (node.kind === 'search') {
    const bound = new Map(place.bound).set(node.parameter, undefined);
    const tried = { ...place, isTried: true };
    return (
      useIn(node.node, { ...tried, bound }, walk) ??
      firstOf(node.followedBy ?? [], (n) => useIn(n, tried, walk))
    );
  }
  const { inline, ahead, expressions } = childrenOf(node);
  const seen = place.isTried ? [] : seenExpressions(node, place);
  if (expressions.some((one) => !seen.includes(one) && differs(one, place.bound))) return place.path;
  // what is tried ahead is decided by bytes: possibly differently for another value
  const tried = new Set(ahead);
  return (
    firstOf(ahead, (child) => useIn(child, { ...place, isTried: true }, walk)) ??
    firstOf(inline, (child) => (tried.has(child) ? undefined : useIn(child, place, walk)))
  );
}

function useInStruct(name: string, place: Place, walk: Walk): string | undefined {
  const struct = structNamed(name, walk.structs);
  const read = struct.parameters.filter((one) => place.bound.get(one.name) !== undefined);
  if (read.length === 0) return undefined;
  const key = JSON.stringify([
    name,
    place.isTried,
    place.isSeen,
    read.map((one) => [one.name, ...Object.values(place.bound.get(one.name) ?? {}).map(String)]),
  ]);
  if (walk.met.has(key)) return undefined;
  walk.met.add(key);
  const within: Place = { ...place, struct, path: name };
  const isDecided = (holds: Expression): boolean => place.isTried || restsOnPeek(holds, struct);
  if (struct.checks.some(({ holds }) => isDecided(holds) && differs(holds, place.bound))) return name;
  if (virtualValues(struct).some((value) => differs(value, place.bound))) return name;
  return firstOf(struct.fields, (field) => {
    const path = `${name}.${field.name}`;
    if (field.encode !== undefined && differs(field.encode, place.bound)) return path;
    return useIn(field.node, { ...within, path, isSeen: place.isSeen && isSeen(field) }, walk);
  });
}

/** Whether the value of a struct has a field, or determines all of it. */
const isSeen = ({ visibility, encode }: FieldIR): boolean =>
  visibility === 'value' || (visibility === 'derived' && encode !== undefined);

/** Expressions of a node with which its own value must agree, or that only bound it. */
function seenExpressions(node: NodeIR, { isSeen, struct }: Place): readonly Expression[] {
  switch (node.kind) {
    case 'optional':
      return isSeen && !restsOnPeek(node.when, struct) ? [node.when] : [];
    case 'at':
      return isSeen && node.when !== undefined && !restsOnPeek(node.when, struct) ? [node.when] : [];
    case 'bytes':
    case 'string':
    case 'list':
      return isSeen ? exactSize(node.extent) : [];
    case 'sized': // its content must fill it
      return exactSize(node.size);
    case 'union': {
      const { selector, fallback } = node;
      if (!isSeen || selector === undefined || restsOnPeek(selector, struct)) return [];
      return fallback !== undefined || triedArms(node).length > 0 ? [] : [selector];
    }
    default:
      return [];
  }
}

const exactSize = (extent: ExtentIR): readonly Expression[] =>
  extent.kind === 'expression' ? [extent.size] : [];

/** Whether an expression reads a peeked field: then it is decided on the finished bytes. */
function restsOnPeek(expression: Expression, struct: StructIR | undefined): boolean {
  const used = fieldsOf(expression);
  return struct?.fields.some(({ name, visibility }) => visibility === 'peek' && used.has(name)) ?? false;
}

/** Whether an expression may differ between the two values. */
function differs(expression: Expression, bound: Place['bound']): boolean {
  const read = [...parametersOf(expression)].filter((name) => bound.get(name) !== undefined);
  if (read.length === 0) return false;
  const { a, b } = evaluated(expression, bound);
  return a === undefined || b === undefined || a !== b;
}

function evaluated(expression: Expression, bound: Place['bound']): Both {
  const known = (side: keyof Both): ReadonlyMap<string, ConstantValue> =>
    new Map(
      [...bound].flatMap(([name, both]) => {
        const value = both?.[side];
        return value === undefined ? [] : [[name, value] as const];
      }),
    );
  return { a: evaluateKnown(expression, known('a')), b: evaluateKnown(expression, known('b')) };
}

function withBindings({ bindings }: Extract<NodeIR, { kind: 'bind' }>, place: Place): Place {
  const bound = new Map(place.bound);
  for (const { parameter, value } of bindings)
    bound.set(parameter, differs(value, place.bound) ? evaluated(value, place.bound) : undefined);
  return { ...place, bound };
}

function firstOf<T>(items: readonly T[], find: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
