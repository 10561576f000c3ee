import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { run } from '../lib/run.mjs';
import { StepError } from './report.mjs';

/** No single command takes longer, whatever hangs. */
const TIMEOUT = 180_000;

/** Where packages are tried: empty folders outside of the repository, and a registry that has ours. */
export class Lab {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'bytewright-try-')));

  /** @param {string} registry where our scope is served */
  constructor(registry) {
    this.registry = registry;
  }

  /**
   * Makes an empty folder.
   *
   * @param {string} name what the folder is called
   * @returns {string} its path
   */
  project(name) {
    const folder = join(this.root, name.replaceAll(/[^\w.-]+/g, '-'));
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  /** Removes all of it. */
  close() {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/**
 * Runs a command in a folder, with a certain Node and with what is installed there.
 *
 * @param {string} folder where
 * @param {string} node the program that is found as `node`
 * @param {readonly string[]} command a program's name and its arguments
 * @returns {Promise<string>} what it printed
 * @throws {StepError} unless its exit code is 0
 */
export async function execute(folder, node, [program = '', ...args]) {
  const path = [join(folder, 'node_modules', '.bin'), dirname(node), process.env.PATH].join(delimiter);
  const env = environment(path);
  const { code, output } = await run(program, args, { cwd: folder, env, timeoutMs: TIMEOUT });
  if (code !== 0) {
    throw new StepError(`$ ${[program, ...args].join(' ')}\n${output.trimEnd()}\nexit code ${code}`);
  }
  return output;
}

/**
 * The environment of a shell: npm, which may have started this process, tells its children of the repository.
 *
 * @param {string} path what PATH shall be
 * @returns {NodeJS.ProcessEnv} without colours, without npm's variables
 */
function environment(path) {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_|INIT_CWD$|NODE_OPTIONS$)/i.test(name),
  );
  return { ...Object.fromEntries(own), PATH: path, NO_COLOR: '1', CI: 'true' };
}
