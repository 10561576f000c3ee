import { availableParallelism } from 'node:os';
import { measureColdStarts } from './cold/measure-cold-starts.js';
import { GROWING } from './growth/growing-subjects.js';
import { inProcess } from './measuring/in-process.js';
import type { RunOptions } from './measuring/run-work.js';
import type { Options } from './options.js';
import { COLD_START, GROWTH } from './options.js';
import { comparisonTable } from './report/comparison-table.js';
import { growthTable } from './report/growth-table.js';
import type { Comparison, Growth, Results } from './report/results.js';

/**
 * Measures what is asked for, one part after another, and prints each as it comes.
 *
 * @param earlier results of another run, of which the parts that are measured take the place
 * @param save gets what there is after each part: a run that is cut short has not been in vain
 */
export async function measureAll(
  { run, parts }: Pick<Options, 'run' | 'parts'>,
  earlier: Results | undefined,
  save: (results: Results) => void,
): Promise<Results> {
  if (earlier !== undefined && earlier.clock !== run.clock)
    throw new RangeError(`The results are of the ${earlier.clock} clock`);
  let results: Results = {
    node: process.versions.node,
    processors: availableParallelism(),
    clock: run.clock,
    comparisons: [],
    growths: [],
    ...earlier,
  };
  for (const part of parts) {
    if (part === GROWTH) results = { ...results, growths: await measureGrowths(run) };
    else {
      const measured = await measurePart(part, run);
      const others = results.comparisons.filter(({ work }) => work !== part);
      results = { ...results, comparisons: [...others, ...measured] };
    }
    save(results);
  }
  return results;
}

async function measurePart(part: string, run: RunOptions): Promise<readonly Comparison[]> {
  if (part === COLD_START) {
    const found = await measureColdStarts(run);
    show(part, found, run);
    return found;
  }
  const module = new URL('./measuring/work-process.js', import.meta.url);
  const found = (await inProcess(module, [part, JSON.stringify(run)])) as readonly Comparison[]; // what it sends
  show(part, found, run);
  return found;
}

function show(part: string, comparisons: readonly Comparison[], { isSmoke }: RunOptions): void {
  if (isSmoke) console.log(`${part}: all contenders agree`);
  else for (const one of comparisons) console.log(`${comparisonTable(one)}\n`);
}

async function measureGrowths(run: RunOptions): Promise<readonly Growth[]> {
  const module = new URL('./growth/growth-process.js', import.meta.url);
  const growths: Growth[] = [];
  for (const name of Object.keys(GROWING))
    growths.push(...((await inProcess(module, [name, JSON.stringify(run)])) as readonly Growth[])); // what it sends
  console.log(run.isSmoke ? 'growth: all of it runs' : `### Growth\n\n${growthTable(growths)}\n`);
  return growths;
}
