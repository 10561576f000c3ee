import type { Infer, Node } from '@bytewright/schema-dsl';
import {
  derived,
  list,
  literal,
  on,
  prefix,
  string,
  struct,
  tagOf,
  u8,
  u32be,
  union,
  whilePeek,
} from '@bytewright/schema-dsl';
import { SubsectionStart } from './subsection-start.js';
import { version } from './version.js';

/** The schemas of subsections by full name, such as `fdrive/media_rate`. */
export type SubsectionSchemas = Readonly<Record<string, Node<unknown>>>;

/** The value of a subsection: its name, its version and its fields. */
export type SubsectionValue<S extends SubsectionSchemas> = {
  [N in keyof S & string]: { name: N; version: number; state: Infer<S[N]> };
}[keyof S & string];

/**
 * The subsections after a struct's fields, in any order, including duplicates. Each is `05`, its name, its version and its
 * fields.
 *
 * They continue while a `05` is followed by a longer name that begins with the struct's own name: a prefix test that ignores
 * `/`. Anything else belongs to the containing struct. An undeclared name with that prefix is an error, as in QEMU.
 *
 * Source: QEMU migration/vmstate.c, `vmstate_subsection_load`.
 *
 * @param type the type name of the struct
 * @param parent the struct's own name
 * @example for `fdrive`: `05 11 6664726976652f6d656469615f72617465 00000001 00` is
 *   `{ name: 'fdrive/media_rate', version: 1, state: { mediaRate: 0 } }`
 */
export function subsections<S extends SubsectionSchemas>(
  type: string,
  parent: string,
  schemas: S,
): Node<SubsectionValue<S>[]> {
  const arms = Object.fromEntries(Object.entries(schemas).map(([name, node]) => [name, on(name, node)]));
  const Subsection = struct(`${type}Subsection`, {
    mark: literal(u8, 0x05),
    name: derived(string(prefix(u8), 'latin1')),
    version: u32be,
    body: union(arms, { tag: 'name', value: 'state' }),
  })
    .where(($) => [$.name.is(tagOf($.body)), $.body.with(version.of($.version))])
    .flat('body')
    .doc(`A subsection of ${parent}.`);
  const goesOn = whilePeek(SubsectionStart, ($) =>
    $.name.startsWith(parent).and($.name.size().gt(parent.length)),
  );
  // the union correlates names and states, which the compiler cannot see, as its arms come from an object with unknown names
  return list(Subsection, goesOn) as unknown as Node<SubsectionValue<S>[]>;
}
