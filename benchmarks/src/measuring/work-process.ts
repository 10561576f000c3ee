// The process in which one work is measured. It gets the work's name and options, and sends what was measured.
import { WORKS } from '../works/works.js';
import type { RunOptions } from './run-work.js';
import { runWork } from './run-work.js';

const [name = '', options = '{}'] = process.argv.slice(2);
const work = await WORKS[name]?.();
if (work === undefined) throw new RangeError(`No work ${name}`);
const comparisons = await runWork(work, JSON.parse(options) as RunOptions); // of the process that started this one
process.send?.(comparisons);
process.disconnect?.();
