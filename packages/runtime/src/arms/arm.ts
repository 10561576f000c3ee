import type { Input } from '../input/input.js';
import type { Nesting } from '../output/nesting.js';
import type { Output } from '../output/output.js';

/** What a parameter that nothing says may be, for each that is searched for: values in the order of trial. */
export type SearchedValues<F> = { readonly [K in keyof F]: readonly F[K][] };

/**
 * A struct that a union may hold, as its table has it: how it is tried and read.
 *
 * @typeParam V the struct's value
 * @typeParam C parameters that are handed down to the union's arms
 * @typeParam F what is searched for, as no byte says it
 * @example
 * const pciReading: ReadingArm<Pci, { version: number }, { configSize: number }> = {
 *   searched: { configSize: [256, 4096] },
 *   match: (bytes, view, start, end, { version }, { configSize }) => matchPci(bytes, view, start, end, version, configSize),
 *   read: (input, { version }, { configSize }) => readPci(input, version, configSize),
 * };
 */
export interface ReadingArm<V, C = object, F = object> {
  /** What is searched for, the outermost parameter first; absent where nothing is. */
  readonly searched?: SearchedValues<F>;
  /** Tries it from `start` on: gives the offset behind it, or -1 where it does not parse. Absent where its tag alone tells it. */
  readonly match?: (
    bytes: Uint8Array,
    view: DataView,
    start: number,
    end: number,
    context: C,
    searched: F,
  ) => number;
  /** Reads it where the input stands. */
  readonly read: (input: Input, context: C, searched: F) => V;
  /** Whether an attempt in vain is paid for, as it may look at many bytes. */
  readonly isLarge?: boolean;
  /** The bytes that it can begin with, where they are few: any other attempt costs nothing. */
  readonly firstBytes?: readonly number[];
  /** How often something within it may be paid for that was tried in vain; nothing, if not given. */
  readonly payments?: number;
  /**
   * Whether an attempt that parses may have looked at bytes behind its end, or may have been longer than a reader would have come within
   * its limits: what it costs only reading it tells then.
   */
  readonly looksFurther?: boolean;
  /** The tags that stand for it, where that is not just its name in the table. */
  readonly tags?: readonly (string | number)[];
}

/** The other half of a {@link ReadingArm}: how it is measured and written. */
export interface WritingArm<V, C = object, F = object> {
  /** What of the parameters the value's shape tells, of those with which it can be encoded; the others are tried. */
  readonly toldBy?: (value: V, context: C) => Partial<F>;
  /** Adds up the bytes that a value takes. */
  readonly measure: (value: V, context: C, searched: F, nesting: Nesting) => number;
  /** Checks a value and writes it where the output stands. */
  readonly write: (output: Output, value: V, context: C, searched: F) => void;
}

// A table holds arms of many types: no function of one is ever called with what belongs to another.
/** Any reading half, as tables hold them. */
export interface AnyReadingArm<C> extends Omit<ReadingArm<unknown, C, never>, 'searched'> {
  readonly searched?: object;
}

/** Any writing half. */
export interface AnyWritingArm<C> extends Omit<WritingArm<never, C, never>, 'toldBy'> {
  readonly toldBy?: (value: never, context: C) => object;
}

/** Reading halves by the names that arms have in values: of whatever arms there are. */
export interface ReadingArms<C> {
  readonly [name: string]: AnyReadingArm<C>;
}

/** Writing halves likewise. */
export interface WritingArms<C> {
  readonly [name: string]: AnyWritingArm<C>;
}

/** Reading halves of the arms whose values an interface has by name. */
export type ReadingArmsOf<T, C> = {
  readonly [N in keyof T]: AnyReadingArm<C> & {
    readonly read: (input: Input, context: C, searched: never) => T[N];
  };
};

/** Writing halves likewise. */
export type WritingArmsOf<T, C> = {
  readonly [N in keyof T]: AnyWritingArm<C> & {
    readonly measure: (value: T[N], context: C, searched: never, nesting: Nesting) => number;
  };
};

/**
 * The value of a union: one object type for each of the arms whose values an interface has by name.
 *
 * @example `ArmValue<{ hpet: Hpet }, 'device', 'state'>` is `{ device: 'hpet'; state: Hpet }`
 */
export type ArmValue<T, Tag extends string, Member extends string> = {
  [N in keyof T]: { [K in Tag | Member]: K extends Tag ? N : T[N] };
}[keyof T];

/**
 * An arm that other tags stand for than its own name in a table.
 *
 * @example `{ FdcCore: tagged(fdcCoreReading, 'fdc') }`
 */
export function tagged<A>(arm: A, ...tags: readonly (string | number)[]): A {
  return { ...arm, tags };
}

/**
 * One half of a table with more arms: those of another table first, and in its order.
 *
 * @example `extendArms(deviceReading, { 'my-device': myDeviceReading })`
 */
export function extendArms<B extends object, A extends object>(base: B, arms: A): Omit<B, keyof A> & A {
  return { ...base, ...arms };
}
