import { isTagRange, tagsOf } from '../../ir/analysis/arm-tags.js';
import { childrenOf } from '../../ir/analysis/children.js';
import { structNamed } from '../../ir/analysis/struct-named.js';
import type { Expression } from '../../ir/expression.js';
import { constantValue, operands } from '../../ir/expression.js';
import type { NodeIR, TagIR } from '../../ir/node.js';
import type { SchemaIR } from '../../ir/schema.js';
import { conjuncts, isBound } from './constraint.js';

/**
 * A value at which a schema's behaviour changes: a union's tag, a constant that something is compared with.
 */
export interface Hint {
  /** The path from the node that the hint is for to the value; empty for the node itself. */
  readonly path: readonly string[];
  readonly value: unknown;
}

/** Used instead of a value: any text that matches a pattern. */
export class TextPattern {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

type Finding =
  | (Hint & { readonly parameter?: undefined })
  | { readonly parameter: string; readonly value: unknown };

const memo = new WeakMap<SchemaIR['structs'], Map<string, readonly Finding[]>>();

/**
 * The interesting values of a struct's own fields. Random tags would almost never select an arm, nor random versions a
 * field that was added in version 3.
 */
export function hintsOf(struct: string, structs: SchemaIR['structs']): readonly Hint[] {
  return findingsOf(struct, structs, new Set()).flatMap((finding) =>
    finding.parameter === undefined ? [finding] : [],
  );
}

/** The hints for a member of the node that some hints are for. */
export function hintsBelow(hints: readonly Hint[], field: string): readonly Hint[] {
  return hints.flatMap(({ path: [head, ...path], value }) => (head === field ? [{ path, value }] : []));
}

/** The interesting values of an element, according to a condition on it. */
export function hintsIn(condition: Expression): readonly Hint[] {
  return ofExpression(condition).flatMap((finding) => (finding.parameter === undefined ? [finding] : []));
}

function findingsOf(
  struct: string,
  structs: SchemaIR['structs'],
  within: ReadonlySet<string>,
): readonly Finding[] {
  const known = memo.get(structs) ?? new Map<string, readonly Finding[]>();
  memo.set(structs, known);
  const before = known.get(struct);
  if (before !== undefined || within.has(struct)) return before ?? [];
  const definition = structNamed(struct, structs);
  const found = [
    ...definition.fields.flatMap((field) => ofNode(field.node, structs, new Set([...within, struct]))),
    ...definition.checks.flatMap((check) =>
      conjuncts(check.holds).flatMap((part) => (isBound(part) ? [] : ofExpression(part))),
    ),
  ];
  // the result inside a recursion may lack hints of the outer struct
  if (within.size === 0) known.set(struct, found);
  return found;
}

function ofNode(node: NodeIR, structs: SchemaIR['structs'], within: ReadonlySet<string>): readonly Finding[] {
  // inside a struct, the outer struct's fields are out of sight, and hints for parameters apply to what they are bound to
  if (node.kind === 'struct')
    return findingsOf(node.name, structs, within).filter((f) => f.parameter !== undefined);
  const { inline, ahead, expressions } = childrenOf(node);
  const below = [...inline, ...ahead].flatMap((child) => ofNode(child, structs, within));
  const own = [...(node.kind === 'list' ? [] : expressions).flatMap(ofExpression), ...sizesIn(node)];
  if (node.kind === 'union' && node.selector !== undefined) {
    const { selector } = node;
    return [
      ...own,
      ...below,
      ...node.arms
        .flatMap(tagsOf)
        .flatMap((tag) => samplesOf(tag).flatMap((value) => solve(selector, value))),
    ];
  }
  if (node.kind === 'search') return [...own, ...below.filter((f) => f.parameter !== node.parameter)];
  if (node.kind !== 'bind') return [...own, ...below];
  const bound = below.flatMap((finding): readonly Finding[] => {
    const binding = node.bindings.find((b) => b.parameter === finding.parameter);
    return binding === undefined ? [finding] : solve(binding.value, finding.value);
  });
  return [...own, ...bound];
}

/** Values of a tag: for a range its ends, and the values just outside. */
function samplesOf(tag: TagIR): readonly unknown[] {
  if (!isTagRange(tag)) return [constantValue(tag)];
  const [from, to] = [constantValue(tag.from), constantValue(tag.to)];
  const step = typeof from === 'bigint' ? 1n : 1;
  return [from, to, (from as number) - (step as number), (to as number) + (step as number)]; // or all bigints
}

/**
 * Small values for kept fields and parameters that are sizes: random ones would be larger than any example should be.
 */
function sizesIn(node: NodeIR): readonly Finding[] {
  const extent =
    node.kind === 'bytes' || node.kind === 'string' || node.kind === 'list' ? node.extent : undefined;
  const isOwn = node.kind === 'sized' || node.kind === 'padding';
  const size = isOwn ? node.size : extent?.kind === 'padded' ? extent.size : extent;
  return size?.kind === 'expression' ? [0, 1, 2, 3, 4, 6, 8, 12, 16].flatMap((n) => solve(size.size, n)) : [];
}

function ofExpression(expression: Expression): readonly Finding[] {
  const below = operands(expression).flatMap(ofExpression);
  switch (expression.op) {
    case 'eq':
    case 'ne':
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
    case 'startsWith':
      return [
        ...below,
        ...ofComparison(expression.left, expression.right),
        ...ofComparison(expression.right, expression.left),
      ];
    case 'matches':
      return [...below, ...solve(expression.of, new TextPattern(expression.pattern))];
    default:
      return below;
  }
}

function ofComparison(side: Expression, other: Expression): readonly Finding[] {
  if (other.op !== 'constant') return [];
  const value = constantValue(other.value);
  if (typeof value === 'number') return [value, value - 1, value + 1].flatMap((v) => solve(side, v));
  if (typeof value === 'bigint') return [value, value - 1n, value + 1n].flatMap((v) => solve(side, v));
  // a string may be compared by its start only, so some candidates have more after it
  if (typeof value === 'string') return ['', '0', 'a/b', '~~~~'].flatMap((more) => solve(side, value + more));
  return solve(side, value);
}

/** The value that the field or parameter in an expression must have for the expression to have a given value. */
function solve(expression: Expression, value: unknown): readonly Finding[] {
  switch (expression.op) {
    case 'field':
    case 'element':
      return [{ path: expression.path, value }];
    case 'parameter':
      return [{ parameter: expression.name, value }];
    case 'toNumber':
      return Number.isSafeInteger(value) ? solve(expression.of, BigInt(value as number)) : [];
    case 'toBigint':
      return solve(expression.of, Number(value));
    case 'afterLast': {
      const { of, separator } = expression;
      if (typeof value !== 'string' || value.includes(separator)) return [];
      return [value, `0${separator}${value}`].flatMap((text) => solve(of, text));
    }
    case 'plus':
    case 'minus':
    case 'times':
    case 'div': {
      const by = expression.right.op === 'constant' ? constantValue(expression.right.value) : undefined;
      if (typeof by !== 'number' || typeof value !== 'number') return [];
      const undo = { plus: value - by, minus: value + by, times: value / by, div: value * by };
      return Number.isSafeInteger(undo[expression.op]) ? solve(expression.left, undo[expression.op]) : [];
    }
    default:
      return [];
  }
}
