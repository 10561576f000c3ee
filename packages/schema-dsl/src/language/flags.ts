import type { FIELDS, Node } from './node.js';
import { makeNode } from './node.js';
import { requireMembers } from './require-members.js';
import { requireNode } from './require-node.js';

type NamesOf<F, S> = keyof F | (S extends true ? never : 'unknown');

/** The value of a flag set: a boolean for each flag, and the unnamed bits in their positions. */
export type FlagSet<F, T, S> = { [P in NamesOf<F, S>]: P extends keyof F ? boolean : T };

/** A flag set; relations reach each flag as `$.flags.$.name`. */
export interface Flags<F, T, S> extends Node<FlagSet<F, T, S>> {
  readonly [FIELDS]: { readonly [P in NamesOf<F, S>]: Node<P extends keyof F ? boolean : T> };
}

/** How a flag set treats bits without a name. */
export interface FlagsOptions<S> {
  /** Rejects them instead of keeping them in the member `unknown`. */
  readonly strict?: S;
}

/**
 * An unsigned integer as a set of named flags, each given by its bit number; 0 is the least significant bit. Bits without
 * a name keep their positions in the member `unknown`, which is 0 if none is set.
 *
 * @example `flags(u8, { read: 0, write: 1 })` reads `82` as `{ read: false, write: true, unknown: 0x80 }`
 */
export function flags<
  T extends number | bigint,
  const F extends Readonly<Record<string, number>>,
  const S extends boolean = false,
>(node: Node<T>, names: F, options: FlagsOptions<S> = {}): Flags<F, T, S> {
  return makeNode({
    kind: 'flags',
    node: requireNode(node, 'flags()', 'flags(integer, { name: bit })'),
    names: { ...requireMembers(names, 'flags()', 'flags') },
    isStrict: options.strict === true,
  });
}
