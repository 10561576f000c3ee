import { CallError } from '../ir/call-error.js';
import type { Expression } from '../ir/expression.js';
import { pathTo } from '../ir/printable.js';
import { SchemaError } from '../ir/schema-error.js';
import { toBindings } from './bindings.js';
import type { Span } from './checksum.js';
import type { Definition } from './definition.js';
import { describeArgument } from './describe-argument.js';
import type { Expr } from './expression.js';
import { expressionMethods, isExpr, makeExpr, toExpression } from './expression.js';
import type { ELEMENT, FIELDS, INNER, Node, RelatedValue, TAG } from './node.js';
import type { Binding } from './parameter.js';
import type { EachPosition, Relation } from './relation.js';
import { requireExpression } from './require-expression.js';

/** References to the fields of a struct, even if it is optional, in a region, or peeked at. */
export type FieldsWithin<N> = N extends { readonly [FIELDS]: infer F }
  ? References<F>
  : N extends { readonly [INNER]: infer I }
    ? FieldsWithin<I>
    : never;

/** A field as relations see it: an expression for its value, with methods that state relations about it. */
export interface Reference<N> extends Expr<RelatedValue<N>> {
  /** The fields of a nested struct; kept separate so that field names never clash with methods. */
  readonly $: FieldsWithin<N>;
  /** For an optional field: it is present if and only if `when` is true. */
  presentWhen(when: Expr<boolean>): Relation;
  /** For a union: selects the arm whose tag equals `selector`, which must be known before the union. */
  tag(selector: Expr<string | number | bigint | boolean | Uint8Array | undefined>): Relation;
  /** For an `at()` field: its offset from the start of the struct. */
  at(offset: Expr<number> | number): Relation;
  /** For an `atEach()`: where the node of each element of `list` lies, in terms of the element. */
  atEach<L>(list: Reference<L>, place: ($: ElementReference<ElementOf<L>>) => ElementPlace): Relation;
  /**
   * For a union, firstOf or search: what must parse directly after it, without being consumed. All arms (or values) are
   * tried with the first demand before any is tried with the next.
   */
  followedBy(strict: Node<unknown>, ...weak: readonly Node<unknown>[]): Relation;
  /** Binds parameters for this field. */
  with(...bindings: readonly Binding[]): Relation;
}

/** The element node of a list, even if the list is optional, in a region, or at an offset. */
export type ElementOf<N> = N extends { readonly [ELEMENT]: infer E }
  ? E
  : N extends { readonly [INNER]: infer I }
    ? ElementOf<I>
    : never;

/** An element of a list as an expression; for a struct, its fields. */
export type ElementReference<N> = N extends { readonly [FIELDS]: infer F }
  ? { readonly [P in keyof F]: MemberReference<F[P]> }
  : N extends { readonly [INNER]: infer I }
    ? ElementReference<I>
    : Expr<RelatedValue<N>>;

/** A field of an element. */
export interface MemberReference<N> extends Expr<RelatedValue<N>> {
  /** The fields of a nested struct. */
  readonly $: N extends { readonly [FIELDS]: infer F }
    ? { readonly [P in keyof F]: MemberReference<F[P]> }
    : never;
}

/** Where the node of an element lies. */
export interface ElementPlace {
  /** The offset in bytes from the start of the struct that has the `atEach()`. */
  readonly offset: Expr<number>;
  /** The size of the node in bytes, if the node does not determine it. */
  readonly size?: Expr<number>;
  /** For an `optional()` node: whether the element has one. */
  readonly when?: Expr<boolean>;
  /** Parameters, bound from the element. */
  readonly with?: readonly Binding[];
}

/** References to all fields of a struct. */
export type References<F> = { readonly [P in keyof F]: Reference<F[P]> };

/** A reference to a list, the argument of `count`. */
export type ListReference = Expr<unknown> & { readonly [ELEMENT]?: unknown };

/** Where a reference keeps its sibling fields, in wire order. */
export const SIBLINGS: unique symbol = Symbol.for('@bytewright/schema-dsl/siblings') as never;

/** What a reference knows about its struct. */
export interface Siblings {
  readonly [SIBLINGS]: { readonly struct: string; readonly names: readonly string[] };
}

/**
 * The name of the field that a reference refers to.
 *
 * @param call the calling function as errors name it: `count()`
 * @throws SchemaError if it is not a field of the struct itself
 */
export const fieldOf = (reference: Expr<unknown>, call: string): string => {
  const e = isExpr(reference) ? reference.expression : undefined;
  const [name, ...below] = e?.op === 'field' ? e.path : [];
  if (name === undefined)
    throw new CallError(
      'invalid-argument',
      call,
      `expected a field of the struct itself, found ${describeArgument(reference)}; use one, such as $.name`,
    );
  if (below.length > 0)
    throw new CallError(
      'misplaced-relation',
      call,
      `expected a field of the struct itself, such as $.${name}, found ${[name, ...below].join('.')}, which belongs to a nested struct; state it in the where() of that struct, or keep the deciding field in the value and pass it down: $.${name}.with(parameter.of(…))`,
    );
  return name;
};

/**
 * The number of bytes that a field, or all fields of a span, take on the wire. If the field has no extent of its own, this
 * bounds it.
 */
export function byteLength(field: Expr<unknown> | Span): Expr<number> {
  const names =
    typeof field === 'object' && field !== null && 'span' in field
      ? field.fields
      : [fieldOf(field, 'byteLength()')];
  const sizes = names.map((name): Expression => ({ op: 'byteLength', field: name }));
  return makeExpr(sizes.reduce((left, right): Expression => ({ op: 'plus', left, right })));
}

/**
 * The offset of a field in bytes from the start of the struct. Computed on encode and checked on decode, so
 * `$.dataOffset.is(offsetOf($.data))` rejects any other layout, as a `mismatch` of `dataOffset`.
 *
 * For formats that count from elsewhere: `$.offset.is(offsetOf($.data).plus(base))` with a parameter `base` from above.
 *
 * @example `{ dataOffset: u8, name: string(prefix(u8)), data: u8 }` with `name` "hi" is `04 02 68 69 …`
 */
export function offsetOf(field: Expr<unknown>): Expr<number> {
  return makeExpr({ op: 'offsetOf', field: fieldOf(field, 'offsetOf()') });
}

/** The number of elements of a list. If the list has no ending of its own, this ends it. */
export function count(list: Expr<ArrayLike<unknown>>): Expr<number> {
  return makeExpr({ op: 'count', field: fieldOf(list, 'count()') });
}

/** Whether an optional field is present. */
export function present(field: Expr<unknown>): Expr<boolean> {
  return makeExpr({ op: 'present', field: fieldOf(field, 'present()') });
}

/** The tags of a union, which may be inside a region. */
type TagWithin<N> = N extends { readonly [TAG]: infer K }
  ? K
  : N extends { readonly [INNER]: infer I }
    ? TagWithin<I>
    : string;

/** The tag of a union's selected arm, for a derived tag field. */
export function tagOf<N>(union: Reference<N>): Expr<TagWithin<N>> {
  return makeExpr({ op: 'tagOf', field: fieldOf(union, 'tagOf()') });
}

/** References for a struct whose fields have the given names; an unknown name is a definition error. */
export function makeReferences(struct: string, fields: object, prefix: readonly string[] = []): object {
  return new Proxy(Object.create(null) as object, {
    get: (_, name) => {
      if (typeof name !== 'string') return undefined;
      if (prefix.length === 0 && !Object.hasOwn(fields, name))
        throw new SchemaError(
          'unknown-field',
          pathTo(struct, name),
          `no such field; use one of ${Object.keys(fields).join(', ') || 'none, as the struct has no fields'}`,
        );
      return makeReference(struct, fields, [...prefix, name]);
    },
  });
}

function makeReference(struct: string, fields: object, path: readonly string[]): object {
  const self: Expression = { op: 'field', path };
  const field = path[0] ?? '';
  const own = (relation: Relation): Relation => {
    const { kind } = relation.relation;
    if (path.length !== 1)
      throw new SchemaError(
        'misplaced-relation',
        `${struct}.${path.join('.')}`,
        `${kind}() is stated about a field of a nested struct; state it in the where() of that struct, and pass values from outside as parameters: $.${field}.with(parameter.of(…))`,
      );
    return relation;
  };
  return {
    ...makeExpr(self),
    ...expressionMethods(self),
    [SIBLINGS]: { struct, names: Object.keys(fields) } satisfies Siblings[typeof SIBLINGS],
    get $() {
      return makeReferences(struct, fields, path);
    },
    presentWhen: (when: Expr<boolean>) =>
      own({
        relation: {
          kind: 'presentWhen',
          field,
          when: requireExpression(when, 'presentWhen()', '$.version.ge(2)'),
        },
      }),
    tag: (selector: Expr<unknown>) =>
      own({ relation: { kind: 'tag', field, selector: requireExpression(selector, 'tag()', '$.kind') } }),
    at: (offset: unknown) => own({ relation: { kind: 'at', field, offset: toExpression(offset) } }),
    atEach: (list: Expr<unknown>, place: ($: unknown) => ElementPlace) =>
      own({ relation: { kind: 'atEach', field, each: eachPosition(fields, list, place) } }),
    followedBy: (...demands: readonly Node<unknown>[]) =>
      own({ relation: { kind: 'followedBy', field, demands } }),
    with: (...bindings: readonly Binding[]) =>
      own({ relation: { kind: 'with', field, bindings: toBindings(bindings) } }),
  };
}

function eachPosition(
  fields: object,
  list: Expr<unknown>,
  place: ($: unknown) => ElementPlace,
): EachPosition {
  const name = fieldOf(list, 'atEach()');
  const element = elementOf(Reflect.get(fields, name) as Node<unknown>); // fields are nodes
  const placed: unknown = place(makeElement([], element?.kind === 'struct'));
  if (typeof placed !== 'object' || placed === null || !('offset' in placed))
    throw new CallError(
      'missing-offset',
      'atEach()',
      `expected the position of an element's node, found ${describeArgument(placed)}; write ($e) => ({ offset: $e.offset, size: $e.size })`,
    );
  const { offset, size, when, with: bindings = [] } = placed as ElementPlace; // only the parts used here
  return {
    list: { op: 'field', path: [name] },
    offset: toExpression(offset),
    size: size && toExpression(size),
    when: when && toExpression(when),
    bindings: toBindings(bindings),
  };
}

/** The element definition of a list, as far as it is known before compilation. */
function elementOf({ definition }: Node<unknown>): Definition | undefined {
  switch (definition.kind) {
    case 'list':
      return inside(definition.element);
    case 'bind':
    case 'documented':
    case 'sized':
    case 'optional':
    case 'at':
    case 'tail':
      return elementOf(definition.node);
    default:
      return undefined;
  }
}

function inside({ definition }: Node<unknown>): Definition {
  return definition.kind === 'bind' || definition.kind === 'documented' || definition.kind === 'sized'
    ? inside(definition.node)
    : definition;
}

/** An element of a list, or a member of it; the fields of a struct are separate, so their names never clash with methods. */
export function makeElement(path: readonly string[], isStruct: boolean): object {
  if (!isStruct) return makeExpr({ op: 'element', path });
  return new Proxy(Object.create(null) as object, {
    get: (_, name) => (typeof name === 'string' ? makeMember([...path, name]) : undefined),
  });
}

function makeMember(path: readonly string[]): object {
  return {
    ...makeExpr({ op: 'element', path }),
    get $() {
      return makeElement(path, true);
    },
  };
}
