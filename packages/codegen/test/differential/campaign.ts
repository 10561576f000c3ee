import * as fc from 'fast-check';
import { batchNumbers } from './batch-numbers.js';
import type { Examination } from './examine-schema.js';
import { examineSchema } from './examine-schema.js';
import { featuresOf } from './language-features.js';
import type { StructPlan } from './made-up/plan.js';
import { structPlan } from './made-up/plan.js';
import { typeErrorsOf } from './type-check.js';

/** How a schema's values are drawn. */
interface Draw {
  readonly values: number;
  readonly budget: number;
  readonly seed: number;
  readonly tablesFrom?: number;
}

/** How many schemas are drawn at a time. */
const BATCH = 40;

/** How many texts one program of the compiler has: all of an everyday run. */
const PROGRAM = 400;

/** What is tried with each schema beside valid values. */
const EFFORT = { mutations: 2, damaged: 20, random: 10 } as const;

/** What a campaign did so far. */
export interface Progress {
  readonly schemas: number;
  /** Schemas with a value of theirs: written and read back by interpreter and generated code. */
  readonly pairs: number;
  readonly accepted: number;
  readonly refused: number;
  /** Inputs of the schemas that binary-parser can follow, and how many schemas that were. */
  readonly parsed: number;
  readonly parsedSchemas: number;
  /** How many schemas that have values show a feature of the language. */
  readonly features: ReadonlyMap<string, number>;
}

/** The smallest schema that was found on which the readings disagree. */
export interface Fault {
  readonly seed: number;
  readonly path: string;
  readonly plan: StructPlan;
  readonly message: string;
}

/** What a campaign takes. */
export interface CampaignOptions {
  readonly seed: number;
  /** Pairs at which it ends. */
  readonly pairs: number;
  /** Values of each schema. */
  readonly values: number;
  /** Structs that are tried in vain for a value of a schema; 2000 if not said. */
  readonly budget?: number;
  /** How many arms make a union a table, if not as many as usually. */
  readonly tablesFrom?: number;
  /** Features of the language that it goes on for, until it has seen each of them or has tried `mostSchemas`. */
  readonly features?: readonly string[];
  readonly mostSchemas?: number;
  /** Batches that go first, by their numbers: those that show what few do. */
  readonly firstBatches?: readonly number[];
  /**
   * How many schemas' code the compiler looks at, beside that of each schema which is the first to show a feature of the
   * language; of all if not said.
   */
  readonly compiled?: number;
  readonly onProgress?: (progress: Progress) => void;
}

/** What came of a campaign. */
export interface Campaign extends Progress {
  readonly fault: Fault | undefined;
}

/**
 * Makes up schemas until so many pairs of a schema and a value have been tried, and schemas with all wanted features; or
 * until the readings disagree on one, which is then made as small as possible. Each batch of schemas has a seed of its own.
 * The texts of many batches are one program of the compiler, which looks at them last.
 */
export function runCampaign(options: CampaignOptions): Campaign {
  const { seed, pairs, values, budget = BUDGET, onProgress, tablesFrom } = options;
  const { features: wanted = [], mostSchemas = 0, compiled = Number.POSITIVE_INFINITY } = options;
  const { firstBatches = [] } = options;
  const features = new Map<string, number>();
  const done = { schemas: 0, pairs: 0, accepted: 0, refused: 0, parsed: 0, parsedSchemas: 0, features };
  const isMissing = (feature: string): boolean => !features.has(feature);
  const goesOn = (): boolean => done.pairs < pairs || (done.schemas < mostSchemas && wanted.some(isMissing));
  let program: Generated[] = [];
  for (const number of batchNumbers(firstBatches)) {
    if (!goesOn()) break;
    const batch = seed + number;
    const draw = { values, budget, seed: batch, ...(tablesFrom === undefined ? {} : { tablesFrom }) };
    const examined = new Set<Examination>();
    const fault = faultOf({ seed: batch, numRuns: BATCH }, (plan) => {
      examined.add(examine(plan, draw));
    });
    if (fault !== undefined) return { ...done, fault };
    const texts: string[] = [];
    for (const examination of examined) {
      done.schemas++;
      if (examination.parsed > 0) done.parsedSchemas++;
      for (const key of ['pairs', 'accepted', 'refused', 'parsed'] as const) done[key] += examination[key];
      const shown = examination.pairs === 0 ? [] : [...featuresOf(examination.ir)];
      if (done.schemas <= compiled || shown.some(isMissing)) texts.push(examination.text);
      for (const feature of shown) features.set(feature, (features.get(feature) ?? 0) + 1);
    }
    program.push({ draw, texts });
    if (program.reduce((sum, generated) => sum + generated.texts.length, 0) >= PROGRAM) {
      const refused = faultOfTexts(program);
      if (refused !== undefined) return { ...done, fault: refused };
      program = [];
    }
    onProgress?.(done);
  }
  return { ...done, fault: faultOfTexts(program) };
}

/** Values that are tried where a schema is tried again: as many as in any campaign, which draws the same ones first. */
const REPLAYED = 40;

const BUDGET = 2000;

/** Tries one schema again, of which a {@link Fault} said seed and path. */
export function replay(seed: number, path: string, tablesFrom?: number): Fault | undefined {
  return faultOf({ seed, path, numRuns: 1, endOnFailure: true }, (plan) => {
    const tables = tablesFrom === undefined ? {} : { tablesFrom };
    compileAlone(examine(plan, { values: REPLAYED, budget: BUDGET, seed, ...tables }));
  });
}

/** The texts of a batch, and how to draw it again. */
interface Generated {
  readonly draw: Draw;
  readonly texts: readonly string[];
}

function faultOfTexts(program: readonly Generated[]): Fault | undefined {
  if (typeErrorsOf(program.flatMap(({ texts }) => texts)).length === 0) return undefined;
  // which one, and how small can it be?
  const batch = program.find(({ texts }) => typeErrorsOf(texts).length > 0);
  if (batch === undefined) throw new TypeError('texts that compile alone do not compile together');
  const { draw } = batch;
  return faultOf({ seed: draw.seed, numRuns: BATCH, maxSkipsPerRun: 1000 }, (plan) => {
    compileAlone(examine(plan, draw));
  });
}

function compileAlone({ text }: Examination): void {
  const errors = typeErrorsOf([text]);
  if (errors.length > 0) throw new TypeError(`the compiler finds fault:\n${errors.join('\n')}`);
}

function examine(plan: StructPlan, { seed, ...draw }: Draw): Examination {
  const examination = examineSchema(plan, { ...EFFORT, ...draw }, seed);
  if (examination === undefined) fc.pre(false);
  return examination as Examination; // fc.pre() has thrown otherwise
}

function faultOf(
  parameters: fc.Parameters<[StructPlan]>,
  run: (plan: StructPlan) => void,
): Fault | undefined {
  const details = fc.check(
    fc.property(structPlan, (plan) => {
      run(plan);
    }),
    { maxSkipsPerRun: 1000, ...parameters },
  );
  if (!details.failed) return undefined;
  const { counterexample, counterexamplePath, errorInstance } = details;
  if (counterexample === null) throw new Error(`too few plans are schemas: ${details.numSkips} were not`);
  return {
    seed: details.seed,
    path: counterexamplePath ?? '',
    plan: counterexample[0],
    message: errorInstance instanceof Error ? (errorInstance.stack ?? '') : String(errorInstance),
  };
}
