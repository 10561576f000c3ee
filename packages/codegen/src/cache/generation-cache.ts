import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder, entryName, isOfLostConfiguration } from './cache-folder.js';
import { hashOfFile, namesIn } from './file-hash.js';
import { watchedFolders } from './watched-folders.js';

/** What a run has found to be up to date, and says again as long as it is. */
export interface UpToDate {
  /** How many files are generated. */
  readonly files: number;
  /** How many of them are code. */
  readonly modules: number;
  /** Whether a package.json is held to them. */
  readonly hasManifest: boolean;
  /** What the run had to say, as lines. */
  readonly notes: readonly string[];
}

/** What an outcome depends on. Paths are absolute. */
export interface Dependencies {
  /** Files whose contents count: the configuration, all modules that are imported, and what is generated. */
  readonly files: Iterable<string>;
  /** The folder of generated code. */
  readonly output: string;
}

/** An entry of the cache. */
interface Entry extends UpToDate {
  /** The generator, the configuration, and the folder that it ran in. */
  readonly run: string;
  /** Contents of files, as hashes. */
  readonly contents: Readonly<Record<string, string>>;
  /** Names in folders, as hashes: a configuration may look into them, and a generated file may be too many. */
  readonly names: Readonly<Record<string, string>>;
}

/**
 * What is known of earlier runs for one configuration, in `node_modules/.cache/bytewright` beside it. It only ever
 * answers that nothing has changed: an entry that is missing, damaged or different is a miss.
 */
export class GenerationCache {
  readonly #configuration: string;
  readonly #run: string;
  readonly #folder: string | undefined;

  /**
   * @param configuration absolute path
   * @param generator a hash of all that generates
   * @param from the current folder, which notes name files relative to
   */
  constructor(configuration: string, generator: string, from: string) {
    this.#configuration = configuration;
    // several checkouts may have their node_modules in common
    this.#run = [generator, configuration, from].join(' ');
    this.#folder = cacheFolder(dirname(configuration));
  }

  /** What was found when everything was as it is now. */
  find(): UpToDate | undefined {
    const entry = this.#read();
    if (entry === undefined || entry.run !== this.#run) return undefined;
    const isSame =
      Object.entries(entry.contents).every(([path, hash]) => hashOfFile(path) === hash) &&
      Object.entries(entry.names).every(([path, hash]) => namesIn(path) === hash);
    return isSame ? entry : undefined;
  }

  /** Notes that all is up to date. Several runs may do so at once: an entry is replaced as a whole. */
  keep(outcome: UpToDate, dependencies: Dependencies): void {
    if (this.#folder === undefined) return;
    const paths = [...new Set(dependencies.files)].sort();
    const folders = watchedFolders(dirname(this.#configuration), paths, dependencies.output);
    const entry: Entry = {
      ...outcome,
      run: this.#run,
      contents: Object.fromEntries(paths.map((path) => [path, hashOfFile(path)])),
      names: Object.fromEntries(folders.map((path) => [path, namesIn(path)])),
    };
    try {
      mkdirSync(this.#folder, { recursive: true });
      const path = this.#path(this.#folder);
      const temporary = `${path}.${process.pid}.tmp`;
      writeFileSync(temporary, JSON.stringify(entry));
      renameSync(temporary, path);
      for (const name of readdirSync(this.#folder))
        if (isOfLostConfiguration(this.#folder, name)) rmSync(join(this.#folder, name), { force: true });
    } catch (error) {
      // generation goes on without a cache where it cannot be written, as in a container
      if (!(error instanceof Error && 'syscall' in error)) throw error;
    }
  }

  #path(folder: string): string {
    return join(folder, entryName(folder, this.#configuration));
  }

  #read(): Entry | undefined {
    if (this.#folder === undefined) return undefined;
    try {
      const entry: unknown = JSON.parse(readFileSync(this.#path(this.#folder), 'utf8'));
      return isEntry(entry) ? entry : undefined;
    } catch {
      return undefined; // missing or damaged
    }
  }
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  const entry: Partial<Record<keyof Entry, unknown>> = value;
  const { run, contents, names, files, modules, hasManifest, notes } = entry;
  return (
    typeof run === 'string' &&
    typeof hasManifest === 'boolean' &&
    isTexts(contents) &&
    isTexts(names) &&
    Number.isSafeInteger(files) &&
    Number.isSafeInteger(modules) &&
    Array.isArray(notes) &&
    notes.every((note) => typeof note === 'string')
  );
}

/** Whether a value is an object of texts with at least one file: a run never ends with none. */
function isTexts(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const texts = Object.values(value);
  return texts.length > 0 && texts.every((text) => typeof text === 'string');
}
