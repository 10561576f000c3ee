import { count, derived, list, optional, struct, u8, bool, present } from '@bytewright/schema-dsl';

/** A tree: a struct that contains itself. */
export const Tree = struct('Tree', {
  value: u8,
  n: derived(u8),
  hasLeft: derived(bool),
  get children() {
    return list(Tree);
  },
  get left() {
    return optional(Tree);
  },
}).where(($) => [$.n.is(count($.children)), $.hasLeft.is(present($.left))]);
