// The process in which the growth of one subject is measured. It gets the subject's name, the clock and whether this is a
// smoke run, and sends what was measured.
import type { RunOptions } from '../measuring/run-work.js';
import { GROWING } from './growing-subjects.js';
import { measureGrowth } from './measure-growth.js';

const [name = '', options = '{}'] = process.argv.slice(2);
const subject = GROWING[name];
if (subject === undefined) throw new RangeError(`Nothing grows that is called ${name}`);
const { clock, isSmoke } = JSON.parse(options) as RunOptions; // of the process that started this one
process.send?.(measureGrowth(subject, clock, isSmoke));
process.disconnect?.();
