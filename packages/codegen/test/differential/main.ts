import { parseArgs } from 'node:util';
import * as fc from 'fast-check';
import type { Fault, Progress } from './campaign.js';
import { replay, runCampaign } from './campaign.js';
import { LANGUAGE } from './language-features.js';

// The differential test on demand: `npm run test:differential -- --pairs 100000 --seed 1`.
const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    path: { type: 'string' },
    values: { type: 'string', default: '24' },
    /** How many arms make a union a table; by itself, unions are drawn that are too small for that. */
    tables: { type: 'string', default: '8' },
  },
});
const seed = Number(values.seed);
const pairs = Number(values.pairs);
const tablesFrom = Number(values.tables);
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(pairs) || pairs < 1)
  throw new TypeError(
    'usage: npm run test:differential -- --pairs NUMBER --seed INTEGER [--tables ARMS] [--path PATH]',
  );

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const say = ({ schemas, pairs: done, accepted, refused, parsed, parsedSchemas }: Progress): void =>
  print(
    `${done} pairs of ${schemas} schemas; ${accepted} inputs accepted and ${refused} refused; ` +
      `binary-parser agrees on ${parsed} inputs of ${parsedSchemas} schemas`,
  );

function report({ seed: at, path, plan, message }: Fault): void {
  print(`\nThe readings disagree on this schema:\n${fc.stringify(plan)}\n\n${message}\n`);
  print(
    `Again: npm run test:differential -- --seed ${at} --path ${path}${values.tables === '8' ? '' : ` --tables ${values.tables}`}`,
  );
  process.exitCode = 1;
}

if (values.path !== undefined) {
  const fault = replay(seed, values.path, tablesFrom);
  if (fault === undefined) print('All readings agree on this schema.');
  else report(fault);
} else {
  let batches = 0;
  const { fault, ...done } = runCampaign({
    seed,
    pairs,
    values: Number(values.values),
    tablesFrom,
    onProgress: (progress) => {
      if (++batches % 10 === 0) say(progress);
    },
  });
  say(done);
  if (fault !== undefined) report(fault);
  const missing = LANGUAGE.filter((feature) => !done.features.has(feature));
  if (fault === undefined && missing.length > 0) print(`Never seen: ${missing.join('; ')}`);
}
