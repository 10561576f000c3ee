import { dirname, resolve } from 'node:path';
import type { Fault } from './fault.js';
import { pathOf } from './place-in-stack.js';
import type { Sources } from './sources.js';
import { importsOf } from './sources.js';

/** What the loader says of a module that it cannot compile. */
const UNPARSED = /^(.+?):(\d+):(\d+): (.*)/;

/** What Node and Bun say of an import that leads nowhere. */
const UNRESOLVED = /^(.*?)(?:,? resolving ES modules)? (?:imported from|from) '?([^']+?)'?$/s;
const MISSING = /^Cannot find (?:module|package) '([^']+)'/;

/** What engines say of an import of what is not exported. */
const UNEXPORTED = /^The requested module '(.+)' does not provide an export named '(.+)'/;

/**
 * The fault of a module that could not be loaded because it, or one that it imports, is not TypeScript or imports what is not there;
 * `undefined` for an error of another kind.
 */
export function importFault(error: unknown, sources: Sources): Fault | undefined {
  if (!(error instanceof Error)) return undefined;
  const [, file, line, column, problem] = UNPARSED.exec(error.message) ?? [];
  if (error.name === 'SyntaxError' && file !== undefined && problem !== undefined)
    return { file, line: Number(line), column: Number(column), problem, error };
  return unexported(error, sources) ?? unresolved(error, sources);
}

function unexported(error: Error, sources: Sources): Fault | undefined {
  const [, specifier, name] = UNEXPORTED.exec(error.message) ?? [];
  // the first line of such a stack is the place, though not always of the source
  const [, address] = /^(.+?)(?::\d+)?$/m.exec(error.stack ?? '') ?? [];
  const file = address === undefined ? undefined : pathOf(address);
  if (specifier === undefined || file === undefined) return undefined;
  const line = lineOfImport(sources, file, (one) => one === specifier);
  return { file, ...line, problem: `imports ${name} from '${specifier}', which does not export it`, error };
}

function unresolved(error: Error, sources: Sources): Fault | undefined {
  const [, problem, address] = UNRESOLVED.exec(error.message) ?? [];
  const file = address === undefined ? undefined : pathOf(address);
  if (problem === undefined || file === undefined) return undefined;
  const [, missing] = MISSING.exec(problem) ?? [];
  if (missing === undefined) return { file, problem, error };
  const isPath = /^(?:\.|\/|[A-Za-z]:[\\/])/.test(missing);
  const whole = resolve(dirname(file), missing);
  let said = missing;
  const line = lineOfImport(sources, file, (specifier) => {
    const isIt = isPath
      ? resolve(dirname(file), specifier) === whole
      : specifier === missing || specifier.startsWith(`${missing}/`);
    if (isIt) said = specifier;
    return isIt;
  });
  return {
    file,
    ...line,
    problem: isPath
      ? `imports '${said}', and there is no such file`
      : `imports '${said}', which is not installed; install the package, or correct its name`,
    error,
  };
}

function lineOfImport(
  sources: Sources,
  path: string,
  isMeant: (specifier: string) => boolean,
): { readonly line?: number } {
  const file = sources.file(path);
  const found = file === undefined ? undefined : importsOf(file).find(({ specifier }) => isMeant(specifier));
  return found === undefined ? {} : { line: found.line };
}
