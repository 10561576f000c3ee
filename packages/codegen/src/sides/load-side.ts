import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { withTypeScript } from '@bytewright/loader';
import { isNode } from '@bytewright/schema-dsl';
import type { SchemaIR } from '@bytewright/schema-dsl/ir';
import { freeParameters, irOf, SchemaError, structNamed } from '@bytewright/schema-dsl/ir';
import { ConfigError } from '../config-error.js';
import { resolveSnapshot } from './resolve-snapshot.js';
import type { Revision } from './revision.js';
import { findRevision, pathAt, textAt } from './revision.js';
import type { Root, Side } from './side.js';
import { sideAddress } from './side-address.js';
import { withCheckout } from './with-checkout.js';

/**
 * Loads one side of a comparison.
 *
 * @param text `[REVISION:]PATH[#STRUCT]`: a schema module, or a snapshot if its name ends in `.json`; as it is, or at a git revision; all
 *   exported structs that decode by themselves, or one. A path at a revision is from the top of the repository, or begins with `./`.
 * @param folder the current folder
 * @throws ConfigError where git, the revision, the file or the struct is not to be found, or the file is no snapshot
 * @example `await loadSide('HEAD~1:./src/schema/message.ts#Message', process.cwd())`
 */
export async function loadSide(text: string, folder: string): Promise<Side> {
  const { revision, path, root } = sideAddress(text, folder);
  const isSnapshot = path.endsWith('.json');
  const at = revision === undefined ? undefined : await findRevision(revision, folder);
  const found = await (isSnapshot ? fromSnapshot(path, folder, at) : fromModule(path, folder, at));
  return { label: text, roots: choose(found, root, text) };
}

/** An export, and what it needs that nothing gives it. */
interface Candidate extends Root {
  readonly missing: string | undefined;
}

const candidate = (name: string, schema: SchemaIR): Candidate => ({
  name,
  schema,
  missing: freeParameters(schema.root, (struct) => structNamed(struct, schema.structs).parameters).find(
    (parameter) => parameter.default === undefined,
  )?.name,
});

function choose(found: readonly Candidate[], root: string | undefined, label: string): readonly Root[] {
  const whole = found.filter(({ missing }) => missing === undefined);
  const names = whole.map(({ name }) => name).join(', ');
  if (root === undefined) {
    if (whole.length > 0) return whole.map(({ name, schema }) => ({ name, schema }));
    throw new ConfigError(`${label} exports no struct that decodes by itself`);
  }
  const chosen = found.find(({ name }) => name === root);
  if (chosen === undefined)
    throw new ConfigError(
      `${label}: there is no struct ${root}${names === '' ? '' : `; there are ${names}`}`,
    );
  if (chosen.missing !== undefined)
    throw new ConfigError(
      `${label}: ${root} reads the parameter '${chosen.missing}', so it cannot be decoded by itself`,
    );
  return [{ name: chosen.name, schema: chosen.schema }];
}

async function fromSnapshot(
  path: string,
  folder: string,
  revision: Revision | undefined,
): Promise<readonly Candidate[]> {
  const found =
    revision === undefined
      ? await resolveSnapshot(path.replace(/\\/g, '/'), async (one) => textOf(resolve(folder, one)))
      : await resolveSnapshot(pathAt(revision, path), (one) => textAt(revision, one));
  return found.map(({ name, schema }) => candidate(name, schema));
}

function textOf(path: string): string | undefined {
  return isFile(path) ? readFileSync(path, 'utf8') : undefined;
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

async function fromModule(
  path: string,
  folder: string,
  revision: Revision | undefined,
): Promise<readonly Candidate[]> {
  if (revision === undefined) {
    if (!isFile(resolve(folder, path))) throw new ConfigError(`There is no file ${path} in ${folder}`);
    return importModule(resolve(folder, path), path);
  }
  const whole = pathAt(revision, path);
  const label = `${revision.name}:${whole}`;
  // asked first: it is cheap, and writing out a revision is not
  if ((await textAt(revision, whole)) === undefined)
    throw new ConfigError(
      `There is no file ${label}; ${existsSync(resolve(folder, path)) && whole === path ? `for one in this folder, write ${revision.name}:./${path}` : 'a path is from the top of the repository, or begins with ./'}`,
    );
  return withCheckout(revision, (top) => importModule(join(top, whole), label));
}

/** The exported structs of a module, also with parameters bound; as the generator does, the first of a name. */
async function importModule(path: string, label: string): Promise<readonly Candidate[]> {
  return withTypeScript(
    async (importOne) => {
      try {
        const exports = await importOne(path);
        const found = new Map<string, Candidate>();
        for (const value of Object.values(exports)) {
          if (!isNode(value) || !['struct', 'bind'].includes(value.definition.kind)) continue;
          const schema = irOf(value, { allowParameters: true });
          const { root } = schema;
          const inner = root.kind === 'bind' ? root.node : root;
          if (inner.kind === 'struct' && !found.has(inner.name))
            found.set(inner.name, candidate(inner.name, schema));
        }
        return [...found.values()];
      } catch (error) {
        throw new ConfigError(explain(error, label, path), { cause: error });
      }
    },
    { packagesOf: import.meta.url },
  );
}

/** Why a module was not loaded, without the path of a temporary folder. */
function explain(error: unknown, label: string, path: string): string {
  const message = error instanceof Error ? error.message : String(error);
  const isSchema = error instanceof SchemaError || (error instanceof Error && error.name === 'SchemaError');
  const place = relative(process.cwd(), path);
  return `${label}: ${isSchema ? message : `cannot be loaded: ${message.replaceAll(path, label).replaceAll(place, label)}`}`;
}
