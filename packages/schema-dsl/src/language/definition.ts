import type { BindingIR, Constant, Expression } from '../ir/expression.js';
import type { TagIR } from '../ir/node.js';
import type { BitsType } from '../ir/nodes/bits.js';
import type { CustomNode } from '../ir/nodes/custom.js';
import type { FloatNode } from '../ir/nodes/float.js';
import type { IntegerNode } from '../ir/nodes/integer.js';
import type { TextEncoding } from '../ir/nodes/string.js';
import type { VarintEncoding } from '../ir/nodes/varint.js';
import type { ProcessorIR } from '../ir/processor.js';
import type { Annotations } from './annotate.js';
import type { Expr } from './expression.js';
import type { Node } from './node.js';
import type { Relation } from './relation.js';

/** Where a bytes, string or list node ends, as written in the schema. */
export type ExtentDefinition =
  | { readonly kind: 'fixed'; readonly size: number }
  | { readonly kind: 'expression'; readonly size: Expression }
  | { readonly kind: 'prefix'; readonly prefix: Node<unknown> }
  | { readonly kind: 'end' }
  | { readonly kind: 'until'; readonly boundaries: readonly Node<unknown>[] }
  /** The terminator in hexadecimal; `undefined` means one zero code unit of the text's encoding. */
  | { readonly kind: 'terminated'; readonly terminator: string | undefined }
  | { readonly kind: 'padded'; readonly size: SizeDefinition; readonly fill: number }
  | { readonly kind: 'sentinel'; readonly sentinel: Node<unknown> }
  | { readonly kind: 'last'; readonly predicate: ElementPredicate }
  | {
      readonly kind: 'while';
      readonly ahead: Node<unknown>;
      readonly predicate: ElementPredicate | undefined;
    };

/** A condition on an element. It is recorded when the schema is compiled, when the element's fields are known. */
export type ElementPredicate = (element: object) => Expr<boolean>;

/** A size in bytes, as written in the schema. */
export type SizeDefinition = Extract<ExtentDefinition, { kind: 'fixed' | 'expression' }>;

/** The names of a union's members in the value. */
export interface UnionNames {
  readonly tag: string;
  readonly value: string;
  readonly raw: string;
  readonly rawTag: string | undefined;
}

/** The end of a word from which the first bit field is cut: most or least significant bit. */
export type BitOrderName = 'msb0' | 'lsb0';

/** The word whose bits are the fields of a struct. */
export interface WordDefinition {
  readonly node: Node<unknown>;
  readonly order: BitOrderName;
}

/** A struct as written in the schema; fields may be getters, so they are read only when the schema is compiled. */
export interface StructDefinition {
  readonly kind: 'struct';
  readonly name: string;
  readonly fields: object;
  readonly relate: readonly ((refs: object) => readonly Relation[])[];
  readonly flat: string | undefined;
  readonly annotations: Annotations;
  /** The word of a `bits()` struct; other structs have none. */
  readonly word?: WordDefinition;
}

/** What a schema says, before names are resolved and relations solved. One shape per construct. */
export type Definition =
  | IntegerNode
  | FloatNode
  | { readonly kind: 'boolean' }
  | { readonly kind: 'varint'; readonly encoding: VarintEncoding; readonly bits: number }
  | { readonly kind: 'preserve'; readonly node: Node<unknown> }
  | {
      readonly kind: 'bits';
      readonly type: BitsType;
      readonly width: number;
      /** `undefined` uses the order of the word, or the default order. */
      readonly order: BitOrderName | undefined;
    }
  | {
      readonly kind: 'flags';
      readonly node: Node<unknown>;
      readonly names: object;
      readonly isStrict: boolean;
    }
  | {
      readonly kind: 'enumeration';
      readonly node: Node<unknown>;
      readonly members: object;
      readonly isOpen: boolean;
    }
  | { readonly kind: 'literal'; readonly node: Node<unknown>; readonly value: Constant }
  | { readonly kind: 'derived'; readonly node: Node<unknown> }
  | { readonly kind: 'bytes'; readonly extent: ExtentDefinition | undefined }
  | {
      readonly kind: 'string';
      readonly extent: ExtentDefinition | undefined;
      readonly encoding: TextEncoding;
    }
  | {
      readonly kind: 'padding';
      readonly size: SizeDefinition;
      readonly fill: number;
      readonly keep: boolean;
    }
  | { readonly kind: 'list'; readonly element: Node<unknown>; readonly extent: ExtentDefinition | undefined }
  | { readonly kind: 'optional'; readonly node: Node<unknown>; readonly when: Expression | undefined }
  | { readonly kind: 'peek'; readonly node: Node<unknown> }
  | { readonly kind: 'lookahead'; readonly node: Node<unknown> }
  | { readonly kind: 'presence'; readonly node: Node<unknown> }
  | { readonly kind: 'atEnd' }
  | { readonly kind: 'at'; readonly offset: Expression | undefined; readonly node: Node<unknown> }
  | { readonly kind: 'atEach'; readonly node: Node<unknown> }
  | { readonly kind: 'tail'; readonly node: Node<unknown> }
  | { readonly kind: 'gaps' }
  | { readonly kind: 'align'; readonly to: number; readonly fill: number; readonly keep: boolean }
  | CustomNode
  | { readonly kind: 'processed'; readonly processor: ProcessorIR; readonly node: Node<unknown> }
  | { readonly kind: 'sized'; readonly size: ExtentDefinition; readonly node: Node<unknown> }
  | {
      readonly kind: 'union';
      readonly arms: object;
      readonly names: UnionNames;
      readonly otherwise: Node<unknown> | undefined;
      readonly tags: Node<unknown> | undefined;
      readonly followedBy: readonly Node<unknown>[];
      readonly fallback: 'unknown tag' | 'no arm fits';
    }
  | { readonly kind: 'on'; readonly tags: readonly TagIR[]; readonly node: Node<unknown> }
  | {
      readonly kind: 'search';
      readonly parameter: string;
      readonly values: readonly Constant[];
      readonly node: Node<unknown>;
      readonly followedBy: readonly Node<unknown>[];
    }
  | {
      readonly kind: 'firstOf';
      readonly arms: object;
      readonly names: { readonly tag: string; readonly value: string };
      readonly followedBy: readonly Node<unknown>[];
    }
  | { readonly kind: 'bind'; readonly node: Node<unknown>; readonly bindings: readonly BindingIR[] }
  | { readonly kind: 'documented'; readonly node: Node<unknown>; readonly annotations: Annotations }
  | StructDefinition;
