import type { Expression } from './expression.js';
import type { NodeIR } from './node.js';
import type { NumericNode } from './nodes/numeric.js';

/** A fixed number of bytes (bytes, string) or elements (list). */
export interface FixedExtent {
  readonly kind: 'fixed';
  readonly size: number;
}

/** A number of bytes or elements that follows from earlier fields or parameters. */
export interface ExpressionExtent {
  readonly kind: 'expression';
  readonly size: Expression;
}

/** A number of bytes or elements that is written directly before. How many bytes it takes may depend on the number. */
export interface PrefixExtent {
  readonly kind: 'prefix';
  readonly prefix: NumericNode;
}

/** Up to the end of the region, less `reserve` bytes for the fields behind it, which are always as large. */
export interface EndExtent {
  readonly kind: 'end';
  readonly reserve: number;
}

/**
 * Up to the first place where a boundary parses. Boundaries are tried in order: the second one only where
 * the first parses nowhere in the region, and so on.
 */
export interface UntilExtent {
  readonly kind: 'until';
  readonly boundaries: readonly NodeIR[];
}

/**
 * Up to the first terminator, which is consumed and no part of the content. It is looked for in units of so many
 * bytes from the beginning of the field.
 */
export interface TerminatedExtent {
  readonly kind: 'terminated';
  /** In hexadecimal digits. */
  readonly terminator: string;
  readonly unit: 1 | 2;
}

/** So many bytes: content, and behind it fill up to their end. */
export interface PaddedExtent {
  readonly kind: 'padded';
  readonly size: FixedExtent | ExpressionExtent;
  /** One unit of fill, a byte or two, in hexadecimal digits. */
  readonly fill: string;
}

/** Elements up to a sentinel, which is on the wire but is not an element. */
export interface SentinelExtent {
  readonly kind: 'sentinel';
  readonly sentinel: NodeIR;
}

/** Elements up to and with the first one for which `holds`, an expression over the element, is true. */
export interface LastExtent {
  readonly kind: 'last';
  readonly holds: Expression;
}

/** Elements as long as `ahead` parses, and `holds`, an expression over what it reads, is true; it is not consumed. */
export interface WhileExtent {
  readonly kind: 'while';
  readonly ahead: NodeIR;
  readonly holds: Expression | undefined;
}

/** How far a bytes or string node reaches. */
export type ByteExtentIR =
  | FixedExtent
  | ExpressionExtent
  | PrefixExtent
  | EndExtent
  | UntilExtent
  | TerminatedExtent
  | PaddedExtent;

/** How far a list reaches. */
export type ListExtentIR =
  | FixedExtent
  | ExpressionExtent
  | PrefixExtent
  | EndExtent
  | SentinelExtent
  | LastExtent
  | WhileExtent;

/** Any extent. */
export type ExtentIR = ByteExtentIR | ListExtentIR;
