import { annotationMethods } from './annotate.js';
import { toBindings } from './bindings.js';
import type { Definition } from './definition.js';
import type { Binding } from './parameter.js';

/** Carries the value type of a node; exists for the type checker only. */
export declare const VALUE: unique symbol;
/** Carries the fields of a struct; exists for the type checker only. */
export declare const FIELDS: unique symbol;
/** Carries the array type that a list of this node decodes to; exists for the type checker only. */
export declare const ARRAY: unique symbol;
/** Carries the element node of a list; exists for the type checker only. */
export declare const ELEMENT: unique symbol;
/** Carries the node inside a wrapper such as `optional()`; exists for the type checker only. */
export declare const INNER: unique symbol;
/** Marks a field that may be omitted from a value instead of holding `undefined`; exists for the type checker only. */
export declare const OMISSIBLE: unique symbol;
/** Carries the tag that `on()` gives an arm; exists for the type checker only. */
export declare const ARM_TAG: unique symbol;
/** Carries the value type that a node has under `preserve()`; exists for the type checker only. */
export declare const PRESERVED: unique symbol;
/** Carries the type that relations see, for a node that keeps more than its value; exists for the type checker only. */
export declare const PLAIN: unique symbol;
/** Marks an arm with several tags, which therefore does not determine one; exists for the type checker only. */
export declare const MANY_TAGS: unique symbol;
/** Carries the arm names of a union; exists for the type checker only. */
export declare const TAG: unique symbol;

/**
 * The members of every node. A node whose value type follows from other nodes declares it itself, as `[VALUE]`, instead
 * of being a `Node` of that type: property types are resolved lazily, so recursive schemas can be inferred.
 */
export interface NodeBase {
  readonly definition: Definition;
  /** The same node with parameters bound for everything inside it. */
  with(...bindings: readonly Binding[]): this;
  /** The same node with a description, which appears in generated types. */
  doc(text: string): this;
  /** The same node with the unit of its number: `u16be.unit('ms')`. Appears in generated types. */
  unit(text: string): this;
  /** The same node, marked as deprecated, with its replacement. Decoders and encoders ignore this. */
  deprecated(instead: string): this;
  /** The same node with the source of its layout: a section of a specification, a source file. */
  source(text: string): this;
  /** The same node with the format's own name for it: `u32be.wireName('env.cr[0]')`. Explanations show both names. */
  wireName(name: string): this;
  /** The same node with the format's own name for its type: `i32be.wireType('int32 le')`. */
  wireType(name: string): this;
}

/**
 * A part of a schema: it describes bytes and, unless it is hidden, a value of type `T`.
 *
 * A node is plain frozen data in `definition`, which every use of a schema (interpreter, generator, arbitraries …)
 * starts from. Making a node has no side effects.
 */
export interface Node<T> extends NodeBase {
  readonly [VALUE]: T;
  /**
   * The same node with an example value. Examples of structs are documented with their bytes, so one that cannot be encoded
   * is an error at generation time; laws() starts from them.
   */
  example(value: NoInfer<T>): this;
}

/** The value type that a node decodes to and encodes from. */
export type Infer<N> = N extends { readonly [VALUE]: infer T } ? T : never;

/** The type that relations see: for a node that also keeps how its value was written, the type of the value alone. */
export type RelatedValue<N> = N extends { readonly [PLAIN]: infer T }
  ? T
  : N extends { readonly [INNER]: infer I }
    ? RelatedValue<I> | Extract<Infer<N>, undefined>
    : Infer<N>;

/** A node that keeps more than its value; relations see the value alone. */
export interface Keeping<T, Kept> extends Node<Kept> {
  readonly [PLAIN]: T;
}

/** A node whose bytes are on the wire but whose value is not in the struct's value: constants and derived fields. */
export interface Hidden<T> extends Node<T> {
  readonly hidden: true;
}

/** A node whose value may be `undefined`; its field may then be omitted from a struct's value. */
export interface Omissible<T> extends Node<T> {
  readonly [OMISSIBLE]: true;
}

/** Whether a field of this node may be omitted from a value, including inside a wrapper such as `at()`. */
export type IsOmissible<N> = N extends { readonly [OMISSIBLE]: true }
  ? true
  : N extends { readonly [INNER]: infer I }
    ? IsOmissible<I>
    : false;

/** A node around another, with the same value; relations can still reach the inner fields. */
export interface Wrapper<N> extends NodeBase {
  readonly [VALUE]: Infer<N>;
  readonly [INNER]: N;
  example(value: NoInfer<Infer<N>>): this;
}

/** A number node; a list of it decodes to the typed array `A`. */
export interface NumberNode<T, A> extends Node<T> {
  readonly [ARRAY]: A;
}

const brand: unique symbol = Symbol.for('@bytewright/schema-dsl/node') as never;

/** Whether a definition's value is left out of the struct's value. */
export function isHidden(definition: Definition): boolean {
  switch (definition.kind) {
    case 'literal':
    case 'derived':
    case 'peek':
    case 'atEnd':
      return true;
    case 'padding':
    case 'align':
      return !definition.keep;
    case 'bind':
    case 'documented':
      return isHidden(definition.node.definition);
    default:
      return false;
  }
}

/**
 * Makes a node from its definition. The caller asserts the static type: `VALUE` and the like do not exist at run time, so
 * nothing could check it there; each factory of the language asserts it once.
 */
export function makeNode<N extends Node<unknown>>(definition: Definition): N {
  const node: object = {
    [brand]: true,
    definition: Object.freeze(definition),
    ...(isHidden(definition) ? { hidden: true } : {}),
    with: (...bindings: readonly Binding[]) =>
      around((inner) => ({ kind: 'bind', node: inner, bindings: toBindings(bindings) })),
    ...annotationMethods((annotations) =>
      around((inner) => ({ kind: 'documented', node: inner, annotations })),
    ),
  };
  /** The same node wrapped in another; an arm's tag stays outermost, where its union looks for it. */
  function around(wrap: (inner: Node<unknown>) => Definition): N {
    return definition.kind === 'on'
      ? makeNode<N>({ ...definition, node: makeNode(wrap(definition.node)) })
      : makeNode<N>(wrap(node as unknown as Node<unknown>));
  }
  return Object.freeze(node) as unknown as N;
}

/** Whether a value is a schema node; works even if a process loads two copies of the package. */
export function isNode(value: unknown): value is Node<unknown> {
  return typeof value === 'object' && value !== null && brand in value;
}
