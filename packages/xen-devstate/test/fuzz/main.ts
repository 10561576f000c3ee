import { readFileSync } from 'node:fs';
import { Examiner } from './examine.js';
import { keepFinding } from './keep-finding.js';
import type { FuzzOptions } from './options.js';
import { readOptions, USAGE } from './options.js';
import { supervise } from './supervise.js';
import type { Case, Fault } from './target.js';
import { TARGETS } from './targets/index.js';

// Fuzzing on demand: `npm run fuzz -- devstate --seconds 60`.

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const status = (line: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
};

function report(fault: Fault, again: string): void {
  status('');
  print(`\n${fault.kind}\n${fault.detail.replace(/^/gm, '  ')}\nAgain: ${again}`);
  process.exitCode = 1;
}

async function again(file: string): Promise<void> {
  const one = JSON.parse(readFileSync(file, 'utf8')) as Case; // a file written by this program
  const target = await TARGETS.get(one.target)?.();
  if (target === undefined) throw new TypeError(`${file}: unknown target ${one.target}`);
  const fault = await new Examiner().examine(one, target);
  if (fault === undefined) print('This case causes no fault.');
  else report(fault, `npm run fuzz -- ${one.target} --case ${file}`);
}

async function fuzz({ targets, seed, from, executions, seconds }: FuzzOptions): Promise<void> {
  for (const target of targets) {
    const kinds = new Set<string>();
    let count = 0;
    await supervise(
      { target, seed, from, to: from + executions, seconds },
      {
        executed(now) {
          count = now;
          if (count % 10 === 0) status(`${target}: ${count} executions, ${kinds.size} kinds of faults`);
        },
        found(execution, fault, one) {
          if (kinds.has(fault.kind)) return;
          kinds.add(fault.kind);
          const file = one === undefined ? undefined : keepFinding(one, fault);
          const how =
            file === undefined ? `--seed ${seed} --from ${execution} --executions 1` : `--case ${file}`;
          report(fault, `npm run fuzz -- ${target} ${how}`);
        },
      },
    );
    status('');
    print(`${target}: ${count} executions, ${kinds.size} kinds of faults`);
  }
}

try {
  const args = process.argv.slice(2);
  if (args.includes('--help')) print(USAGE);
  else {
    const options = readOptions(args);
    await (options.case === undefined ? fuzz(options) : again(options.case));
  }
} catch (error) {
  process.stderr.write(`fuzz: ${error instanceof Error ? error.message : String(error)}\n\n${USAGE}\n`);
  process.exitCode = 2;
}
