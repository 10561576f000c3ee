import type { Node } from './node.js';
import { makeNode } from './node.js';
import { requireMembers } from './require-members.js';
import { requireNode } from './require-node.js';

/** The member names of an enumeration, which are its values. */
type NameOf<M> = keyof M & string;

/**
 * An integer decoded as the name of a member. Any other number is `invalid-value`; use {@link openEnumeration} if more
 * members may be added. The node may be any integer, including a variable-length one.
 *
 * In relations its value is text: `$.color.eq('rgb')`. It can select the arm of a union.
 *
 * @example `enumeration(u8, { grey: 0, rgb: 2 })` reads `02` as 'rgb'
 */
export function enumeration<T extends number | bigint, const M extends Readonly<Record<string, NoInfer<T>>>>(
  node: Node<T>,
  members: M,
): Node<NameOf<M>> {
  return makeEnumeration('enumeration()', node, members, false);
}

/**
 * Like {@link enumeration}, but numbers without a name are kept as numbers. A number that has a name cannot be encoded as
 * a number; use the name.
 *
 * @example `openEnumeration(u8, { grey: 0, rgb: 2 })` reads `02` as 'rgb' and `07` as 7
 */
export function openEnumeration<
  T extends number | bigint,
  const M extends Readonly<Record<string, NoInfer<T>>>,
>(node: Node<T>, members: M): Node<NameOf<M> | T> {
  return makeEnumeration('openEnumeration()', node, members, true);
}

function makeEnumeration<N extends Node<unknown>>(
  call: string,
  node: unknown,
  members: object,
  isOpen: boolean,
): N {
  return makeNode<N>({
    kind: 'enumeration',
    node: requireNode(node, call, 'enumeration(integer, { name: number })'),
    members: { ...requireMembers(members, call, 'members') },
    isOpen,
  });
}
