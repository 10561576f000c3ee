import { CallError } from '../ir/call-error.js';
import { toOperandConstant } from '../ir/expression.js';
import type { TagIR } from '../ir/node.js';
import type { Demands } from './demands.js';
import { toDemands } from './demands.js';
import { describeArgument } from './describe-argument.js';
import type { Widened } from './literal.js';
import type { ARM_TAG, Infer, MANY_TAGS, Node, NodeBase, TAG, VALUE } from './node.js';
import { makeNode } from './node.js';
import { requireMembers } from './require-members.js';
import { requireNode } from './require-node.js';

type Arms<A, K extends string, P extends string, T extends string = never> = {
  [D in keyof A]: A[D] extends { readonly [MANY_TAGS]: true; readonly [ARM_TAG]: infer G }
    ? { [X in K | P | T]: X extends K ? D : X extends P ? Infer<A[D]> : G }
    : { [X in K | P]: X extends K ? D : Infer<A[D]> };
}[keyof A];

type Raw<K extends string, R extends string, T extends string, O, G> = [O] extends [never]
  ? never
  : { [X in K | R | T]: X extends K ? undefined : X extends T ? G : Infer<O> };

/** The tags of arms: those given by `on()`, or the arms' names. */
type Tags<A> = { [D in keyof A]: A[D] extends { readonly [ARM_TAG]: infer G } ? G : D & string }[keyof A];

/**
 * The type of a tag that no arm has: the other values of the tag's node `G`, or, if no node is given, the type of the
 * arms' tags widened. If the fallback is 'no arm fits', it can be any tag.
 */
type OtherTag<A, G, F> = [G] extends [never]
  ? [keyof A] extends [never]
    ? string
    : Widened<Tags<A>>
  : F extends 'no arm fits'
    ? Infer<G>
    : Exclude<Infer<G>, Tags<A>>;

/**
 * What `otherwise` takes: only tags that no arm has, or also bytes that no arm with the tag parses, including when the
 * backtracking budget is exhausted.
 */
export type Fallback = 'unknown tag' | 'no arm fits';

/** How a union appears in the value, and how it treats tags that no arm has. */
export interface UnionOptions<K, P, O, R, T, G, F extends Fallback = Fallback> {
  /** Name of the member that holds the arm's name; `type` by default. */
  readonly tag?: K;
  /** Name of the member that holds the arm's value; `value` by default. */
  readonly value?: P;
  /** The node for tags that no arm has; the tag member is then `undefined`. Without it such tags are `unknown-tag`. */
  readonly otherwise?: O;
  /** Name of the member that holds the value of `otherwise`; same as `value` by default. */
  readonly raw?: R;
  /**
   * Name of the member that keeps the tag itself if the tag is a derived field: unknown tags, and those of arms with
   * several tags.
   */
  readonly rawTag?: T;
  /**
   * The node of the tag, which gives `rawTag` its type. Required if the node is an enumeration: its other members are kept
   * by name.
   */
  readonly tags?: G;
  /**
   * What must parse directly after an arm, without being consumed: all arms with the tag are tried with the first demand
   * before any is tried with the next. The relation `$.field.followedBy(…)` does the same.
   */
  readonly followedBy?: Demands;
  /** When `otherwise` applies; `'unknown tag'` by default. */
  readonly fallback?: F;
}

/** A union node: its value is a TypeScript union correlated on the tag member. */
export interface Union<T, K> extends Node<T> {
  readonly [TAG]: K;
}

/**
 * Alternatives selected by something decoded earlier: `$.body.tag($.kind)` if the kind stays in the value, or
 * `$.kind.is(tagOf($.body))` if it is derived from the selected arm.
 *
 * An arm's tag is its name, unless `on()` gives another. If several arms have the same tag, they are tried in order, like
 * the alternatives of `firstOf`; encoding rejects, as `ambiguous`, a value whose bytes an earlier arm would decode.
 *
 * @example
 * union({ TEXT: Text, NUMS: Numbers }, { otherwise: bytes() })
 * // { type: 'TEXT', value: Text } | { type: 'NUMS', value: Numbers } | { type: undefined, value: Uint8Array }
 */
export function union<
  A extends object,
  const K extends string = 'type',
  const P extends string = 'value',
  O = never,
  const R extends string = P,
  const T extends string = never,
  G = never,
  const F extends Fallback = 'unknown tag',
>(
  arms: A,
  options: UnionOptions<K, P, O, R, T, G, F> = {},
): Union<
  Arms<A, K, P, T> | Raw<K, R, T, O, OtherTag<A, G, F>>,
  [T] extends [never] ? Tags<A> : Tags<A> | OtherTag<A, G, F>
> {
  const { tag = 'type', value = 'value', otherwise, raw = value, rawTag, tags } = options;
  const { followedBy, fallback = 'unknown tag' } = options;
  return makeNode({
    kind: 'union',
    arms: requireMembers(arms, 'union()', 'arms'),
    names: { tag, value, raw, rawTag },
    otherwise: otherwise as Node<unknown> | undefined, // unconstrained for the same reason as list()'s element
    tags: tags as Node<unknown> | undefined, // likewise
    followedBy: toDemands(followedBy),
    fallback,
  });
}

/** An arm with an explicit tag. */
export interface Arm<N, G> extends NodeBase {
  readonly [VALUE]: Infer<N>;
  example(value: NoInfer<Infer<N>>): this;
  readonly [ARM_TAG]: G;
}

/** An arm with several tags, which does not determine the tag. */
export interface ManyTagged<N, G> extends Arm<N, G> {
  readonly [MANY_TAGS]: true;
}

/** A value that can select an arm. */
export type Tag = string | number | bigint | boolean | Uint8Array;

/** A range of tags, for `on()`. */
export interface TagRange<G> {
  readonly from: G;
  readonly to: G;
}

/** A range of integer tags, both ends included: `on(range(0x20, 0x7e), Printable)`. */
export function range<const G extends number | bigint>(
  from: G,
  to: NoInfer<Widened<G>>,
): TagRange<Widened<G>> {
  for (const end of [from, to])
    if (typeof end === 'number' && !Number.isSafeInteger(end))
      throw new CallError(
        'invalid-argument',
        'range()',
        `expected two integers, found ${describeArgument(end)}; write, for example, range(1, 9)`,
      );
  if (typeof from !== typeof to || !['number', 'bigint'].includes(typeof from))
    throw new CallError(
      'invalid-argument',
      'range()',
      `expected two numbers or two bigints, found ${describeArgument(from)} and ${describeArgument(to)}; use two numbers, or two bigints such as 5n`,
    );
  if (from > to)
    throw new CallError(
      'invalid-argument',
      'range()',
      `expected the lower bound, then the upper, found ${describeArgument(from)} and ${describeArgument(to)}, an empty range; write range(${describeArgument(to)}, ${describeArgument(from)})`,
    );
  return Object.freeze({ from, to }) as unknown as TagRange<Widened<G>>; // widening does not change values
}

/** An arm whose tag differs from its name: `union({ tcp: on(6, Tcp) })`. Arms that share a tag are tried in order. */
export function on<N, const G extends Tag>(tag: G, node: N): Arm<N, G>;
/** An arm with several tags: `on([1, 2, 5], Node)`, `on(range(0x20, 0x7e), Node)`. Bytes are compared by content. */
export function on<N, const G extends Tag>(
  tags: TagRange<G> | readonly (G | TagRange<G>)[],
  node: N,
): ManyTagged<N, Widened<G>>;
export function on(tag: unknown, node: unknown): ManyTagged<never, never> {
  const tags: readonly unknown[] = Array.isArray(tag) ? tag : [tag];
  if (tags.length === 0)
    throw new CallError(
      'invalid-argument',
      'on()',
      'expected at least one tag, found none; write on(tag, node)',
    );
  return makeNode({
    kind: 'on',
    tags: tags.map(toTag),
    node: requireNode(node, 'on()', 'on(tag, node)'),
  });
}

function toTag(tag: unknown): TagIR {
  return typeof tag === 'object' && tag !== null && 'from' in tag && 'to' in tag
    ? { from: toOperandConstant(tag.from), to: toOperandConstant(tag.to) }
    : toOperandConstant(tag);
}

/** The value type of ordered alternatives. */
export type FirstOf<A, K extends string, P extends string> = Arms<A, K, P>;
