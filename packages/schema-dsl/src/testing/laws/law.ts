import * as fc from 'fast-check';
import { describeBreach } from '../report/describe-breach.js';
import type { Breach } from './breach.js';
import type { Subject } from './subject.js';
/** The numbers of the laws. */
export type LawNumber = 1 | 2 | 3 | 4 | 5 | 6;

/** A law as it applies to one schema, and possibly one codec. */
export interface Law {
  readonly number: LawNumber;
  /** The law as the title of a test. */
  readonly title: string;
  /** Tries to break the law. @throws Error with the smallest counterexample found. */
  check(): void;
}

/** A law that does not apply to a schema or a codec. */
export interface InapplicableLaw {
  readonly number: LawNumber;
  readonly title: string;
  /** The reason, as in "not self-delimiting, Note.text ends with the input". */
  readonly reason: string;
}

/** One way to test a law: inputs, and what must hold for each. */
export interface Trial<I> {
  readonly inputs: fc.Arbitrary<I>;
  /** Inputs that are always tried, before the random ones. */
  readonly examples?: readonly I[];
  readonly test: (input: I) => Breach | undefined;
}

/** A law was broken; the message shows the counterexample. */
export class LawBroken extends Error {
  override readonly name = 'LawBroken';
  readonly breach: Breach;

  constructor(breach: Breach, message: string) {
    super(message);
    this.breach = breach;
  }
}

/** A trial that is ready to run for a law. */
export type RunTrial = (subject: Subject, title: string) => void;

/** A law that does not apply. */
export function inapplicable(number: LawNumber, title: string, reason: string): InapplicableLaw {
  return { number, title: titleOf(number, title), reason };
}

function titleOf(number: LawNumber, title: string): string {
  return `law ${number}: ${title}`;
}

/** A law that is tested in one or more ways. */
export function makeLaw(
  subject: Subject,
  number: LawNumber,
  title: string,
  ...trials: readonly RunTrial[]
): Law {
  const full = titleOf(number, title);
  return {
    number,
    title: full,
    check: () => {
      for (const run of trials) run(subject, full);
    },
  };
}

/** A test of each of many inputs derived from one. */
export function forEachOf<I, J>(
  make: (input: I) => readonly J[],
  test: (input: J) => Breach | undefined,
): (input: I) => Breach | undefined {
  return (input) => {
    for (const one of make(input)) {
      const breach = test(one);
      if (breach !== undefined) return breach;
    }
    return undefined;
  };
}

/** A trial that runs to its end or to its first breach, which is then shrunk. */
export function trial<I>(given: Trial<I>): RunTrial {
  return (subject, title) => runTrial(subject, title, given);
}

function runTrial<I>(subject: Subject, title: string, { inputs, examples = [], test }: Trial<I>): void {
  const fail = (breach: Breach, replay: string): never => {
    throw new LawBroken(breach, describeBreach(subject, title, breach, replay));
  };
  for (const [index, example] of examples.entries()) {
    const breach = test(example);
    if (breach !== undefined) fail(breach, `(sample number ${index})`);
  }
  const property = fc.property(inputs, (input) => test(input) === undefined);
  const { seed, runs } = subject;
  const { failed, counterexample, errorInstance, ...details } = fc.check(property, {
    numRuns: runs,
    ...(seed === undefined ? {} : { seed }),
  });
  if (!failed) return;
  const replay = `(seed ${details.seed})`;
  const breach = counterexample === null ? undefined : test(counterexample[0]);
  if (breach === undefined)
    throw new Error(`${title}: broken once, but not again for the same input ${replay}`, {
      cause: errorInstance,
    });
  fail(breach, `to reproduce it, run the laws with { seed: ${details.seed}, runs: ${runs} } ${replay}`);
}
