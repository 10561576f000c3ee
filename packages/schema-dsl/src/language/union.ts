import { toConstant } from '../ir/expression.js';
import type { Widened } from './literal.js';
import type { ARM_TAG, Infer, Node, TAG } from './node.js';
import { makeNode } from './node.js';

type Arms<A, K extends string, P extends string> = {
  [D in keyof A]: { [X in K | P]: X extends K ? D : Infer<A[D]> };
}[keyof A];

type Raw<K extends string, R extends string, T extends string, O, G> = [O] extends [never]
  ? never
  : { [X in K | R | T]: X extends K ? undefined : X extends T ? G : Infer<O> };

/** The tags of arms: what `on()` says, or their names. */
type Tags<A> = { [D in keyof A]: A[D] extends { readonly [ARM_TAG]: infer G } ? G : D & string }[keyof A];

/**
 * The type of a tag that no arm has: what the node `G` of the tag can be besides; where none is given that of the arms'
 * tags, without their values.
 */
type OtherTag<A, G> = [G] extends [never]
  ? [keyof A] extends [never]
    ? string
    : Widened<Tags<A>>
  : Exclude<Infer<G>, Tags<A>>;

/** How a union shows in the value, and what it does with tags that no arm has. */
export interface UnionOptions<K, P, O, R, T, G> {
  /** Name of the member that names the arm; `type` if not given. */
  readonly tag?: K;
  /** Name of the member that holds the arm's value; `value` if not given. */
  readonly value?: P;
  /** The node for tags that no arm has; the tag member is then `undefined`. Without it they are `unknown-tag`. */
  readonly otherwise?: O;
  /** Name of the member that holds the value of `otherwise`; as `value` if not given. */
  readonly raw?: R;
  /** Name of the member that keeps the unknown tag itself, where the tag is a derived field. */
  readonly rawTag?: T;
  /**
   * The node of the tag, which gives `rawTag` its type. Needed where that is an enumeration: its other members are kept
   * by their names.
   */
  readonly tags?: G;
}

/** A union node: its value is a TypeScript union correlated on the tag member. */
export interface Union<T, K> extends Node<T> {
  readonly [TAG]: K;
}

/**
 * Alternatives chosen by something that is decoded earlier: `$.body.tag($.kind)` where the kind stays in the
 * value, or `$.kind.is(tagOf($.body))` where it is derived from the chosen arm.
 *
 * An arm's tag is its name, unless `on()` says otherwise.
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
>(
  arms: A,
  options: UnionOptions<K, P, O, R, T, G> = {},
): Union<
  Arms<A, K, P> | Raw<K, R, T, O, OtherTag<A, G>>,
  [T] extends [never] ? Tags<A> : Tags<A> | OtherTag<A, G>
> {
  const { tag = 'type', value = 'value', otherwise, raw = value, rawTag, tags } = options;
  return makeNode({
    kind: 'union',
    arms,
    names: { tag, value, raw, rawTag },
    otherwise: otherwise as Node<unknown> | undefined, // unconstrained for the same reason as list()'s element
    tags: tags as Node<unknown> | undefined, // likewise
  });
}

/** An arm with a tag of its own. */
export interface Arm<T, G> extends Node<T> {
  readonly [ARM_TAG]: G;
}

/** An arm whose tag differs from its name: `union({ tcp: on(6, Tcp) })`. */
export function on<N, const G extends string | number | bigint | boolean>(tag: G, node: N): Arm<Infer<N>, G> {
  return makeNode({ kind: 'on', tag: toConstant(tag), node: node as Node<unknown> });
}

/** The value type of ordered alternatives. */
export type FirstOf<A, K extends string, P extends string> = Arms<A, K, P>;
