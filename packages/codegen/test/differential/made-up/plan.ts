import * as fc from 'fast-check';
import type { RunPlan, WordPlan } from './bits.js';
import { runPlan, wordPlan } from './bits.js';
import type { ChecksumPlan } from './checksums.js';
import { checksumPlan } from './checksums.js';
import type { ChoicePlan } from './choice.js';
import { choicePlan } from './choice.js';
import type { CheckPlan, ConditionalPlan, FlaggedPlan, MaybeNumberPlan, TestedPlan } from './conditions.js';
import { checkPlan, conditionalPlan, flaggedPlan, maybeNumberPlan, testedPlan } from './conditions.js';
import type { CopyPlan, CountPlan, FormulaPlan, LengthPlan, SumPlan, TotalPlan } from './formulas.js';
import { copyPlan, countPlan, formulaPlan, lengthPlan, sumPlan, totalPlan } from './formulas.js';
import type { IntegerPlan, VarintPlan } from './integers.js';
import { integerPlan, integerType, narrowedPlan, varintPlan } from './integers.js';
import type { FirstOfPlan, LookaheadPlan, PeekedPlan, PresencePlan, SearchPlan } from './look-ahead.js';
import { firstOfPlan, lookaheadPlan, peekedPlan, presencePlan, searchPlan } from './look-ahead.js';
import type { MirrorPlan } from './mirrors.js';
import { mirrorPlan } from './mirrors.js';
import type { BoundPlan, ParametrisedPlan, VersionPlan } from './parameters.js';
import { boundPlan, parametrisedPlan, versionPlan } from './parameters.js';
import type { AlignPlan, OffsetPlan, PlacedPlan } from './positions.js';
import { alignPlan, offsetPlan, placedPlan } from './positions.js';
import type {
  BytesPlan,
  ConstantPlan,
  CustomPlan,
  ListPlan,
  PaddingPlan,
  ProcessedPlan,
  SizedPlan,
  StringPlan,
} from './regions.js';
import {
  bytesPlan,
  constantPlan,
  customPlan,
  listPlan,
  paddingPlan,
  processedPlan,
  sizedPlan,
  stringPlan,
} from './regions.js';
import type { EnumerationPlan, FlagsPlan, FloatConstantPlan, FloatPlan } from './scalars.js';
import { enumerationPlan, flagsPlan, floatConstantPlan, floatPlan } from './scalars.js';
import type { TaggedPlan } from './tagged.js';
import { taggedPlan } from './tagged.js';

/** A node of a made-up schema: plain data, so that it shrinks and prints. */
export type NodePlan =
  | IntegerPlan<'integer'>
  | IntegerPlan<'narrowed'>
  | VarintPlan
  | FloatPlan
  | FloatConstantPlan
  | EnumerationPlan
  | FlagsPlan
  | BarePlan<'boolean'>
  | BarePlan<'preservedBoolean'>
  | BarePlan<'atEnd'>
  | BarePlan<'self'>
  | OrderedPlan
  | WordPlan
  | ConstantPlan
  | BytesPlan
  | StringPlan
  | PaddingPlan<'reserved'>
  | PaddingPlan<'padding'>
  | ListPlan
  | SizedPlan
  | ProcessedPlan
  | FirstOfPlan
  | SearchPlan
  | ParametrisedPlan
  | CustomPlan
  | PlacedPlan
  | NestedPlan;

/** A node that has nothing to choose. */
export interface BarePlan<Kind extends string> {
  readonly kind: Kind;
}

/** A node with a byte order. */
export interface OrderedPlan {
  readonly kind: 'ordered';
  readonly order: 'big' | 'little';
  readonly node: NodePlan;
}

/** A struct of its own. */
export interface NestedPlan {
  readonly kind: 'struct';
  readonly struct: StructPlan;
}

/** A field that nothing is said of. */
export interface PlainPlan {
  readonly kind: 'plain';
  readonly node: NodePlan;
}

/** One or two fields of a made-up struct, with the relation between them. */
export type PiecePlan =
  | PlainPlan
  | ConstantPlan
  | LengthPlan
  | TotalPlan
  | CountPlan
  | SumPlan
  | CopyPlan
  | FormulaPlan
  | FlaggedPlan<'flagged'>
  | FlaggedPlan<'setFlag'>
  | ConditionalPlan
  | MaybeNumberPlan
  | TestedPlan
  | CheckPlan
  | VersionPlan
  | BoundPlan
  | ChoicePlan
  | TaggedPlan
  | LookaheadPlan
  | PresencePlan
  | PeekedPlan
  | ChecksumPlan
  | RunPlan
  | AlignPlan
  | OffsetPlan
  | MirrorPlan;

/** A struct of a made-up schema. */
export interface StructPlan {
  readonly pieces: readonly PiecePlan[];
  /** Whether the last union or firstOf is merged into the value. */
  readonly isFlat: boolean;
  /** Whether a root ends where its region does. */
  readonly isEnded: boolean;
  /** What goes to the end, and the fixed fields behind it. */
  readonly rest: RestPlan | undefined;
}

interface RestPlan {
  readonly node: NodePlan;
  readonly behind: readonly IntegerPlan<'integer'>['type'][];
}

// no interface: it would not be a record of arbitraries
type Plans = { node: NodePlan; piece: PiecePlan; schema: StructPlan };

/** Arbitraries of what a construct consists of: they refer to one another. */
export type Tie = fc.LetrecTypedTie<Plans>;

const small = { maxDepth: 3, depthSize: 'small' } as const;

const { schema } = fc.letrec<Plans>((tie) => ({
  node: fc.oneof(
    small,
    integerPlan,
    narrowedPlan,
    floatPlan,
    floatConstantPlan,
    fc.record({ kind: fc.constant('ordered'), order: fc.constantFrom('big', 'little'), node: tie('node') }),
    { weight: 3, arbitrary: bytesPlan },
    { weight: 3, arbitrary: stringPlan },
    varintPlan,
    enumerationPlan,
    flagsPlan,
    fc.constantFrom('boolean', 'preservedBoolean', 'atEnd', 'self').map((kind) => ({ kind }) as NodePlan),
    paddingPlan,
    wordPlan,
    constantPlan,
    { weight: 2, arbitrary: listPlan(tie) },
    sizedPlan(tie),
    processedPlan(tie),
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('struct'), struct: tie('schema') }) },
    firstOfPlan(tie),
    parametrisedPlan(tie),
    searchPlan(tie),
    customPlan,
    placedPlan(tie),
  ),
  piece: fc.oneof(
    small,
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('plain'), node: tie('node') }) },
    { weight: 1, arbitrary: constantPlan },
    { weight: 2, arbitrary: lengthPlan(tie) },
    { weight: 1, arbitrary: totalPlan(tie) },
    { weight: 2, arbitrary: countPlan(tie) },
    { weight: 1, arbitrary: sumPlan },
    { weight: 2, arbitrary: flaggedPlan(tie) },
    { weight: 4, arbitrary: conditionalPlan(tie) },
    { weight: 3, arbitrary: maybeNumberPlan },
    { weight: 3, arbitrary: copyPlan },
    { weight: 1, arbitrary: versionPlan(tie) },
    { weight: 4, arbitrary: choicePlan(tie) },
    { weight: 5, arbitrary: taggedPlan(tie) },
    { weight: 3, arbitrary: testedPlan(tie) },
    { weight: 2, arbitrary: formulaPlan(tie) },
    { weight: 2, arbitrary: lookaheadPlan(tie) },
    { weight: 2, arbitrary: presencePlan },
    { weight: 1, arbitrary: peekedPlan(tie) },
    { weight: 2, arbitrary: boundPlan(tie) },
    { weight: 3, arbitrary: runPlan },
    { weight: 3, arbitrary: checkPlan },
    { weight: 2, arbitrary: checksumPlan(tie) },
    { weight: 2, arbitrary: alignPlan },
    { weight: 2, arbitrary: offsetPlan(tie) },
    { weight: 2, arbitrary: mirrorPlan(tie) },
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
      { nil: undefined, freq: 3 },
    ),
  }),
}));

/** Made-up structs over the whole language. Many are refused by the compiler; the others are schemas. */
export const structPlan: fc.Arbitrary<StructPlan> = schema;

/** Structs of bit fields, in runs and in words, and of little else. */
export const bitsPlan: fc.Arbitrary<StructPlan> = fc.record({
  pieces: fc.array(
    fc.oneof(
      { weight: 3, arbitrary: runPlan },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('plain'), node: wordPlan }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('plain'), node: integerPlan }) },
    ),
    { minLength: 1, maxLength: 6 },
  ),
  isFlat: fc.constant(false),
  isEnded: fc.constant(false),
  rest: fc.constant(undefined),
});
