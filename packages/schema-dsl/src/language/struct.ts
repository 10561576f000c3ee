import { CallError } from '../ir/call-error.js';
import { quoteName } from '../ir/printable.js';
import { SchemaError } from '../ir/schema-error.js';
import { annotated, annotationMethods } from './annotate.js';
import { toBindings } from './bindings.js';
import type { StructDefinition, WordDefinition } from './definition.js';
import { describeArgument } from './describe-argument.js';
import type { FIELDS, Infer, IsOmissible, Node, NodeBase, VALUE } from './node.js';
import { makeNode } from './node.js';
import type { Binding } from './parameter.js';
import type { References } from './reference.js';
import type { Relation } from './relation.js';
import { requireMembers } from './require-members.js';

// biome-ignore lint/suspicious/noExplicitAny: a constraint that looks at the fields would make recursive getters uninferable (TS7022)
type Shape = Record<string, any>;

/** Field names to nodes. Integer-like names are rejected: objects would reorder them. */
export type Fields = Shape & { readonly [index: number]: never };

/** The value of a struct: its fields without the hidden ones; members that may be `undefined` are optional. */
export type Value<F> = ValueWithout<F, never>;

type ValueWithout<F, K> = {
  [P in keyof (RequiredPart<F, K> & OmissiblePart<F, K>)]: (RequiredPart<F, K> & OmissiblePart<F, K>)[P];
};

type RequiredPart<F, K> = {
  -readonly [P in keyof F as P extends K ? never : KeyOf<P, F[P], 'required'>]: Infer<F[P]>;
};

type OmissiblePart<F, K> = {
  -readonly [P in keyof F as P extends K ? never : KeyOf<P, F[P], 'omissible'>]?: Infer<F[P]>;
};

/** The key `P` if a field with node `N` is of that kind. */
type KeyOf<P, N, Kind> = N extends { readonly hidden: true }
  ? never
  : Kind extends (IsOmissible<N> extends true ? 'omissible' : 'required')
    ? P
    : never;

/** Named fields in wire order, with the relations between them. */
export interface Struct<F> extends NodeBase {
  readonly [VALUE]: Value<F>;
  example(value: NoInfer<Value<F>>): this;
  readonly [FIELDS]: F;
  /** Adds relations. The callback runs once, when the schema is first used, with references to the fields. */
  where(relate: ($: References<F>) => readonly Relation[]): this;
  /** Merges a union field's members into this struct's value. Call it last. */
  flat<K extends keyof F & string>(field: K): FlatStruct<F, K>;
}

/** A struct with a union's members merged into its value. */
export interface FlatStruct<F, K extends keyof F> extends NodeBase {
  readonly [VALUE]: ValueWithout<F, K> & Infer<F[K]>;
  example(value: NoInfer<ValueWithout<F, K> & Infer<F[K]>>): this;
  readonly [FIELDS]: F;
}

/**
 * Consecutive fields. The name becomes that of the generated interface; errors and diffs use it too. Write recursion as a
 * getter: `get children() { return list(Tree, prefix(u8)); }`.
 *
 * @example
 * const Text = struct('Text', { length: derived(u16be), text: string() })
 *   .where(($) => [$.length.is(byteLength($.text))]);
 * // { text: 'hi' } is 00 02 68 69
 */
export function struct<F extends Fields>(name: string, fields: F): Struct<F> {
  checkName('struct', name);
  requireMembers(fields, `struct(${name})`, 'fields');
  return makeStruct({ kind: 'struct', name, fields, relate: [], flat: undefined, annotations: {} });
}

/** A struct whose fields are the bits of one word. */
export function structOfBits<F extends Fields>(name: string, fields: F, word: WordDefinition): Struct<F> {
  checkName('bits', name);
  requireMembers(fields, `bits(${name})`, 'fields');
  return makeStruct({ kind: 'struct', name, fields, relate: [], flat: undefined, annotations: {}, word });
}

function checkName(what: 'struct' | 'bits', name: string): void {
  if (typeof name !== 'string')
    throw new CallError(
      'invalid-name',
      `${what}()`,
      `expected the struct's name first, found ${describeArgument(name)}; write ${what}('SectionHeader', …)`,
    );
  if (!/^[A-Z][A-Za-z0-9]*$/.test(name))
    throw new CallError(
      'invalid-name',
      `${what}(${quoteName(name)})`,
      `expected the name of a type, found ${quoteName(name)}; use a PascalCase name, such as 'SectionHeader'`,
    );
}

/** A struct, with or without bound parameters; later annotations apply to the struct itself. */
function makeStruct<F>(definition: StructDefinition, bindings: readonly Binding[] = []): Struct<F> {
  const methods = {
    where: (relate: ($: never) => readonly Relation[]) => {
      if (typeof relate !== 'function')
        throw new SchemaError(
          'invalid-relation',
          definition.name,
          `where() expects a function that returns relations, found ${describeArgument(relate)}; write .where(($) => [$.length.is(byteLength($.data))])`,
        );
      return makeStruct(
        { ...definition, relate: [...definition.relate, relate as (refs: object) => readonly Relation[]] },
        bindings,
      );
    },
    flat: (field: string) => makeStruct({ ...definition, flat: field }, bindings),
    with: (...more: readonly Binding[]) => {
      toBindings(more); // checks that they are bindings
      const again = new Set(more.map(({ binding }) => binding.parameter));
      return makeStruct(definition, [
        ...bindings.filter(({ binding }) => !again.has(binding.parameter)),
        ...more,
      ]);
    },
    // annotations belong to the struct, not to a field that holds it
    ...annotationMethods((added) => {
      if (added.unit !== undefined)
        throw new SchemaError(
          'misplaced-construct',
          definition.name,
          'a struct has no unit; put .unit() on a numeric field',
        );
      return makeStruct({ ...definition, annotations: annotated(definition.annotations, added) }, bindings);
    }),
  };
  const plain = makeNode<Node<unknown>>(definition);
  const node =
    bindings.length === 0
      ? plain
      : makeNode<Node<unknown>>({
          kind: 'bind',
          node: plain,
          bindings: bindings.map(({ binding }) => binding),
        });
  return Object.freeze({ ...node, ...methods }) as unknown as Struct<F>;
}
