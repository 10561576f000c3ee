import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findSource } from '@bytewright/loader';
import type * as TsMorph from 'ts-morph';
import type { SourceFile } from 'ts-morph';

/** Files that are looked through for one definition, at most. */
const MOST_FILES = 500;

/** The author's modules as text, parsed when one is asked for: only a fault asks. */
export class Sources {
  readonly #morph: typeof TsMorph;
  readonly #project: TsMorph.Project;

  private constructor(morph: typeof TsMorph) {
    this.#morph = morph;
    this.#project = new morph.Project({
      compilerOptions: { allowJs: true },
      skipAddingFilesFromTsConfig: true,
      skipFileDependencyResolution: true,
    });
  }

  /** Loads the parser, which takes longer than most commands do. */
  static async open(): Promise<Sources> {
    return new Sources(await import('ts-morph'));
  }

  get morph(): typeof TsMorph {
    return this.#morph;
  }

  /** A file, by its path; `undefined` where there is none. */
  file(path: string): SourceFile | undefined {
    return existsSync(path) ? this.#project.addSourceFileAtPathIfExists(path) : undefined;
  }

  /** A module and all that it imports by paths, nearest first. */
  *reachedFrom(path: string): Generator<SourceFile> {
    const paths = new Set([path]);
    for (const one of paths) {
      const file = this.file(one);
      if (file === undefined) continue;
      yield file;
      for (const { specifier } of importsOf(file)) {
        if (!/^\.\.?\//.test(specifier)) continue;
        const url = findSource(new URL(specifier, pathToFileURL(one)).href);
        if (url !== undefined && paths.size < MOST_FILES) paths.add(fileURLToPath(url)); // sets grow while walked
      }
    }
  }
}

/** What a module imports, or exports from another one: as it says it, and on which line. */
export function importsOf(
  file: SourceFile,
): readonly { readonly specifier: string; readonly line: number }[] {
  return [...file.getImportDeclarations(), ...file.getExportDeclarations()].flatMap((declaration) => {
    const specifier = declaration.getModuleSpecifierValue();
    const line = declaration.getModuleSpecifier()?.getStartLineNumber() ?? declaration.getStartLineNumber();
    return specifier === undefined ? [] : [{ specifier, line }];
  });
}
