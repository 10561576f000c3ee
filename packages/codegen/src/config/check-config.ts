import { existsSync, readdirSync } from 'node:fs';
import { dirname, isAbsolute, join, posix, resolve } from 'node:path';
import { checkExports } from '../exports/check-exports.js';
import { closestName } from '../faults/closest-name.js';
import type { ConfigFault } from '../faults/config-fault.js';
import type { Fail } from '../faults/fail.js';
import { shownValue } from '../faults/shown-value.js';
import type { Config, ModuleConfig } from './config.js';
import { outputPath } from './output-path.js';

/** What a configuration says, as far as it can be understood, and all that is wrong with it. */
export interface CheckedConfig {
  /** Whole where there are no faults. */
  readonly config: Config;
  /** The modules that are there and can be loaded. */
  readonly entries: readonly ModuleConfig[];
  readonly faults: readonly ConfigFault[];
}

const OPTIONS: readonly string[] = ['modules', 'output', 'snapshots', 'exports'];
const MODULE_OPTIONS: readonly string[] = ['source', 'roots', 'folder', 'generated'];

/** The shape that is asked for, where there is nothing like it. */
const WHOLE = "export default defineConfig({ modules: ['schemas/packet.ts'], output: 'generated' })";

/**
 * Checks all of a configuration, so that all its faults are reported together.
 *
 * @param value the configuration's default export
 * @param path of the configuration, absolute
 */
export function checkConfig(value: unknown, path: string): CheckedConfig {
  const faults: ConfigFault[] = [];
  const fail = (problem: string, mentions?: string): undefined => {
    faults.push({ problem, ...(mentions === undefined ? {} : { mentions }) });
    return undefined;
  };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const found =
      value === undefined ? 'has no default export' : `has a default export that is ${shownValue(value)}`;
    fail(`${found}; write: ${WHOLE}`);
    return { config: { modules: [], output: '' }, entries: [], faults };
  }
  const given = value as Readonly<Record<string, unknown>>; // any object has members of any name
  const meant = unknownOptions(given, OPTIONS, '', fail);
  const output = checkOutput(given, meant.has('output'), fail);
  const { snapshots } = given;
  if (snapshots !== undefined && typeof snapshots !== 'boolean')
    fail(`snapshots is true or false, not ${shownValue(snapshots)}`, 'snapshots');
  const { modules } = given;
  if (modules === undefined && !meant.has('modules'))
    fail(`has no modules, which lists the schema modules; write: ${WHOLE}`);
  if (modules !== undefined && !Array.isArray(modules))
    fail(
      `modules is a list of schema modules, such as ['schemas/packet.ts'], not ${shownValue(modules)}`,
      'modules',
    );
  const folder = dirname(path);
  const exported = checkExports(given.exports, folder, fail);
  const all = (Array.isArray(modules) ? modules : []).map((entry: unknown, i) => checkEntry(entry, i, fail));
  const entries = all.filter((entry) => entry !== undefined).filter((entry) => isThere(entry, folder, fail));
  if (output !== undefined) checkPaths(entries, output, path, fail);
  return {
    config: {
      modules: entries,
      output: output ?? '',
      ...(typeof snapshots === 'boolean' ? { snapshots } : {}),
      ...(exported === undefined ? {} : { exports: exported }),
    },
    entries,
    faults,
  };
}

/** Tells of options that there are not; gives those that were probably meant. */
function unknownOptions(
  given: object,
  known: readonly string[],
  where: string,
  fail: Fail,
): ReadonlySet<string> {
  const meant = new Set<string>();
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue;
    const closest = closestName(
      name,
      known.filter((one) => !Object.hasOwn(given, one)),
    );
    if (closest !== undefined) meant.add(closest);
    const hint = closest === undefined ? `there are ${known.join(', ')}` : `did you mean ${closest}?`;
    fail(`${where}${where === '' ? '' : ': '}there is no option ${name}; ${hint}`, name);
  }
  return meant;
}

function checkOutput(
  given: Readonly<Record<string, unknown>>,
  isMisspelt: boolean,
  fail: Fail,
): string | undefined {
  const { output } = given;
  if (output === undefined)
    return isMisspelt ? undefined : fail(`has no output, the folder for generated code; write: ${WHOLE}`);
  if (typeof output !== 'string' || output === '')
    return fail(
      `output is the folder for generated code, such as 'generated', not ${shownValue(output)}`,
      'output',
    );
  if (isAbsolute(output))
    return fail(
      `output is relative to the configuration, such as 'generated', not ${shownValue(output)}`,
      'output',
    );
  return output;
}

function checkEntry(entry: unknown, index: number, fail: Fail): ModuleConfig | undefined {
  const where = `modules[${index}]`;
  if (typeof entry === 'string') return { source: entry };
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
    return fail(
      `${where} is the path of a schema module, or { source: 'schemas/packet.ts', … }, not ${shownValue(entry)}`,
      'modules',
    );
  const given = entry as Readonly<Record<string, unknown>>; // any object has members of any name
  const meant = unknownOptions(given, MODULE_OPTIONS, where, fail);
  const { source, roots, folder, generated } = given;
  const mentions = typeof source === 'string' ? source : 'modules';
  if (typeof source !== 'string') {
    if (source !== undefined || !meant.has('source'))
      fail(
        `${where}: source is the path of a schema module, such as 'schemas/packet.ts', not ${shownValue(source)}`,
        mentions,
      );
    return undefined;
  }
  const isList = Array.isArray(roots) && roots.every((one): one is string => typeof one === 'string');
  if (roots !== undefined && !isList)
    fail(
      `${where}: roots is a list of names of exported structs, such as ['Packet'], not ${shownValue(roots)}`,
      mentions,
    );
  if (folder !== undefined && (typeof folder !== 'string' || !isInside(folder)))
    fail(
      `${where}: folder is a folder in that of the output, such as 'devices', not ${shownValue(folder)}`,
      mentions,
    );
  if (generated !== undefined && (typeof generated !== 'string' || generated === ''))
    fail(
      `${where}: generated is what the module is imported as, such as '@scope/package/generated/packet', not ${shownValue(generated)}`,
      mentions,
    );
  return {
    source,
    ...(isList ? { roots } : {}),
    ...(typeof folder === 'string' ? { folder } : {}),
    ...(typeof generated === 'string' ? { generated } : {}),
  };
}

const isInside = (folder: string): boolean =>
  !isAbsolute(folder) && !posix.normalize(folder.replace(/\\/g, '/')).startsWith('..');

/** Whether there is such a schema module. */
function isThere({ source, generated }: ModuleConfig, folder: string, fail: Fail): boolean {
  const path = resolve(folder, source);
  if (!existsSync(path)) {
    const meant = neighbour(path);
    const hint = meant === undefined ? '' : `; did you mean ${posix.join(dirname(source), meant)}?`;
    fail(`there is no schema module ${source}${hint}`, source);
    return false;
  }
  if (generated !== undefined || (source.endsWith('.ts') && !source.endsWith('.d.ts'))) return true;
  fail(`a schema module is a .ts file, not ${source}`, source);
  return false;
}

/** A file beside a path that is not there, of nearly its name. */
function neighbour(path: string): string | undefined {
  const folder = dirname(path);
  if (!existsSync(folder)) return undefined;
  return closestName(
    path.slice(join(folder, '/').length),
    readdirSync(folder).filter((name) => name.endsWith('.ts')),
  );
}

/** Tells of generated modules that would lie where another one does, or where a source does. */
function checkPaths(entries: readonly ModuleConfig[], output: string, path: string, fail: Fail): void {
  const folder = dirname(path);
  const written = new Map<string, string>();
  const sources = new Map(entries.map(({ source }) => [resolve(folder, source), source]));
  sources.set(path, 'the configuration');
  const replacing: string[] = [];
  for (const entry of entries) {
    if (entry.generated !== undefined) continue;
    const { source } = entry;
    const target = outputPath(entry, output);
    const other = written.get(target);
    const replaced = sources.get(resolve(folder, target));
    if (other === source) fail(`${source} is listed twice; list it once`, source);
    else if (replaced !== undefined)
      replacing.push(
        `the code of ${source} would replace ${replaced === source ? 'the schema module itself' : replaced}`,
      );
    else if (other !== undefined)
      fail(
        `${other} and ${source} are both generated as ${target}; give one of them a folder of its own: { source: '${source}', folder: '…' }`,
        source,
      );
    written.set(target, source);
  }
  const [first, ...more] = replacing;
  if (first === undefined) return;
  const others = more.length === 0 ? '' : `, and so for ${more.length} more`;
  fail(`${first}${others}; give output a folder without sources, such as 'generated'`, 'output');
}
