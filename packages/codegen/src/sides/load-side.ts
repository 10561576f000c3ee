import { existsSync } from 'node:fs';
import { basename, posix, resolve } from 'node:path';
import type { SchemaIR, StructIR } from '@bytewright/schema-dsl/ir';
import { ConfigError } from '../config-error.js';
import { importModules } from '../import-modules.js';
import { schemaModuleOf } from '../plan/schema-module-of.js';
import { parseSnapshot } from '../snapshot/parse-snapshot.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import type { Files } from './files-at.js';
import { filesAt, filesIn } from './files-at.js';
import type { Side, SideRoot } from './side.js';
import { withWorkTree } from './work-tree.js';

/**
 * Loads one side of a comparison: a schema module (`message.ts`), a snapshot (`message.ir.json`), or either at a git
 * revision (`v1.2:src/message.ts`); with `#Name`, one struct of it alone.
 *
 * @param folder what paths are relative to
 * @throws ConfigError where there is no such thing, or it offers nothing
 */
export async function loadSide(text: string, folder: string): Promise<Side> {
  const { revision, path, name } = parse(text, folder);
  const roots = path.endsWith('.json')
    ? snapshotRoots(path, revision === undefined ? filesIn(folder) : filesAt(folder, revision))
    : revision === undefined
      ? await moduleRoots(path, folder)
      : await withWorkTree(folder, revision, (then) => moduleRoots(path, then));
  const chosen = name === undefined ? roots : roots.filter((root) => root.name === name);
  if (chosen.length === 0)
    throw new ConfigError(
      name === undefined
        ? `${path} exports no struct that can be decoded by itself`
        : `${path} exports no struct called ${name} that can be decoded by itself; it has ${roots.map((root) => root.name).join(', ') || 'none'}`,
    );
  return { label: text, roots: chosen };
}

interface ParsedSide {
  readonly revision: string | undefined;
  readonly path: string;
  readonly name: string | undefined;
}

/** A file that is there goes before a revision: names of files may hold colons. */
function parse(text: string, folder: string): ParsedSide {
  const [, head = text, name] = /^(.*?)(?:#([^#/\\]*))?$/s.exec(text) ?? [];
  if (existsSync(resolve(folder, head))) return { revision: undefined, path: head, name };
  const colon = head.indexOf(':');
  if (colon <= 0) throw new ConfigError(`No file ${head}`);
  const revision = head.slice(0, colon);
  if (revision.startsWith('-')) throw new ConfigError(`${revision} is no revision`); // git would take it for an option
  return { revision, path: head.slice(colon + 1), name };
}

async function moduleRoots(path: string, folder: string): Promise<readonly SideRoot[]> {
  const full = resolve(folder, path);
  if (!existsSync(full)) throw new ConfigError(`No file ${path}`);
  const module = await importModules((importModule) => importModule(full)).catch((error: unknown) => {
    throw new ConfigError(
      `${path} cannot be loaded: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  return schemaModuleOf(module, { source: basename(path) }, '').roots.map((schema) => ({
    name: schema.root.kind === 'struct' ? schema.root.name : '',
    schema,
  }));
}

function snapshotRoots(path: string, files: Files): readonly SideRoot[] {
  const read = new Map<string, Snapshot>();
  const load = (file: string): Snapshot => {
    const known = read.get(file) ?? parseSnapshot(files.read(file), file);
    read.set(file, known);
    return known;
  };
  const { roots, structs, uses } = load(path);
  const all: Record<string, StructIR> = { ...structs };
  for (const [name, file] of Object.entries(uses)) {
    const home = posix.join(posix.dirname(path), file);
    const struct = load(home).structs[name];
    if (struct === undefined)
      throw new ConfigError(`${home} has no struct called ${name}, which ${path} uses`);
    all[name] = struct;
  }
  return roots.map((name) => {
    const schema: SchemaIR = { format: 1, root: { kind: 'struct', name }, structs: all };
    return { name, schema };
  });
}
