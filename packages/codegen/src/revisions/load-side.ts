import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { SchemaIR } from '@bytewright/schema-dsl/ir';
import { freeParameters, structNamed } from '@bytewright/schema-dsl/ir';
import { ConfigError } from '../faults/config-error.js';
import { placeFaults } from '../faults/place-faults.js';
import { relabelled } from '../faults/relabelled.js';
import { thrownFaults } from '../faults/thrown-faults.js';
import { withAuthorsModules } from '../load/with-authors-modules.js';
import { exportedStructs } from '../plan/exported-structs.js';
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
 * @throws ConfigError where git, the revision, the file or the struct is not to be found, or the file is not a snapshot
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
    return importModule(resolve(folder, path), (file) => relative(folder, file));
  }
  const whole = pathAt(revision, path);
  const label = `${revision.name}:${whole}`;
  // asked first: it is cheap, and writing out a revision is not
  if ((await textAt(revision, whole)) === undefined)
    throw new ConfigError(
      `There is no file ${label}; ${existsSync(resolve(folder, path)) && whole === path ? `for one in this folder, write ${revision.name}:./${path}` : 'a path is from the top of the repository, or begins with ./'}`,
    );
  return withCheckout(revision, (top) => {
    const label = (file: string): string => `${revision.name}:${relative(top, file)}`;
    return importModule(join(top, whole), label);
  });
}

/**
 * The exported structs of a module, also with parameters bound; as the generator does, one of a name.
 *
 * @param label how a file is called that is at fault
 */
async function importModule(path: string, label: (file: string) => string): Promise<readonly Candidate[]> {
  return withAuthorsModules(async (importOne) => {
    try {
      const { structs, errors } = exportedStructs(await importOne(path));
      if (errors.length > 0) throw new ConfigError(errors.flatMap(thrownFaults));
      return structs.map(({ name, schema }) => candidate(name, schema));
    } catch (error) {
      const faults = await placeFaults(thrownFaults(error), path);
      throw new ConfigError(relabelled(faults, label), { cause: error });
    }
  });
}
