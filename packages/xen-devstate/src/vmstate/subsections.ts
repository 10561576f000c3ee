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

/** The schemas of subsections by their whole names, such as `fdrive/media_rate`. */
export type SubsectionSchemas = Readonly<Record<string, Node<unknown>>>;

/** What subsections are in a value: each with its name, its version and its fields. */
export type SubsectionValue<S extends SubsectionSchemas> = {
  [N in keyof S & string]: { name: N; version: number; state: Infer<S[N]> };
}[keyof S & string];

/**
 * The subsections behind a struct's fields: in any order, repeats kept. Each is `05`, its name, its version and its fields.
 *
 * They go on while a `05` is followed by a name that begins like the struct's own and is longer: a prefix test, without
 * regard to `/`. Anything else belongs to the struct around. A name that begins so and is none of those declared is an
 * error, as it is in QEMU.
 *
 * Source: QEMU migration/vmstate.c, `vmstate_subsection_load`.
 *
 * @param type the type name of the struct
 * @param parent the struct's own name
 * @example of `fdrive`: `05 11 6664726976652f6d656469615f72617465 00000001 00` is
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
  // the union correlates names and states; that its arms come from an object of unknown names hides it from the compiler
  return list(Subsection, goesOn) as unknown as Node<SubsectionValue<S>[]>;
}
