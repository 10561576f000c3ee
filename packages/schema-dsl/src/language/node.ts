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
/** Carries the node inside of a wrapper such as `optional()`; exists for the type checker only. */
export declare const INNER: unique symbol;
/** Says that a field of this node may be left out of a value, where it would hold `undefined`; exists for the type checker only. */
export declare const OMISSIBLE: unique symbol;
/** Carries the tag that `on()` gives an arm; exists for the type checker only. */
export declare const ARM_TAG: unique symbol;
/** Carries the value type that a node has under `preserve()`; exists for the type checker only. */
export declare const PRESERVED: unique symbol;
/** Carries the type that relations see of a node which keeps more than its value; exists for the type checker only. */
export declare const PLAIN: unique symbol;
/** Says that an arm has several tags, so that it does not determine one; exists for the type checker only. */
export declare const MANY_TAGS: unique symbol;
/** Carries the arm names of a union; exists for the type checker only. */
export declare const TAG: unique symbol;

/**
 * What every node has. A node whose value type follows from other nodes declares that itself, as `[VALUE]`, rather than
 * being a `Node` of it: what a property's type is, is only asked when the property is, so recursive schemas are inferred.
 */
export interface NodeBase {
  readonly definition: Definition;
  /** The same node with parameters bound for everything below it. */
  with(...bindings: readonly Binding[]): this;
  /** The same node with a description, which is carried into generated types. */
  doc(text: string): this;
  /** The same node with what its number counts: `u16be.unit('ms')`. Carried into generated types. */
  unit(text: string): this;
  /** The same node, marked as one not to use any more, with what to use instead. Decoders and encoders do not care. */
  deprecated(instead: string): this;
  /** The same node with where its layout is from: a specification's section, a file of a program. */
  source(text: string): this;
  /** The same node with what the format itself calls it: `u32be.wireName('env.cr[0]')`. Explanations show both names. */
  wireName(name: string): this;
  /** The same node with what the format itself calls its type: `i32be.wireType('int32 le')`. */
  wireType(name: string): this;
}

/**
 * A piece of a schema that stands for bytes and, unless it is hidden, for a value of type `T`.
 *
 * Nodes are plain frozen data behind `definition`; every reading of a schema (interpreter, generator,
 * arbitraries …) starts from there. Nothing happens when a node is made: no bytes, no side effect.
 */
export interface Node<T> extends NodeBase {
  readonly [VALUE]: T;
  /**
   * The same node with a value that shows what it is for. Examples of structs are shown with their bytes, so one that
   * cannot be encoded is an error when code is generated; laws() starts from them.
   */
  example(value: NoInfer<T>): this;
}

/** The value type that a node decodes to and encodes from. */
export type Infer<N> = N extends { readonly [VALUE]: infer T } ? T : never;

/** The type that relations see of a node: of one that keeps how its value was written, that of the value alone. */
export type RelatedValue<N> = N extends { readonly [PLAIN]: infer T }
  ? T
  : N extends { readonly [INNER]: infer I }
    ? RelatedValue<I> | Extract<Infer<N>, undefined>
    : Infer<N>;

/** A node that keeps more than its value, of which relations see the value alone. */
export interface Keeping<T, Kept> extends Node<Kept> {
  readonly [PLAIN]: T;
}

/** A node whose bytes are on the wire but whose value is not in the struct's value: constants and derived fields. */
export interface Hidden<T> extends Node<T> {
  readonly hidden: true;
}

/** A node whose value may be `undefined`, which a struct's value may leave out. */
export interface Omissible<T> extends Node<T> {
  readonly [OMISSIBLE]: true;
}

/** Whether a field of this node may be left out of a value, also from within a wrapper such as `at()`. */
export type IsOmissible<N> = N extends { readonly [OMISSIBLE]: true }
  ? true
  : N extends { readonly [INNER]: infer I }
    ? IsOmissible<I>
    : false;

/** A node around another one, with the same value, whose fields relations still reach. */
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
 * Makes a node from its definition. The static type is the caller's cover: `VALUE` and its like have no
 * run-time side, so no runtime check could confirm it; each factory of the language states it once.
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
  /** The same node with something around it; an arm's tag stays outermost, where its union looks for it. */
  function around(wrap: (inner: Node<unknown>) => Definition): N {
    return definition.kind === 'on'
      ? makeNode<N>({ ...definition, node: makeNode(wrap(definition.node)) })
      : makeNode<N>(wrap(node as unknown as Node<unknown>));
  }
  return Object.freeze(node) as unknown as N;
}

/** Whether a value is a schema node; survives two copies of the package in one process. */
export function isNode(value: unknown): value is Node<unknown> {
  return typeof value === 'object' && value !== null && brand in value;
}
