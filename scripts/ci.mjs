// All checks of the repository, one after another: every test is counted, and every other check as one. Meant to be
// started by .ci/run, which prints the final line from the counts that this script keeps in the file it is given.
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { runGit } from './lib/git.mjs';
import { publishedFolders } from './lib/published.mjs';
import { run, runNode } from './lib/run.mjs';
import { ROOT, TOOLS } from './lib/workspace.mjs';

const MINUTE = 60_000;
/** All checks together end within this, whatever hangs. */
const DEADLINE = Date.now() + 80 * MINUTE;

const started = Date.now();
const countsFile = process.argv[2];
let passed = 0;
let failed = 0;

keepCounts('running');
await countedTests('npm test', ['test']);
await note('programs that judge our files', () => runScript('install-oracles.mjs'));
await countedTests('npm run test:oracle', ['run', 'test:oracle']);
const tree = await workingTree();
// Built and packed once, for all checks of what is published.
const packed = mkdtempSync(join(tmpdir(), 'bytewright-packed-'));
await check('build and pack', () => runScript('pack.mjs', packed));
await check('typecheck of tests, examples and scripts', () =>
  runNode(TOOLS.tsc, ['-p', 'tsconfig.check.json'], limits()),
);
await check('lint and format', () =>
  runNode(TOOLS.biome, ['check', '--error-on-warnings', '--colors=off'], limits()),
);
await check('walks of CONTRIBUTING.md, taken', () => runScript('check-walks.mjs'));
await check('how long commands take to start, times bare node', () => runScript('bench-startup.mjs'));
await check('benchmarks: all contenders agree', () => runScript('bench.mjs', '--smoke'));
await check('generated code is up to date', () => runScript('generate.mjs', '--check', '--no-cache'));
await check('stale generated code is noticed', () => runScript('check-stale-detection.mjs'));
await check('npm start in a fresh copy', () => runScript('check-start.mjs', 'fresh'));
await check('npm start -- FILE', () => runScript('check-start.mjs', 'file'));
for (const folder of publishedFolders()) {
  await check(`package ${basename(folder)} as published`, () =>
    runScript('check-packages.mjs', basename(folder), '--packed', packed),
  );
}
await check('packages installed in empty folders', () => runScript('test-packages.mjs', '--packed', packed));
await check('budgets of the device codecs', () => runScript('check-budgets.mjs', '--packed', packed));
// The same damage each time, so that what was green stays so; every night it is other damage, for longer.
await check('damaged inputs, a short run', () =>
  runScript('fuzz.mjs', 'all', '--executions', '100', '--seed', '1'),
);
// Captures and damage to them; made-up states and the sweep over every field are for whoever changes the generator.
await check('generated code does what that of an older commit does, a short run', () =>
  runScript('compare-generated.mjs', '--quick', '--runs', '3000', '--seed', '1'),
);
await check('no names or phrases that were retired', () => runScript('check-words.mjs'));
await check('listings of the API are up to date', () => runScript('api.mjs', '--check'));
await check('docs/errors.md is up to date', () => runScript('errors.mjs', '--check'));
await check('CHANGELOG.md is up to date', () => runScript('changelog.mjs', '--check'));
await check('no registry addresses, no machine paths', () => runScript('check-text.mjs'));
await check('the working tree is as it was', async () => {
  const now = await workingTree();
  return now === tree ? { code: 0, output: '' } : { code: 1, output: `Before:\n${tree}\nAfter:\n${now}` };
});
rmSync(packed, { recursive: true, force: true });
keepCounts('done');
console.log(`\nall checks: ${since(started)}`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/**
 * Tests as the README gives them, with a report from which every single one is counted. What vitest prints is shown as it
 * comes.
 *
 * @param {string} name the command, for people
 * @param {readonly string[]} script what npm is told to run
 */
async function countedTests(name, script) {
  heading(name);
  const from = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'bytewright-ci-'));
  const report = join(folder, 'tests.json');
  const { code } = await run(
    'npm',
    [...script, '--', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { ...limits(60 * MINUTE), show: true },
  );
  const tests = countsOf(report);
  rmSync(folder, { recursive: true, force: true });
  passed += tests.passed;
  failed += tests.failed;
  console.log(`${tests.passed} tests passed, ${tests.failed} failed`);
  // Its exit code also covers what belongs to no test: an error outside of one, a coverage limit, no test at all.
  settle(`${name} exits 0 (${since(from)})`, code === 0 && tests.passed > 0, code);
}

/**
 * @param {string} report path of vitest's JSON report
 * @returns {{ passed: number, failed: number }} single tests; a file that could not be loaded counts as one failure
 */
function countsOf(report) {
  const counts = { passed: 0, failed: 0 };
  /** @type {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} */
  let results;
  try {
    results = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    console.log('vitest left no report');
    return counts;
  }
  for (const file of results.testResults) {
    const before = counts.failed;
    for (const { status } of file.assertionResults) {
      if (status === 'passed') {
        counts.passed += 1;
      } else if (status === 'failed') {
        counts.failed += 1;
      }
    }
    if (file.status === 'failed' && counts.failed === before) {
      counts.failed += 1;
    }
  }
  return counts;
}

/**
 * A step that prepares a check, and is none itself.
 *
 * @param {string} name what is done
 * @param {() => Promise<import('./lib/run.mjs').Outcome>} body the step
 */
async function note(name, body) {
  heading(name);
  const from = Date.now();
  const { output } = await body();
  console.log(output.trimEnd());
  console.log(`done: ${name} (${since(from)})`);
}

/**
 * @param {string} name what is checked
 * @param {() => Promise<import('./lib/run.mjs').Outcome>} body the check
 */
async function check(name, body) {
  heading(name);
  const from = Date.now();
  /** @type {import('./lib/run.mjs').Outcome} */
  let outcome;
  try {
    outcome = await body();
  } catch (error) {
    outcome = { code: 1, output: String(error instanceof Error ? error.stack : error) };
  }
  if (outcome.code !== 0) {
    console.log(outcome.output.trimEnd());
  }
  settle(`${name} (${since(from)})`, outcome.code === 0, outcome.code);
}

/**
 * @param {string} name what was checked
 * @param {boolean} good whether it holds
 * @param {number} code the exit code
 */
function settle(name, good, code) {
  if (good) {
    passed += 1;
  } else {
    failed += 1;
  }
  console.log(good ? `ok: ${name}` : `FAILED: ${name}, exit code ${code}`);
  keepCounts('running');
}

/**
 * @param {string} script a file of this folder
 * @param {...string} args its arguments
 */
function runScript(script, ...args) {
  return runNode(join(ROOT, 'scripts', script), args, limits());
}

/**
 * @param {number} own what the check itself may take
 * @returns {{ timeoutMs: number }} that, or what is left
 */
function limits(own = 15 * MINUTE) {
  return { timeoutMs: Math.max(1000, Math.min(own, DEADLINE - Date.now())) };
}

/**
 * @param {number} from when it began
 * @returns {string} how long that was, in seconds
 */
function since(from) {
  return `${((Date.now() - from) / 1000).toFixed(1)} s`;
}

/** What git sees as changed or new. */
async function workingTree() {
  const { code, output } = await runGit(['status', '--porcelain']);
  return code === 0 ? output : `git status failed:\n${output}`;
}

/** @param {string} name what comes */
function heading(name) {
  console.log(`\n── ${name}`);
}

/**
 * Replaces the counts in one step, so that a reader never sees half of them.
 *
 * @param {'running' | 'done'} state whether all checks have had their turn
 */
function keepCounts(state) {
  if (countsFile === undefined) {
    return;
  }
  writeFileSync(`${countsFile}.new`, `${passed} ${failed} ${state}\n`);
  renameSync(`${countsFile}.new`, countsFile);
}
