// Before anything is built: prints the help that is asked for, or what is wrong with the arguments. Ends with 0 where there is
// something to measure, with 10 after help, and with 2 for wrong arguments.
import { optionsOf, PARTS } from './options.js';
import { usage } from './usage.js';

/** Help was printed, and that is all. */
const NOTHING_TO_DO = 10;

try {
  if (optionsOf(process.argv.slice(2)) === undefined) {
    process.stdout.write(`${usage(PARTS)}\n`);
    process.exitCode = NOTHING_TO_DO;
  }
} catch (error) {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  process.stderr.write(`bench: ${line} (--help says more)\n`);
  process.exitCode = 2;
}
