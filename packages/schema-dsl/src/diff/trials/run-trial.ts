import { isDecodeError } from '@bytewright/runtime';
import * as fc from 'fast-check';
import { decodeRoot } from '../../interpreter/decode.js';
import { printDatum, toDatum } from '../../ir/datum.js';
import type { SchemaIR } from '../../ir/schema.js';
import { SchemaError } from '../../ir/schema-error.js';
import { encodingsOf } from '../../testing/damaged.js';
import type { Comparison } from '../comparison.js';
import { differenceInMeaning } from '../difference-in-meaning.js';
import type { BreakingOutcome, Outcome } from '../effects.js';
import type { Counterexample, Direction, Disagreement, TrialResult } from './trial-result.js';

/** How much is tried. */
export interface TrialOptions {
  /** Encodings a direction: 200, if not given. */
  readonly runs?: number;
  /** What makes another set of them. */
  readonly seed?: number;
}

/** Bytes that are tried at most to find smaller ones that fail in the same way. */
const MOST_SHRINKS = 2000;

/** Sends encodings of one revision through the other one's codec. */
export function runTrial(
  comparison: Comparison,
  direction: Direction,
  { runs = 200, seed = 1 }: TrialOptions = {},
): TrialResult {
  const { before, after } = comparison;
  const [writer, reader] = direction === 'backward' ? [before, after] : [after, before];
  // what is special to the reader, such as a constant that it compares with, is tried as well
  const encodings = fc.oneof(
    { withCrossShrink: true },
    { weight: 3, arbitrary: encodingsOf(writer) },
    { weight: 1, arbitrary: encodingsOf(reader) },
  );
  try {
    const journeys = fc
      .sample(encodings, { numRuns: runs, seed })
      .flatMap((bytes) => travel(comparison, direction, bytes) ?? []);
    const outcomes = (['differently', 'refused'] as const).filter((outcome) =>
      journeys.some((journey) => journey.outcome === outcome),
    );
    return {
      direction,
      tried: journeys.length,
      asBefore: journeys.filter(({ outcome }) => outcome === 'as before').length,
      disagreements: outcomes.map((outcome): Disagreement => {
        const found = journeys.filter((journey) => journey.outcome === outcome);
        const counterexample = smallest(comparison, direction, outcome, found, { encodings, runs, seed });
        return { outcome, count: found.length, counterexample };
      }),
      untried: undefined,
    };
  } catch (error) {
    // values that are too rare to be met by chance, or code of the author's that is not loaded
    if (!(error instanceof Error) || isDecodeError(error)) throw error;
    return { direction, tried: 0, asBefore: 0, disagreements: [], untried: error.message };
  }
}

/** What became of some bytes. */
interface Journey {
  readonly outcome: Outcome;
  readonly counterexample: Counterexample;
}

/** `undefined` where the bytes are none that the writing codec makes. */
function travel(comparison: Comparison, direction: Direction, bytes: Uint8Array): Journey | undefined {
  const { before, after } = comparison;
  const [writer, reader] = direction === 'backward' ? [before, after] : [after, before];
  const meant = read(writer, bytes);
  if ('error' in meant) return undefined;
  const got = read(reader, bytes);
  const value = printed(meant.value);
  if ('error' in got) return { outcome: 'refused', counterexample: { value, bytes, found: got.error } };
  const [old, now] = direction === 'backward' ? [meant.value, got.value] : [got.value, meant.value];
  const difference = differenceInMeaning(comparison, old, now);
  if (difference === undefined)
    return { outcome: 'as before', counterexample: { value, bytes, found: printed(got.value) } };
  return { outcome: 'differently', counterexample: { value, bytes, found: difference } };
}

function smallest(
  comparison: Comparison,
  direction: Direction,
  outcome: BreakingOutcome,
  found: readonly Journey[],
  { encodings, runs, seed }: { encodings: fc.Arbitrary<Uint8Array>; runs: number; seed: number },
): Counterexample {
  let best: Counterexample | undefined;
  let tried = 0;
  fc.check(
    fc.property(encodings, (bytes) => {
      // a bound on the work, not on the time: the same counterexample on every machine
      if (tried++ > runs + MOST_SHRINKS) return true;
      const journey = travel(comparison, direction, bytes);
      if (journey?.outcome !== outcome) return true;
      if (best === undefined || bytes.length <= best.bytes.length) best = journey.counterexample;
      return false;
    }),
    { numRuns: runs, seed },
  );
  const counterexamples = [
    ...found.map(({ counterexample }) => counterexample),
    ...(best === undefined ? [] : [best]),
  ];
  return counterexamples.reduce((least, one) => (one.bytes.length <= least.bytes.length ? one : least));
}

function read(schema: SchemaIR, bytes: Uint8Array): { readonly value: unknown } | { readonly error: string } {
  try {
    return { value: decodeRoot(schema, bytes) };
  } catch (error) {
    if (!isDecodeError(error)) throw error;
    return { error: error.message };
  }
}

function printed(value: unknown): string {
  try {
    return printDatum(toDatum(value));
  } catch (error) {
    if (error instanceof SchemaError) return String(value); // a custom codec's own objects
    throw error;
  }
}
