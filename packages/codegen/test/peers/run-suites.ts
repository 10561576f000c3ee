import { SchemaError } from '@bytewright/schema-dsl';
import { irOf } from '@bytewright/schema-dsl/ir';
import { explainRoot } from '../../../schema-dsl/src/interpreter/explain.js';
import { Codecs, Disagreement } from '../differential/codecs.js';
import { generatedText } from '../differential/generate-code.js';
import { loadModule } from '../differential/load-module.js';
import type { Outcome } from '../differential/outcome.js';
import type { ConvertedSchema } from './convert/convert-schema.js';
import { convertSchema } from './convert/convert-schema.js';
import { MeaninglessSchema, Unconverted } from './convert/unconverted.js';
import type { PeerCase, Suite } from './data-set.js';
import { bytesOf, plainValue } from './data-set.js';
import { differenceOf } from './same-value.js';
import { whyTheirs } from './why-theirs.js';

/** What became of a case. `theirs` is a difference that is deliberate on our side. */
export interface Verdict {
  readonly outcome: 'right' | 'unconverted' | 'wrong' | 'theirs';
  readonly reason?: string;
}

/** A case that is not right, and why. */
export interface NotRight {
  readonly suite: string;
  readonly case: string;
  readonly reason: string;
}

/** What became of all cases. */
export interface Summary {
  readonly cases: number;
  readonly right: number;
  /** Cases of schemas that were written by hand rather than converted; there are none. */
  readonly handWritten: number;
  readonly unconverted: readonly NotRight[];
  readonly wrong: readonly NotRight[];
  readonly theirs: readonly NotRight[];
}

/** Runs all cases of suites: converted, by the interpreter and by generated code, in both directions. */
export function runSuites(suites: readonly Suite[]): Summary {
  const lists = { right: [], unconverted: [], wrong: [], theirs: [] } as Record<
    Verdict['outcome'],
    NotRight[]
  >;
  for (const suite of suites) {
    const codec = codecOf(suite);
    for (const one of suite.test_cases) {
      const { outcome, reason = '' } = typeof codec === 'function' ? codec(one) : codec;
      lists[outcome].push({ suite: suite.name, case: one.description, reason });
    }
  }
  const { right, ...others } = lists;
  const cases = suites.reduce((sum, suite) => sum + suite.test_cases.length, 0);
  return { cases, right: right.length, handWritten: 0, ...others };
}

/** What runs a suite's cases, or what becomes of all of them as its schema cannot be used. */
function codecOf(suite: Suite): Verdict | ((one: PeerCase) => Verdict) {
  try {
    const converted = convertSchema(suite);
    const codecs = new Codecs(converted.node, loadModule(generatedText([converted.node])));
    return (one) => judged(() => runCase(converted, codecs, one));
  } catch (error) {
    if (error instanceof Unconverted) return { outcome: 'unconverted', reason: error.message };
    if (error instanceof SchemaError)
      return { outcome: 'unconverted', reason: `the language refuses it: ${error.message}` };
    // the generator tells faults of the schema in an error of its own
    if (error instanceof Error && error.cause instanceof SchemaError)
      return { outcome: 'unconverted', reason: error.message };
    if (!(error instanceof MeaninglessSchema)) throw error;
    const reason = error.message;
    return (one) =>
      isRefusal(one) ? { outcome: 'right' } : { outcome: 'unconverted', reason: `references: ${reason}` };
  }
}

const isRefusal = (one: PeerCase): boolean =>
  one.should_error === true || one.should_error_on_encode === true;

function judged(run: () => Verdict): Verdict {
  try {
    return run();
  } catch (error) {
    if (error instanceof Unconverted) return { outcome: 'unconverted', reason: error.message };
    if (error instanceof Disagreement) return { outcome: 'wrong', reason: error.message };
    throw error;
  }
}

function runCase(converted: ConvertedSchema, codecs: Codecs, one: PeerCase): Verdict {
  const bytes = bytesOf(one, converted.isLsbFirst);
  const notes = { rounded: false, given: false };
  const encode = (): Outcome => codecs.encode(converted.toOurs(plainValue(one.value), notes));
  if (one.should_error_on_encode === true) {
    const outcome = encode();
    return 'error' in outcome ? { outcome: 'right' } : unlike('it is encoded', { one, outcome, notes });
  }
  if (bytes === undefined) return { outcome: 'wrong', reason: 'the case has no bytes' };
  const decoded = codecs.decode(bytes);
  if (one.should_error === true)
    return 'error' in decoded
      ? { outcome: 'right' }
      : unlike('it is decoded', { one, outcome: decoded, notes });
  // the encoder is asked first: what it refuses says more than a value that differs
  if (!converted.isForDecoding) {
    const outcome = encode();
    if (!('value' in outcome)) {
      const verdict = unlike('it is not encoded', { one, outcome, notes });
      return isLeftOut(converted, outcome)
        ? { outcome: 'unconverted', reason: `selected elements: ${converted.omission}` }
        : verdict;
    }
    const problem = differenceOf(Array.from(outcome.value as Uint8Array), Array.from(bytes));
    if (problem !== undefined) return unlike(`the encoding differs: ${problem}`, { one, outcome, notes });
  }
  if (!('value' in decoded)) return unlike('it is not decoded', { one, outcome: decoded, notes });
  const { root } = explainRoot(irOf(converted.node), bytes);
  const theirs = converted.toTheirs(root.value, root.parts);
  const problem = differenceOf(theirs, plainValue(one.decoded_value ?? one.value));
  return problem === undefined
    ? { outcome: 'right' }
    : unlike(`the value differs: ${problem}`, { one, outcome: decoded, notes });
}

/** Whether an encoder refuses what the conversion leaves out: by a number that fits no field, or a check. */
function isLeftOut({ omission }: ConvertedSchema, outcome: Outcome): boolean {
  const code = 'error' in outcome ? (outcome.error as { code?: unknown }).code : undefined; // of one of our errors
  return omission !== undefined && (code === 'out-of-range' || code === 'check-failed');
}

function unlike(reason: string, found: Parameters<typeof whyTheirs>[0]): Verdict {
  const theirs = whyTheirs(found);
  if (theirs !== undefined) return { outcome: 'theirs', reason: theirs };
  const { outcome } = found;
  const message =
    'error' in outcome ? `${reason}: ${String((outcome.error as { message?: unknown }).message)}` : reason;
  return { outcome: 'wrong', reason: message };
}
