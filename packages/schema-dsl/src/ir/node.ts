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

/** A byte that is 0 or 1; anything else is refused, or with `preserve` kept as a number. */
export interface BooleanNode {
  readonly kind: 'boolean';
  readonly preserve?: true;
}

/** A constant on the wire: in the value only where it is an arm or an element. `node` says how it is written. */
export interface LiteralNode {
  readonly kind: 'literal';
  readonly node: IntegerNode | FloatNode | VarintNode | EnumerationNode | BitsNode | BytesNode | StringNode;
  readonly value: Constant;
}

/** Verbatim bytes. */
export interface BytesNode {
  readonly kind: 'bytes';
  readonly extent: ByteExtentIR;
}

/** So many bytes that are all `fill`; others are refused, or kept in the value where `undefined` stands for padding. */
export interface PaddingNode {
  readonly kind: 'padding';
  readonly size: FixedExtent | ExpressionExtent;
  readonly fill: number;
  readonly keep: boolean;
}

/** Elements one after the other; a list of plain integers is a typed array in the value. */
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

/** A node that is there where `when` is true; its value is `undefined` otherwise. */
export interface OptionalNode {
  readonly kind: 'optional';
  readonly node: NodeIR;
  readonly when: Expression;
}

/** Reads ahead without consuming; hidden, for use in later conditions; `undefined` where `node` does not parse. */
export interface PeekNode {
  readonly kind: 'peek';
  readonly node: NodeIR;
}

/** Whether `node` parses here; consumes nothing. */
export interface LookaheadNode {
  readonly kind: 'lookahead';
  readonly node: NodeIR;
}

/** Whether `node`, which holds no value, is here; consumed if so. */
export interface PresenceNode {
  readonly kind: 'presence';
  readonly node: NodeIR;
}

/** Parses where the region ends, and consumes nothing. */
export interface AtEndNode {
  readonly kind: 'atEnd';
}

/**
 * Fills up to the next multiple of `to` bytes, counted from the start of the struct that `field` is a field of. All
 * bytes are `fill`, unless `keep` has others in the value.
 */
export interface AlignNode {
  readonly kind: 'align';
  readonly field: string;
  readonly to: number;
  readonly fill: number;
  readonly keep: boolean;
}

/** A node at an offset from the start of its struct, where `when` is true or is not given. */
export interface AtNode {
  readonly kind: 'at';
  readonly offset: Expression;
  readonly when?: Expression;
  readonly node: NodeIR;
}

/** A node for each element of an earlier list, each at an offset; expressions may speak of the element. */
export interface AtEachNode {
  readonly kind: 'atEach';
  /** The list, as a field of the struct. */
  readonly each: FieldExpression;
  readonly offset: Expression;
  readonly when?: Expression;
  readonly node: NodeIR;
}

/** A node at the last place from which it parses exactly to the end of the region. */
export interface TailNode {
  readonly kind: 'tail';
  readonly node: NodeIR;
}

/** What nothing else in the struct's region holds: the longest ranges, in order. */
export interface GapsNode {
  readonly kind: 'gaps';
}

/** A region of its own: `node` must fill it exactly. */
export interface SizedNode {
  readonly kind: 'sized';
  readonly size: RegionSize;
  readonly node: NodeIR;
}

/** The rest of the region, whose bytes are changed before `node` is decoded from them; it must fill it exactly. */
export interface ProcessedNode {
  readonly kind: 'processed';
  readonly processor: ProcessorIR;
  readonly node: NodeIR;
}

/** How large a sized region is; to the end, it leaves room for the fields behind it. */
export type RegionSize = Extract<ByteExtentIR, { kind: 'fixed' | 'expression' | 'prefix' | 'end' }>;

/** One arm of a union or of ordered alternatives; `tag` is the selector's value for a union's arm. */
export interface ArmIR {
  readonly name: string;
  readonly node: NodeIR;
}

/** Tags from one to another, both of which belong to them: numbers or bigints. */
export interface TagRangeIR {
  readonly from: Constant;
  readonly to: Constant;
}

/** What a selector is held against: equal to a constant (bytes by their content), or within a range. */
export type TagIR = Constant | TagRangeIR;

/** An arm of a union: chosen where the selector equals `tag`, or is one of `tags`. */
export interface TaggedArmIR extends ArmIR {
  /** Its tag, where it has exactly one: the arm then determines the tag. */
  readonly tag?: Constant;
  /** Its tags, where it has several or a range of them. */
  readonly tags?: readonly TagIR[];
  /** The member of the value that keeps the tag, where the arm does not determine it and no field keeps it. */
  readonly rawTag?: string;
}

/** The arm for tags that no other arm has. Its member names may differ from the other arms'. */
export interface RawArmIR {
  readonly node: NodeIR;
  readonly raw: string;
  readonly rawTag: string | undefined;
  /** The node of the tag, where the author has given it: what `rawTag` holds is of its type. */
  readonly tag?: NodeIR;
}

/** Alternatives chosen by a selector that is decoded earlier. */
export interface UnionNode {
  readonly kind: 'union';
  readonly tag: string;
  readonly value: string;
  readonly arms: readonly TaggedArmIR[];
  readonly otherwise: RawArmIR | undefined;
  /** `undefined` where there is no arm to choose from, so nothing to select. */
  readonly selector: Expression | undefined;
  /** What must come after an arm, strict demands first: all arms that have the tag are tried with one, then with the next. */
  readonly followedBy?: readonly NodeIR[];
  /** Whether `otherwise` also takes what none of the arms that have the tag parses. */
  readonly fallback?: 'no arm fits';
}

/** Ordered alternatives: the first one that parses, and that is followed by one of `followedBy` if any is given. */
export interface FirstOfNode {
  readonly kind: 'firstOf';
  readonly tag: string;
  readonly value: string;
  readonly arms: readonly ArmIR[];
  readonly followedBy: readonly NodeIR[];
}

/**
 * A node that depends on a parameter which nothing says: the first of its values with which the node parses, and is
 * followed by one of `followedBy` if any is given. On encode the first value with which the node can be encoded.
 */
export interface SearchNode {
  readonly kind: 'search';
  readonly parameter: string;
  readonly values: readonly Constant[];
  /** A struct, perhaps with other parameters bound. */
  readonly node: NodeIR;
  readonly followedBy?: readonly NodeIR[];
}

/** Gives parameters their values for everything below. */
export interface BindNode {
  readonly kind: 'bind';
  readonly node: NodeIR;
  readonly bindings: readonly BindingIR[];
}

/** Every node of the intermediate representation. A reading has one handler for each kind. */
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
