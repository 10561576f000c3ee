import { fileURLToPath } from 'node:url';
import type { GeneratedFile } from '@bytewright/codegen';
import ts from 'typescript';

const BASE = fileURLToPath(new URL('../../../../tsconfig.base.json', import.meta.url));

/**
 * What the compiler says about texts under the repository's own flags and `isolatedDeclarations`. The texts are
 * checked as if they lay beside this file, so that they find the packages that they import, and one another by their paths.
 */
export function typeErrorsOf(texts: readonly (string | GeneratedFile)[]): readonly string[] {
  const { options } = ts.convertCompilerOptionsFromJson(
    ts.readConfigFile(BASE, ts.sys.readFile).config.compilerOptions,
    '.',
  );
  const all: ts.CompilerOptions = { ...options, isolatedDeclarations: true, noEmit: true };
  const files = new Map(
    texts.map((file, i) => {
      const { path, text } = typeof file === 'string' ? { path: `generated-${i}.ts`, text: file } : file;
      return [fileURLToPath(new URL(path, import.meta.url)), text] as const;
    }),
  );
  const host = ts.createCompilerHost(all);
  const program = ts.createProgram([...files.keys()], all, {
    ...host,
    fileExists: (path) => files.has(path) || host.fileExists(path),
    readFile: (path) => files.get(path) ?? host.readFile(path),
    getSourceFile: (path, ...rest) => {
      const text = files.get(path);
      return text === undefined
        ? host.getSourceFile(path, ...rest)
        : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
    },
  });
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line =
      file === undefined
        ? ''
        : (file.text.slice(0, start).split('\n').at(-1) ?? '') +
          (file.text.slice(start).split('\n')[0] ?? '');
    return `${ts.flattenDiagnosticMessageText(messageText, ' ')}: ${line.trim()}`;
  });
}
