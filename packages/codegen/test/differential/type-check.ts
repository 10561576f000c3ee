import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GeneratedFile } from '@bytewright/codegen';
import ts from 'typescript';

const BASE = fileURLToPath(new URL('../../../../tsconfig.base.json', import.meta.url));

/** What texts import, and the compiler's own library: files that are the same for all programs and parsed once. */
const sharedFiles = new Map<string, ts.SourceFile | undefined>();

function sharedFile(path: string, parse: () => ts.SourceFile | undefined): ts.SourceFile | undefined {
  if (!sharedFiles.has(path)) sharedFiles.set(path, parse());
  return sharedFiles.get(path);
}

/** Something that the compiler says about a file. */
export interface Diagnosis {
  readonly path: string;
  readonly message: string;
}

/** The strictest flags that a user may have, beside those of the repository. */
const STRICTEST = { isolatedDeclarations: true, noPropertyAccessFromIndexSignature: true } as const;

/**
 * What the compiler says about texts under the strictest flags. The texts are
 * checked as if they lay beside this file, so that they find the packages that they import, and one another by their paths.
 */
export function typeErrorsOf(texts: readonly (string | GeneratedFile)[]): readonly string[] {
  const files = texts.map((file, i) =>
    typeof file === 'string' ? { path: `generated-${i}.ts`, text: file } : file,
  );
  return diagnose(files, STRICTEST).map(({ message }) => message);
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
  const folders = new Set([...texts.keys()].map((path) => dirname(path)));
  const host = ts.createCompilerHost(all);
  const program = ts.createProgram([...texts.keys()], all, {
    ...host,
    fileExists: (path) => texts.has(path) || host.fileExists(path),
    directoryExists: (path) => folders.has(path) || host.directoryExists?.(path) !== false,
    readFile: (path) => texts.get(path)?.text ?? host.readFile(path),
    getSourceFile: (path, ...rest) => {
      const text = texts.get(path)?.text;
      return text === undefined
        ? sharedFile(path, () => host.getSourceFile(path, ...rest))
        : ts.createSourceFile(path, text, rest[0], true);
    },
  });
  // What they import is checked where it belongs, not once more with each text.
  const found = [
    ...program.getConfigFileParsingDiagnostics(),
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...[...texts.keys()].flatMap((path) => {
      const file = program.getSourceFile(path);
      return [
        ...program.getSyntacticDiagnostics(file),
        ...program.getSemanticDiagnostics(file),
        ...(all.declaration ? program.getDeclarationDiagnostics(file) : []),
      ];
    }),
  ];
  return found.map(({ file, start = 0, messageText }) => {
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
