import type { BindingIR, Constant, Expression, FieldExpression } from './expression.js';
import type { ByteExtentIR, ExpressionExtent, FixedExtent, ListExtentIR } from './extent.js';
import type { BitsNode } from './nodes/bits.js';
import type { CustomNode } from './nodes/custom.js';
import type { EnumerationNode } from './nodes/enumeration.js';
import type { FlagsNode } from './nodes/flags.js';
import type { FloatNode } from './nodes/float.js';
import type { IntegerNode } from './nodes/integer.js';
import type { StringNode } from './nodes/string.js';
import type { VarintNode } from './nodes/varint.js';
import type { ProcessorIR } from './processor.js';

/** A byte that is 0 or 1; anything else is rejected, or with `preserve` kept as a number. */
export interface BooleanNode {
  readonly kind: 'boolean';
  readonly preserve?: true;
}

/** A constant on the wire; in the value only as an arm or an element. `node` says how it is encoded. */
export interface LiteralNode {
  readonly kind: 'literal';
  readonly node: IntegerNode | FloatNode | VarintNode | EnumerationNode | BitsNode | BytesNode | StringNode;
  readonly value: Constant;
}

/** Raw bytes. */
export interface BytesNode {
  readonly kind: 'bytes';
  readonly extent: ByteExtentIR;
}

/** A number of bytes that all equal `fill`; others are rejected, or kept in the value, where `undefined` means padding. */
export interface PaddingNode {
  readonly kind: 'padding';
  readonly size: FixedExtent | ExpressionExtent;
  readonly fill: number;
  readonly keep: boolean;
}

/** Consecutive elements; a list of plain integers is a typed array in the value. */
export interface ListNode {
  readonly kind: 'list';
  readonly element: NodeIR;
  readonly extent: ListExtentIR;
}

/** A struct by name; its definition is in the schema's table. */
export interface StructReference {
  readonly kind: 'struct';
  readonly name: string;
}

/** A node that is present if `when` is true; its value is `undefined` otherwise. */
export interface OptionalNode {
  readonly kind: 'optional';
  readonly node: NodeIR;
  readonly when: Expression;
}

/** Reads ahead without consuming; hidden, for use in later conditions; `undefined` if `node` does not parse. */
export interface PeekNode {
  readonly kind: 'peek';
  readonly node: NodeIR;
}

/** Whether `node` parses here; consumes nothing. */
export interface LookaheadNode {
  readonly kind: 'lookahead';
  readonly node: NodeIR;
}

/** Whether `node`, which holds no value, is present; it is consumed if so. */
export interface PresenceNode {
  readonly kind: 'presence';
  readonly node: NodeIR;
}

/** Parses at the end of the region, and consumes nothing. */
export interface AtEndNode {
  readonly kind: 'atEnd';
}

/**
 * Padding to the next multiple of `to` bytes, counted from the start of the struct that has the field `field`. All bytes
 * equal `fill`, unless `keep` is set: then other bytes are in the value.
 */
export interface AlignNode {
  readonly kind: 'align';
  readonly field: string;
  readonly to: number;
  readonly fill: number;
  readonly keep: boolean;
}

/** A node at an offset from the start of its struct, if `when` is true or absent. */
export interface AtNode {
  readonly kind: 'at';
  readonly offset: Expression;
  readonly when?: Expression;
  readonly node: NodeIR;
}

/** A node for each element of an earlier list, each at an offset; expressions may refer to the element. */
export interface AtEachNode {
  readonly kind: 'atEach';
  /** The list, as a field of the struct. */
  readonly each: FieldExpression;
  readonly offset: Expression;
  readonly when?: Expression;
  readonly node: NodeIR;
}

/** A node at the last offset from which it parses exactly to the end of the region. */
export interface TailNode {
  readonly kind: 'tail';
  readonly node: NodeIR;
}

/** The bytes of the struct's region that belong to no other field: maximal ranges, in order. */
export interface GapsNode {
  readonly kind: 'gaps';
}

/** A region of its own: `node` must fill it exactly. */
export interface SizedNode {
  readonly kind: 'sized';
  readonly size: RegionSize;
  readonly node: NodeIR;
}

/** The rest of the region, whose bytes are transformed before `node` is decoded from them; `node` must fill it exactly. */
export interface ProcessedNode {
  readonly kind: 'processed';
  readonly processor: ProcessorIR;
  readonly node: NodeIR;
}

/** The size of a sized region; with `end`, it leaves room for the fields that follow. */
export type RegionSize = Extract<ByteExtentIR, { kind: 'fixed' | 'expression' | 'prefix' | 'end' }>;

/** One arm of a union or of ordered alternatives; `tag` is the selector's value for a union's arm. */
export interface ArmIR {
  readonly name: string;
  readonly node: NodeIR;
}

/** A range of tags, both ends included: numbers or bigints. */
export interface TagRangeIR {
  readonly from: Constant;
  readonly to: Constant;
}

/** What a selector is compared with: equal to a constant (bytes by content), or within a range. */
export type TagIR = Constant | TagRangeIR;

/** An arm of a union: selected if the selector equals `tag`, or is one of `tags`. */
export interface TaggedArmIR extends ArmIR {
  /** Its tag, if it has exactly one: the arm then determines the tag. */
  readonly tag?: Constant;
  /** Its tags, if it has several or a range. */
  readonly tags?: readonly TagIR[];
  /** The member of the value that keeps the tag, if neither the arm nor another field determines it. */
  readonly rawTag?: string;
}

/** The arm for tags that no other arm has. Its member names may differ from the other arms'. */
export interface RawArmIR {
  readonly node: NodeIR;
  readonly raw: string;
  readonly rawTag: string | undefined;
  /** The node of the tag, if the author has given it; it is the type of `rawTag`. */
  readonly tag?: NodeIR;
}

/** Alternatives selected by something decoded earlier. */
export interface UnionNode {
  readonly kind: 'union';
  readonly tag: string;
  readonly value: string;
  readonly arms: readonly TaggedArmIR[];
  readonly otherwise: RawArmIR | undefined;
  /** `undefined` if there are no arms to select from. */
  readonly selector: Expression | undefined;
  /** What must follow an arm, strictest demand first: all arms with the tag are tried with one demand, then with the next. */
  readonly followedBy?: readonly NodeIR[];
  /** Whether `otherwise` also applies if no arm with the tag parses. */
  readonly fallback?: 'no arm fits';
}

/** Ordered alternatives: the first one that parses and is followed by one of `followedBy`, if any are given. */
export interface FirstOfNode {
  readonly kind: 'firstOf';
  readonly tag: string;
  readonly value: string;
  readonly arms: readonly ArmIR[];
  readonly followedBy: readonly NodeIR[];
}

/**
 * A node that depends on a parameter that is not on the wire: decoded with the first of its values with which the node
 * parses and is followed by one of `followedBy`, if any are given. On encode, the first value with which it can be encoded.
 */
export interface SearchNode {
  readonly kind: 'search';
  readonly parameter: string;
  readonly values: readonly Constant[];
  /** A struct, possibly with other parameters bound. */
  readonly node: NodeIR;
  readonly followedBy?: readonly NodeIR[];
}

/** Gives parameters their values for everything below. */
export interface BindNode {
  readonly kind: 'bind';
  readonly node: NodeIR;
  readonly bindings: readonly BindingIR[];
}

/** Every node of the intermediate representation. Each interpretation has one handler per kind. */
export type NodeIR =
  | IntegerNode
  | FloatNode
  | VarintNode
  | EnumerationNode
  | FlagsNode
  | BooleanNode
  | BitsNode
  | LiteralNode
  | BytesNode
  | StringNode
  | PaddingNode
  | ListNode
  | StructReference
  | OptionalNode
  | PeekNode
  | LookaheadNode
  | PresenceNode
  | AtEndNode
  | AlignNode
  | AtNode
  | AtEachNode
  | TailNode
  | GapsNode
  | SizedNode
  | ProcessedNode
  | CustomNode
  | UnionNode
  | FirstOfNode
  | SearchNode
  | BindNode;

/** The kinds of node. */
export type NodeKind = NodeIR['kind'];

/** The node of a kind. */
export type NodeOf<K extends NodeKind> = Extract<NodeIR, { kind: K }>;
