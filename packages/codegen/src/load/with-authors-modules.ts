import type { ImportModule } from '@bytewright/loader';
import { withTypeScript } from '@bytewright/loader';

/** Calls that a stack holds: a fault's place is looked for behind those of the language. */
const DEEP = 50;

/** Runs something that imports an author's modules, for which the packages of this command are installed, and reports what they throw. */
export async function withAuthorsModules<T>(
  run: (importModule: ImportModule) => Promise<T>,
  loaded: (files: ReadonlySet<string>) => void = () => {},
): Promise<T> {
  const usual = Error.stackTraceLimit;
  Error.stackTraceLimit = Math.max(usual, DEEP);
  try {
    return await withTypeScript(run, { packagesOf: import.meta.url, loaded });
  } finally {
    Error.stackTraceLimit = usual;
  }
}
