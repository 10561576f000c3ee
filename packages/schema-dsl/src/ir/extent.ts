import type { Expression } from './expression.js';
import type { NodeIR } from './node.js';
import type { NumericNode } from './nodes/numeric.js';

/** A fixed number of bytes (bytes, string) or elements (list). */
export interface FixedExtent {
  readonly kind: 'fixed';
  readonly size: number;
}

/** A number of bytes or elements computed from earlier fields or parameters. */
export interface ExpressionExtent {
  readonly kind: 'expression';
  readonly size: Expression;
}

/** A number of bytes or elements stored directly before. The size of the prefix itself may depend on the number. */
export interface PrefixExtent {
  readonly kind: 'prefix';
  readonly prefix: NumericNode;
}

/** To the end of the region, minus `reserve` bytes for the fixed-size fields that follow. */
export interface EndExtent {
  readonly kind: 'end';
  readonly reserve: number;
}

/**
 * To the first offset at which a boundary parses. Boundaries are tried in order: the second only if the first parses
 * nowhere in the region, and so on.
 */
export interface UntilExtent {
  readonly kind: 'until';
  readonly boundaries: readonly NodeIR[];
}

/**
 * To the first terminator, which is consumed and is not part of the content. It is searched for at multiples of its unit,
 * counted in bytes from the start of the field.
 */
export interface TerminatedExtent {
  readonly kind: 'terminated';
  /** In hexadecimal digits. */
  readonly terminator: string;
  readonly unit: 1 | 2;
}

/** A fixed number of bytes: content, followed by padding. */
export interface PaddedExtent {
  readonly kind: 'padded';
  readonly size: FixedExtent | ExpressionExtent;
  /** One unit of padding, one or two bytes, in hexadecimal digits. */
  readonly fill: string;
}

/** Elements up to a sentinel, which is on the wire but is not an element. */
export interface SentinelExtent {
  readonly kind: 'sentinel';
  readonly sentinel: NodeIR;
}

/** Elements up to and including the first for which `holds`, an expression over the element, is true. */
export interface LastExtent {
  readonly kind: 'last';
  readonly holds: Expression;
}

/** Elements as long as `ahead` parses and `holds`, an expression over its value, is true; `ahead` is not consumed. */
export interface WhileExtent {
  readonly kind: 'while';
  readonly ahead: NodeIR;
  readonly holds: Expression | undefined;
}

/** Where a bytes or string node ends. */
export type ByteExtentIR =
  | FixedExtent
  | ExpressionExtent
  | PrefixExtent
  | EndExtent
  | UntilExtent
  | TerminatedExtent
  | PaddedExtent;

/** Where a list ends. */
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
