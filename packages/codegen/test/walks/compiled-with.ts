import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/** A text in a file, and what it becomes. */
export interface Change {
  /** From the top of the repository. */
  readonly file: string;
  readonly text: string;
  readonly becomes: string;
}

/**
 * Compiles the repository with changes that are written nowhere.
 *
 * @returns the files in which the compiler then finds faults, from the top of the repository
 * @throws TypeError for a change whose text its file does not have once
 */
export function compiledWith(changes: readonly Change[]): readonly string[] {
  const { config } = ts.readConfigFile(`${ROOT}tsconfig.check.json`, ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const host = ts.createCompilerHost(options);
  const { readFile } = host;
  host.readFile = (path) => {
    const text = readFile.call(host, path);
    return text === undefined ? undefined : changed(path, text, changes);
  };
  const program = ts.createProgram(fileNames, { ...options, noEmit: true }, host);
  const files = ts.getPreEmitDiagnostics(program).map(({ file }) => file?.fileName.slice(ROOT.length) ?? '');
  return [...new Set(files)].sort();
}

function changed(path: string, text: string, changes: readonly Change[]): string {
  return changes
    .filter(({ file }) => path === ROOT + file)
    .reduce((before, { file, text: wanted, becomes }) => {
      const parts = before.split(wanted);
      if (parts.length !== 2)
        throw new TypeError(`${file} has ${wanted} ${parts.length - 1} times, not once`);
      return parts.join(becomes);
    }, text);
}
