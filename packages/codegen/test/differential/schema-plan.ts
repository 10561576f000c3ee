import type { TextEncoding } from '@bytewright/runtime';
import type { BitsType, FloatType, IntegerType, VarintEncoding } from '@bytewright/schema-dsl/ir';
import { FLOAT_TYPES, INTEGER_TYPES, integerTraits } from '@bytewright/schema-dsl/ir';
import * as fc from 'fast-check';

/** An integer of variable length. */
export interface VarintPlan {
  readonly encoding: VarintEncoding;
  readonly bits: number;
}

/** A type that a length or count can have. */
export type PrefixPlan = IntegerType | VarintPlan;

/** A bit field of a made-up run or word. */
export interface BitsPlan {
  readonly type: BitsType;
  readonly width: number;
  readonly role: 'kept' | 'constant' | 'derived';
  /** What a constant is, as far as it fits; what a derived field is more than an earlier number. */
  readonly value: number;
  /** Whether a check speaks of the field, which then fails amid the run. */
  readonly isChecked: boolean;
}

/** How far something reaches, in a made-up schema. */
export type ExtentPlan =
  | { readonly kind: 'fixed'; readonly size: number }
  | { readonly kind: 'prefix'; readonly type: PrefixPlan }
  | { readonly kind: 'end' }
  | { readonly kind: 'parameter' }
  | { readonly kind: 'until'; readonly boundaries: readonly number[] }
  | { readonly kind: 'terminated'; readonly terminator: string | undefined }
  | { readonly kind: 'padded'; readonly size: number | undefined; readonly fill: number }
  | { readonly kind: 'sentinel'; readonly mark: number }
  | { readonly kind: 'last'; readonly value: number }
  | { readonly kind: 'while'; readonly mark: number; readonly isCondition: boolean };

/** A node of a made-up schema: plain data, so that it shrinks and prints. */
export type NodePlan =
  | { readonly kind: 'integer' | 'narrowed'; readonly type: IntegerType }
  | { readonly kind: 'float'; readonly type: FloatType; readonly preserves: boolean }
  | { readonly kind: 'ordered'; readonly order: 'big' | 'little'; readonly node: NodePlan }
  | { readonly kind: 'varint'; readonly varint: VarintPlan; readonly isPreserved: boolean }
  | {
      readonly kind: 'enumeration';
      readonly type: PrefixPlan;
      readonly count: number;
      readonly isOpen: boolean;
    }
  | {
      readonly kind: 'flags';
      readonly type: PrefixPlan;
      readonly bits: readonly number[];
      readonly isStrict: boolean;
    }
  | { readonly kind: 'boolean' | 'preservedBoolean' | 'atEnd' | 'self' }
  | {
      readonly kind: 'word';
      readonly word: IntegerType;
      readonly order: 'msb0' | 'lsb0';
      readonly bits: readonly BitsPlan[];
    }
  | { readonly kind: 'constant'; readonly text: string; readonly isPrefixed: boolean }
  | { readonly kind: 'bytes'; readonly extent: ExtentPlan }
  | { readonly kind: 'string'; readonly extent: ExtentPlan; readonly encoding: TextEncoding }
  | { readonly kind: 'reserved' | 'padding'; readonly size: number | undefined; readonly fill: number }
  | { readonly kind: 'list'; readonly element: NodePlan; readonly extent: ExtentPlan }
  | { readonly kind: 'sized'; readonly extent: ExtentPlan; readonly node: NodePlan }
  | {
      readonly kind: 'processed';
      readonly processor: 'xor' | 'xorNumber' | 'rotateLeft' | 'swapBytes' | 'bijection';
      readonly extent: ExtentPlan;
      readonly node: NodePlan;
    }
  | { readonly kind: 'firstOf'; readonly arms: readonly NodePlan[]; readonly followedBy: readonly NodePlan[] }
  | {
      readonly kind: 'parametrised';
      readonly by: 'limit' | 'level';
      readonly how: VersionPlan;
      readonly node: NodePlan;
    }
  | { readonly kind: 'custom'; readonly codec: 'dozens' | 'backwards'; readonly max: number | undefined }
  | {
      readonly kind: 'search';
      readonly values: readonly number[];
      readonly node: NodePlan;
      readonly followedBy: readonly NodePlan[];
    }
  | {
      readonly kind: 'placed';
      readonly type: IntegerType;
      readonly first: NodePlan;
      readonly each: NodePlan;
      /** What is behind the fields at offsets, in the order of fields. */
      readonly behind: NodePlan | undefined;
      /** The type of what is found from behind. */
      readonly tail: IntegerType | undefined;
      readonly isOptional: boolean;
      readonly hasGaps: boolean;
    }
  | { readonly kind: 'struct'; readonly struct: StructPlan };

/** How a node depends on a version. */
export type VersionPlan = 'since' | 'before' | 'between';

/** How a derived number follows from another one: `times * n / by + plus`. */
export interface AffinePlan {
  readonly times: number;
  readonly by: number;
  readonly plus: number;
  readonly isMinus: boolean;
}

/** What a condition compares an earlier number with. */
export interface ConditionPlan {
  readonly of: number;
  readonly op: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';
  readonly value: number;
  readonly isNegated: boolean;
  /** What it is joined with, if anything. */
  readonly also: { readonly op: 'and' | 'or'; readonly of: number; readonly below: number } | undefined;
}

/** What is asked of a text. */
export type TextTest = 'startsWith' | 'size' | 'afterLast' | 'matches' | 'computed';

/** An arm with tags, which are given by what they stand for in the type of the tag. */
export interface TaggedPlan {
  readonly tags: readonly { readonly from: number; readonly to: number }[];
  readonly node: NodePlan;
}

/** One or two fields of a made-up struct, with the relation between them. */
export type PiecePlan =
  | { readonly kind: 'plain'; readonly node: NodePlan }
  | { readonly kind: 'constant'; readonly text: string; readonly isPrefixed: boolean }
  | {
      readonly kind: 'length';
      readonly type: PrefixPlan;
      readonly affine: AffinePlan;
      readonly node: NodePlan;
      readonly gap: boolean;
    }
  | {
      readonly kind: 'total';
      readonly type: PrefixPlan;
      readonly first: NodePlan;
      readonly second: NodePlan;
    }
  | {
      readonly kind: 'count';
      readonly type: PrefixPlan;
      readonly affine: AffinePlan;
      readonly element: NodePlan;
      readonly gap: boolean;
    }
  | { readonly kind: 'sum'; readonly type: PrefixPlan; readonly of: number; readonly plus: number }
  | { readonly kind: 'flagged' | 'setFlag'; readonly node: NodePlan }
  | {
      readonly kind: 'conditional';
      readonly when: ConditionPlan;
      readonly node: NodePlan;
      readonly isHidden: boolean;
    }
  | { readonly kind: 'version'; readonly from: number; readonly to: number; readonly node: NodePlan }
  | {
      readonly kind: 'choice';
      readonly tag:
        | 'number'
        | 'bigint'
        | 'string'
        | 'derived'
        | 'derivedNumber'
        | 'member'
        | 'derivedMember'
        | 'openMember'
        | 'bytes'
        | 'ranges'
        | 'derivedRanges'
        | 'expression'
        | 'tried';
      readonly arms: readonly NodePlan[];
      readonly otherwise: NodePlan | undefined;
      readonly isFallback: boolean;
      readonly demand: NodePlan | undefined;
    }
  | {
      readonly kind: 'tagged';
      readonly tag: 'number' | 'bigint' | 'string' | 'bytes' | 'boolean';
      readonly isDerived: boolean;
      readonly arms: readonly TaggedPlan[];
      /** Whether no two arms have a tag in common. */
      readonly areApart: boolean;
      readonly otherwise: NodePlan | undefined;
      readonly fallsBack: boolean;
      readonly followedBy: readonly NodePlan[];
    }
  | { readonly kind: 'tested'; readonly test: TextTest; readonly node: NodePlan }
  | {
      readonly kind: 'formula';
      readonly type: PrefixPlan;
      readonly how: 'encode' | 'twice' | 'choose';
      readonly node: NodePlan;
    }
  | { readonly kind: 'lookahead'; readonly node: NodePlan }
  | { readonly kind: 'presence'; readonly mark: number; readonly isStruct: boolean }
  | { readonly kind: 'peeked'; readonly value: number; readonly node: NodePlan }
  | {
      readonly kind: 'bound';
      readonly by: 'limit' | 'level';
      readonly of: number;
      readonly plus: number;
      readonly node: NodePlan;
    }
  | {
      readonly kind: 'checksum';
      readonly algorithm: 'crc32' | 'internetChecksum' | 'byteSum';
      readonly type: IntegerType;
      readonly node: NodePlan;
      /** What is covered in front of it, in a span of its own. */
      readonly other: NodePlan | undefined;
      /** Whether the checksum comes first, and whether it lies in its own span. */
      readonly isFirst: boolean;
      readonly isWithin: boolean;
      readonly hasHeader: boolean;
    }
  | { readonly kind: 'run'; readonly order: 'msb0' | 'lsb0'; readonly bits: readonly BitsPlan[] }
  | { readonly kind: 'check'; readonly when: ConditionPlan }
  | { readonly kind: 'align'; readonly to: number; readonly fill: number; readonly keep: boolean }
  | {
      readonly kind: 'offset';
      readonly type: IntegerType;
      readonly plus: number;
      readonly between: NodePlan;
      readonly node: NodePlan;
      /** Whether the number is where the node ends, so that it bounds it. */
      readonly isEnd: boolean;
    };

/** A struct of a made-up schema. */
export interface StructPlan {
  readonly pieces: readonly PiecePlan[];
  /** Whether the last union or firstOf is merged into the value. */
  readonly isFlat: boolean;
  /** Whether a root ends where its region does. */
  readonly isEnded: boolean;
  /** What goes to the end, and the fixed fields behind it. */
  readonly rest: { readonly node: NodePlan; readonly behind: readonly IntegerType[] } | undefined;
}

/** Mostly small ones: lengths of what is large hardly ever come out right. */
const integerType = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<IntegerType>('u8', 'i8', 'u16be', 'u16le', 'i32be', 'u32le', 'i64le', 'u64be'),
  },
  { weight: 1, arbitrary: fc.constantFrom(...INTEGER_TYPES) },
);
/** Types whose values are bigints. */
export const WIDE_TYPES = INTEGER_TYPES.filter((type) => integerTraits({ kind: 'integer', type }).bigint);
const lengthType = fc.constantFrom<IntegerType>(
  'u8',
  'u8',
  'u16be',
  'u24le',
  'u32le',
  'u64be',
  'i8',
  'i64le',
  'u16',
  'u128le',
);
const varint = fc.record({
  encoding: fc.constantFrom('uleb128', 'sleb128', 'zigzag'),
  bits: fc.constantFrom(7, 8, 14, 16, 32, 53, 64),
}) satisfies fc.Arbitrary<VarintPlan>;
const prefixType: fc.Arbitrary<PrefixPlan> = fc.oneof({ weight: 2, arbitrary: lengthType }, varint);
const byte = fc.integer({ min: 0, max: 3 });
const text = fc.constantFrom('a', 'ab', "it's", 'é', '');
const affine = fc.record({
  times: fc.constantFrom(1, 1, 1, 2, 3),
  by: fc.constantFrom(1, 1, 1, 1, 2, 4),
  plus: fc.integer({ min: 0, max: 4 }),
  isMinus: fc.boolean(),
});
const condition = fc.record({
  of: fc.nat(7),
  op: fc.constantFrom('eq', 'ne', 'lt', 'le', 'gt', 'ge'),
  value: fc.integer({ min: 0, max: 6 }),
  isNegated: fc.boolean(),
  also: fc.option(
    fc.record({ op: fc.constantFrom('and', 'or'), of: fc.nat(7), below: fc.integer({ min: 1, max: 9 }) }),
    { nil: undefined, freq: 2 },
  ),
}) satisfies fc.Arbitrary<ConditionPlan>;

const bounded: fc.Arbitrary<ExtentPlan> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('prefix'), type: prefixType }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('fixed'), size: fc.integer({ min: 0, max: 3 }) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'parameter' } as const) },
);

/** A size of its own, or that of the parameter. */
const ownSize = fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined, freq: 4 });

const regionExtent: fc.Arbitrary<ExtentPlan> = fc.record({ kind: fc.constant('prefix'), type: prefixType });
const byteExtent: fc.Arbitrary<ExtentPlan> = fc.oneof(
  { weight: 6, arbitrary: bounded },
  { weight: 2, arbitrary: fc.constant({ kind: 'end' } as const) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('until'),
      boundaries: fc.array(byte, { minLength: 1, maxLength: 2 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('terminated'),
      terminator: fc.constantFrom(undefined, '00', '03', '6162', '616261', '00010000'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('padded'), size: ownSize, fill: byte }) },
);
const listExtent: fc.Arbitrary<ExtentPlan> = fc.oneof(
  { weight: 5, arbitrary: bounded },
  { weight: 1, arbitrary: fc.constant({ kind: 'end' } as const) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('sentinel'), mark: byte }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('last'), value: byte }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('while'), mark: byte, isCondition: fc.boolean() }),
  },
);
const encoding = fc.constantFrom<TextEncoding>('ascii', 'latin1', 'utf-8', 'utf-16le', 'utf-16be');

const bits = fc.array(
  fc.record({
    type: fc.constantFrom('boolean', 'unsigned', 'unsigned', 'signed'),
    width: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 13 }) },
      { weight: 1, arbitrary: fc.integer({ min: 14, max: 70 }) },
    ),
    role: fc.constantFrom('kept', 'kept', 'kept', 'constant', 'derived'),
    value: fc.nat(15),
    isChecked: fc.nat(7).map((n) => n === 0),
  }),
  { minLength: 1, maxLength: 7 },
) satisfies fc.Arbitrary<BitsPlan[]>;
const bitOrder = fc.constantFrom('msb0', 'lsb0');
const wordType = fc.constantFrom<IntegerType>('u8', 'u16be', 'u16le', 'u32be', 'u32le', 'u64be', 'u64le');

/** Elements, which may be of the struct around. */
const selfNode = fc.constant({ kind: 'self' } as const);

const small = { maxDepth: 3, depthSize: 'small' } as const;

const { node, piece, schema } = fc.letrec<{ node: NodePlan; piece: PiecePlan; schema: StructPlan }>(
  (tie) => ({
    node: fc.oneof(
      small,
      fc.record({ kind: fc.constant('integer'), type: integerType }),
      fc.record({ kind: fc.constant('narrowed'), type: fc.constantFrom(...WIDE_TYPES) }),
      fc.record({
        kind: fc.constant('float'),
        type: fc.constantFrom(...FLOAT_TYPES),
        preserves: fc.boolean(),
      }),
      fc.record({ kind: fc.constant('ordered'), order: fc.constantFrom('big', 'little'), node: tie('node') }),
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('bytes'), extent: byteExtent }) },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('string'), extent: byteExtent, encoding }) },
      fc.record({ kind: fc.constant('varint'), varint, isPreserved: fc.boolean() }),
      fc.record({
        kind: fc.constant('enumeration'),
        type: prefixType,
        count: fc.integer({ min: 1, max: 3 }),
        isOpen: fc.boolean(),
      }),
      fc.record({
        kind: fc.constant('flags'),
        type: fc.oneof(
          { weight: 2, arbitrary: fc.constantFrom<IntegerType>('u8', 'u16be', 'u32le', 'u64be') },
          fc.record({ encoding: fc.constant('uleb128'), bits: fc.constantFrom(7, 14, 40, 64) }),
        ),
        bits: fc.uniqueArray(fc.constantFrom(0, 1, 6, 7, 13, 31, 39), { minLength: 1, maxLength: 4 }),
        isStrict: fc.boolean(),
      }),
      fc.record({ kind: fc.constantFrom('boolean', 'preservedBoolean', 'atEnd', 'self') }),
      fc.record({ kind: fc.constantFrom('reserved', 'padding'), size: ownSize, fill: byte }),
      fc.record({ kind: fc.constant('word'), word: wordType, order: bitOrder, bits }),
      fc.record({ kind: fc.constant('constant'), text, isPrefixed: fc.boolean() }),
      fc.record({ kind: fc.constant('list'), element: tie('node'), extent: listExtent }),
      fc.record({ kind: fc.constant('list'), element: tie('node'), extent: listExtent }),
      fc.record({ kind: fc.constant('sized'), extent: regionExtent, node: tie('node') }),
      fc.record({
        kind: fc.constant('processed'),
        processor: fc.constantFrom('xor', 'xorNumber', 'rotateLeft', 'swapBytes', 'swapBytes', 'bijection'),
        extent: fc.oneof(regionExtent, fc.constant({ kind: 'end' } as const)),
        node: tie('node'),
      }),
      fc.record({ kind: fc.constant('struct'), struct: tie('schema') }),
      fc.record({ kind: fc.constant('struct'), struct: tie('schema') }),
      fc.record({
        kind: fc.constant('firstOf'),
        arms: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
        followedBy: fc.array(tie('node'), { maxLength: 1 }),
      }),
      fc.record({
        kind: fc.constant('parametrised'),
        by: fc.constantFrom('limit', 'level'),
        how: fc.constantFrom('since', 'before', 'between'),
        node: tie('node'),
      }),
      fc.record({
        kind: fc.constant('search'),
        values: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 3 }),
        node: tie('node'),
        followedBy: fc.array(tie('node'), { maxLength: 2 }),
      }),
      fc.record({
        kind: fc.constant('custom'),
        codec: fc.constantFrom('dozens', 'backwards'),
        max: fc.constantFrom(undefined, 1, 3),
      }),
      fc.record({
        kind: fc.constant('placed'),
        type: fc.constantFrom<IntegerType>('u8', 'u16be', 'u64le', 'i8'),
        first: fc.oneof(tie('node'), fc.record({ kind: fc.constant('integer'), type: integerType })),
        each: fc.oneof(tie('node'), fc.record({ kind: fc.constant('integer'), type: integerType })),
        behind: fc.option(tie('node'), { nil: undefined }),
        tail: fc.option(integerType, { nil: undefined, freq: 2 }),
        isOptional: fc.boolean(),
        hasGaps: fc.boolean(),
      }),
    ),
    piece: fc.oneof(
      small,
      { weight: 6, arbitrary: fc.record({ kind: fc.constant('plain'), node: tie('node') }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('constant'), text, isPrefixed: fc.boolean() }) },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('length'),
          type: prefixType,
          affine,
          node: tie('node'),
          gap: fc.boolean(),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('total'),
          type: prefixType,
          first: tie('node'),
          second: tie('node'),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('count'),
          type: prefixType,
          affine,
          element: fc.oneof({ weight: 3, arbitrary: tie('node') }, selfNode),
          gap: fc.boolean(),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('sum'), type: prefixType, of: fc.nat(7), plus: byte }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constantFrom('flagged', 'setFlag'),
          node: fc.oneof({ weight: 4, arbitrary: tie('node') }, selfNode),
        }),
      },
      {
        weight: 4,
        arbitrary: fc.record({
          kind: fc.constant('conditional'),
          when: condition,
          node: tie('node'),
          isHidden: fc.boolean(),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('version'), from: byte, to: byte, node: tie('node') }),
      },
      {
        weight: 4,
        arbitrary: fc.record({
          kind: fc.constant('choice'),
          tag: fc.constantFrom(
            'number',
            'bigint',
            'string',
            'derived',
            'derivedNumber',
            'member',
            'derivedMember',
            'openMember',
            'bytes',
            'ranges',
            'derivedRanges',
            'expression',
            'tried',
            'tried',
          ),
          arms: fc.array(tie('node'), { maxLength: 3 }),
          otherwise: fc.option(tie('node'), { nil: undefined }),
          isFallback: fc.boolean(),
          demand: fc.option(tie('node'), { nil: undefined, freq: 3 }),
        }),
      },
      {
        weight: 5,
        arbitrary: fc.record({
          kind: fc.constant('tagged'),
          tag: fc.constantFrom('number', 'bigint', 'string', 'bytes', 'boolean'),
          isDerived: fc.boolean(),
          arms: fc.array(
            fc.record({
              tags: fc.array(
                fc
                  .tuple(fc.nat(4), fc.constantFrom(0, 0, 1, 2))
                  .map(([from, more]) => ({ from, to: from + more })),
                { minLength: 1, maxLength: 2 },
              ),
              node: tie('node'),
            }),
            { minLength: 1, maxLength: 3 },
          ),
          areApart: fc.boolean(),
          otherwise: fc.option(tie('node'), { nil: undefined, freq: 2 }),
          fallsBack: fc.boolean(),
          followedBy: fc.oneof(
            { weight: 2, arbitrary: fc.constant([]) },
            { weight: 1, arbitrary: fc.array(tie('node'), { minLength: 1, maxLength: 2 }) },
          ),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constant('tested'),
          test: fc.constantFrom('startsWith', 'size', 'afterLast', 'matches', 'computed'),
          node: tie('node'),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('formula'),
          type: prefixType,
          how: fc.constantFrom('encode', 'twice', 'choose'),
          node: tie('node'),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({ kind: fc.constant('lookahead'), node: tie('node') }),
      },
      {
        weight: 2,
        arbitrary: fc.record({ kind: fc.constant('presence'), mark: byte, isStruct: fc.boolean() }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('peeked'), value: byte, node: tie('node') }) },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('bound'),
          by: fc.constantFrom('limit', 'level'),
          of: fc.nat(7),
          plus: byte,
          node: tie('node'),
        }),
      },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('run'), order: bitOrder, bits }) },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('check'), when: condition }) },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('checksum'),
          algorithm: fc.constantFrom('crc32', 'internetChecksum', 'byteSum'),
          type: fc.constantFrom<IntegerType>(
            'u32le',
            'u32be',
            'u32',
            'u16be',
            'u16le',
            'u16',
            'u24le',
            'u64be',
            'u128le',
          ),
          node: tie('node'),
          other: fc.option(tie('node'), { nil: undefined }),
          isFirst: fc.boolean(),
          isWithin: fc.boolean(),
          hasHeader: fc.boolean(),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('align'),
          to: fc.constantFrom(1, 2, 4, 8, 3),
          fill: fc.constantFrom(0, 0, 1),
          keep: fc.boolean(),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('offset'),
          type: lengthType,
          plus: byte,
          between: tie('node'),
          node: tie('node'),
          isEnd: fc.boolean(),
        }),
      },
    ),
    schema: fc.record({
      pieces: fc.array(tie('piece'), { maxLength: 5, size: 'max' }),
      isFlat: fc.boolean(),
      isEnded: fc.nat(9).map((n) => n === 0),
      rest: fc.option(
        fc.record({
          node: fc.oneof({ weight: 5, arbitrary: tie('node') }, fc.constant({ kind: 'atEnd' } as const)),
          behind: fc.array(integerType, { maxLength: 2 }),
        }),
        {
          nil: undefined,
          freq: 3,
        },
      ),
    }),
  }),
);

/** Made-up structs over the whole language. Many are refused by the compiler; the others are schemas. */
export const structPlan: fc.Arbitrary<StructPlan> = schema;

/** Structs of bit fields, in runs and in words, and of little else. */
export const bitsPlan: fc.Arbitrary<StructPlan> = fc.record({
  pieces: fc.array(
    fc.oneof(
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('run'), order: bitOrder, bits }) },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('plain'),
          node: fc.record({ kind: fc.constant('word'), word: wordType, order: bitOrder, bits }),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('plain'),
          node: fc.record({ kind: fc.constant('integer'), type: integerType }),
        }),
      },
    ),
    { minLength: 1, maxLength: 6 },
  ),
  isFlat: fc.constant(false),
  isEnded: fc.constant(false),
  rest: fc.constant(undefined),
});

/** Parts of them, where only one construct is wanted. */
export const piecePlan: fc.Arbitrary<PiecePlan> = piece;
export const nodePlan: fc.Arbitrary<NodePlan> = node;
