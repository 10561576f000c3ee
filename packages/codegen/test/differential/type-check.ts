import { fileURLToPath } from 'node:url';
import type { GeneratedFile } from '@bytewright/codegen';
import ts from 'typescript';

const BASE = fileURLToPath(new URL('../../../../tsconfig.base.json', import.meta.url));

const libraryFiles = new Map<string, ts.SourceFile | undefined>();

/** A file of the compiler's own library, which is parsed once for all programs. */
function libraryFile(path: string, parse: () => ts.SourceFile | undefined): ts.SourceFile | undefined {
  if (!path.includes('/typescript/lib/')) return parse();
  if (!libraryFiles.has(path)) libraryFiles.set(path, parse());
  return libraryFiles.get(path);
}

/** Something that the compiler says about a file. */
export interface Diagnosis {
  readonly path: string;
  readonly message: string;
}

/**
 * What the compiler says about texts under the repository's own flags and `isolatedDeclarations`. The texts are
 * checked as if they lay beside this file, so that they find the packages that they import, and one another by their paths.
 */
export function typeErrorsOf(texts: readonly (string | GeneratedFile)[]): readonly string[] {
  const files = texts.map((file, i) =>
    typeof file === 'string' ? { path: `generated-${i}.ts`, text: file } : file,
  );
  return diagnose(files, { isolatedDeclarations: true }).map(({ message }) => message);
}

/** The same for files, with options of the compiler that differ from the repository's. */
export function diagnose(files: readonly GeneratedFile[], others: ts.CompilerOptions): readonly Diagnosis[] {
  const { options } = ts.convertCompilerOptionsFromJson(
    ts.readConfigFile(BASE, ts.sys.readFile).config.compilerOptions,
    '.',
  );
  const all: ts.CompilerOptions = { ...options, ...others, noEmit: true };
  const texts = new Map(
    files.map(({ path, text }) => [fileURLToPath(new URL(path, import.meta.url)), { path, text }]),
  );
  const host = ts.createCompilerHost(all);
  const program = ts.createProgram([...texts.keys()], all, {
    ...host,
    fileExists: (path) => texts.has(path) || host.fileExists(path),
    readFile: (path) => texts.get(path)?.text ?? host.readFile(path),
    getSourceFile: (path, ...rest) => {
      const text = texts.get(path)?.text;
      return text === undefined
        ? libraryFile(path, () => host.getSourceFile(path, ...rest))
        : ts.createSourceFile(path, text, rest[0], true);
    },
  });
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line =
      file === undefined
        ? ''
        : (file.text.slice(0, start).split('\n').at(-1) ?? '') +
          (file.text.slice(start).split('\n')[0] ?? '');
    return {
      path: texts.get(file?.fileName ?? '')?.path ?? '',
      message: `${ts.flattenDiagnosticMessageText(messageText, ' ')}: ${line.trim()}`,
    };
  });
}
