import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect, parseArgs } from 'node:util';
import type { Example } from '../../../codegen/test/golden/example.js';
import { difference as firstDifference } from '../../../schema-dsl/src/testing/difference.js';
import { bundled } from './bundled.js';
import type { Case, Field, Fields } from './campaign.js';
import { drawCase, examine, examineSeeds, minimised } from './campaign.js';
import { checkedOut, ROOT } from './checked-out.js';
import type { Difference } from './compared.js';
import { kindOf } from './compared.js';
import { drawnStates } from './drawn-states.js';
import { generatedModules } from './generated-modules.js';
import { excused, OLD_REVISION } from './intended.js';
import { seedSource, seedsOf } from './seeds-of.js';
import { subjectsOf } from './subject.js';
import { sweep } from './sweep.js';

const USAGE = `Usage: npm run compare:generated -- [--runs N] [--seed S] [--from N] [--quick] [--old REVISION]

Compares the generated code of the working tree with that of an older commit, each with its own runtime: on all captures,
intact and damaged; on edited values; on each device separately. Values, errors and bytes must be the same, except for the
differences listed in test/old-and-new/intended.ts and described in CHANGELOG.md.

  --runs N        number of drawn cases (default 20000), after the undamaged ones
  --seed S        draw other cases (default 1)
  --from N        start with this case (default 0); the same seed and case number always give the same case
  --quick         only captures and cases drawn from them: no generated device states (they take a minute, once for each
                  older commit), and no pass over every byte and field
  --old REVISION  the older commit (default ${OLD_REVISION})

Exit codes: 0 no unlisted difference, 1 an unlisted difference, 2 wrong usage.`;

const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function load(
  revision: string,
  isQuick: boolean,
): Promise<{ fields: Fields; missing: readonly string[] }> {
  const folder = checkedOut(revision);
  const modules = generatedModules(folder, ROOT);
  const old = await bundled(folder, modules, { keep: true });
  const now = await bundled(ROOT, modules, { keep: false });
  const { subjects, missing } = subjectsOf(old, now);
  const golden = modules.filter(({ name }) => name.startsWith('golden/'));
  const examples = new Map<string, readonly Example[]>();
  for (const { name } of golden) {
    const file = `../../../codegen/test/golden/bytes/${name.slice('golden/'.length)}.ts`;
    const loaded = (await import(new URL(file, import.meta.url).href)) as { examples: readonly Example[] }; // as all of that folder
    examples.set(name, loaded.examples);
  }
  const states = isQuick ? [] : await drawnStates(folder, subjects);
  const source = seedSource(examples, states);
  const fields: Field[] = subjects.map((subject) => ({ subject, seeds: seedsOf(subject, source) }));
  const isFile = ({ subject }: Field): boolean => subject.struct === 'DeviceState';
  const isDevice = ({ subject }: Field): boolean => subject.module.includes('/devices/');
  return {
    missing,
    fields: {
      files: fields.filter(isFile),
      devices: fields.filter(isDevice),
      others: fields.filter((field) => !isFile(field) && !isDevice(field)),
    },
  };
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,15}$/.test(text))
    throw new TypeError(`--${name}: expected a whole number, found ${JSON.stringify(text)}`);
  return Number(text);
}

/** The number of kinds of differences to show; the others are only counted. */
const SHOWN = 25;

/** The differences found, one of each kind, and the number of excused ones. */
class Report {
  readonly kinds = new Map<string, number>();
  readonly excuses = new Map<string, number>();
  readonly #changelog = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8');

  /** @param smallest - a case that causes the difference with little damage, and how to draw it again */
  add(difference: Difference, smallest?: () => { readonly one: Case; readonly again?: string }): void {
    const intended = excused(difference, this.#changelog);
    if (intended !== undefined) {
      this.excuses.set(intended.reason, (this.excuses.get(intended.reason) ?? 0) + 1);
      return;
    }
    process.exitCode = 1;
    const kind = kindOf(difference);
    const count = this.kinds.get(kind) ?? 0;
    this.kinds.set(kind, count + 1);
    if (count > 0 || this.kinds.size > SHOWN) return;
    const { old, now, subject } = difference;
    print(`\n${kind}\n  ${subject.name}\n  old: ${shown(old)}\n  now: ${shown(now)}`);
    if ('value' in old && 'value' in now) print(`  now ${firstDifference(now.value, old.value)}`);
    if (smallest === undefined) return;
    const { one, again } = smallest();
    print(`  ${one.seed.name}, ${shown({ steps: one.steps, edits: one.edits, options: one.options })}`);
    if (again !== undefined) print(`  Again: ${again}`);
  }
}

const shown = (value: unknown): string =>
  inspect(value, { depth: 4, breakLength: 160, maxArrayLength: 8, maxStringLength: 200 })
    .slice(0, 1500)
    .replace(/\n/g, '\n    ');

/** @returns `undefined` if help was requested */
function readOptions() {
  const { values } = parseArgs({
    options: {
      ...{ help: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false } },
      ...{ runs: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
      ...{ from: { type: 'string', default: '0' }, old: { type: 'string', default: OLD_REVISION } },
    },
  });
  if (values.help) return undefined;
  const number = (name: 'runs' | 'seed' | 'from'): number => wholeNumber(name, values[name]);
  return {
    runs: number('runs'),
    seed: number('seed'),
    from: number('from'),
    old: values.old,
    isQuick: values.quick,
  };
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options === undefined) return print(USAGE);
  const { runs, seed, from, old, isQuick } = options;
  const { fields, missing } = await load(old, isQuick);
  const report = new Report();
  for (const name of missing) {
    print(`gone: ${name}`);
    process.exitCode = 1;
  }
  let sound = 0;
  for (const { difference } of from === 0 ? examineSeeds(fields) : []) {
    sound++;
    if (difference !== undefined) report.add(difference);
  }
  const { files, devices, others } = fields;
  print(
    `${files.length} codecs of whole files, ${devices.length} of devices, ${others.length} others; ${sound} undamaged cases`,
  );
  let swept = 0;
  for (const field of from === 0 && !isQuick ? [...fields.devices, ...fields.others] : [])
    for (const one of sweep(field)) {
      swept++;
      const { difference } = examine(one);
      if (difference !== undefined) report.add(difference, () => ({ one }));
    }
  if (swept > 0) print(`${swept} cases of single bytes and fields`);
  const counts = { bytes: { accepted: 0, refused: 0 }, values: { accepted: 0, refused: 0 } };
  for (let number = from; number < from + runs; number++) {
    const one = drawCase(fields, seed, number);
    const { isAccepted, difference } = examine(one);
    counts[one.edits.length > 0 ? 'values' : 'bytes'][isAccepted ? 'accepted' : 'refused']++;
    if (difference !== undefined)
      report.add(difference, () => ({
        one: minimised(one),
        again: `npm run compare:generated -- ${isQuick ? '--quick ' : ''}--old ${old} --seed ${seed} --from ${number} --runs 1`,
      }));
  }
  for (const [reason, count] of report.excuses) print(`${count} cases differ on purpose: ${reason}`);
  const total = [...report.kinds.values()].reduce((sum, count) => sum + count, 0);
  const { bytes, values: edited } = counts;
  print(
    `damaged bytes: ${bytes.accepted} accepted, ${bytes.refused} refused; edited values: ${edited.accepted} accepted, ${edited.refused} refused`,
  );
  print(`${runs} drawn cases; ${total} differ without a reason, of ${report.kinds.size} kinds`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(
    `compare:generated: ${error instanceof Error ? error.message : String(error)}\n\n${USAGE}\n`,
  );
  process.exitCode = 2;
}
