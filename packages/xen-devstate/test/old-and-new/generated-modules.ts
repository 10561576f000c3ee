import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A generated module to compare: its name, and how each tree imports it. */
export interface GeneratedModule {
  /** The name, such as `qemu-7.2/devices/hpet`, `generated/boundary`, `golden/text`. */
  readonly name: string;
  /** The specifier that a file in the folder of the package `xen-devstate` imports, in either tree. */
  readonly specifier: string;
}

const GENERATED = 'packages/xen-devstate/src/generated';
const GOLDEN = 'packages/codegen/test/golden';

const modulesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.ts'))
        .map((name) => name.slice(0, -'.ts'.length))
        .sort()
    : [];

/**
 * What users of an old tree can import, by the package's own paths: where a module lies may have changed since, these may not.
 * Golden modules only as far as their schema is the same text in both trees.
 */
export function generatedModules(oldRoot: string, newRoot: string): readonly GeneratedModule[] {
  const folder = join(oldRoot, GENERATED);
  const catalogs = readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'device-state.ts')))
    .sort();
  const ofPackage = (path: string, name = path): GeneratedModule => ({
    name,
    specifier: `@bytewright/xen-devstate/${path}`,
  });
  return [
    ...catalogs.flatMap((catalog) => [
      ofPackage(catalog),
      ...modulesIn(join(folder, catalog, 'devices')).map((name) => ofPackage(`${catalog}/devices/${name}`)),
    ]),
    ...['', 'containers/'].flatMap((inside) =>
      modulesIn(join(folder, inside)).map((name) => ofPackage(`generated/${inside}${name}`)),
    ),
    ...modulesIn(join(oldRoot, GOLDEN, 'generated'))
      .filter((name) => {
        const path = join(GOLDEN, 'schemas', `${name}.ts`);
        const [before, now] = [join(oldRoot, path), join(newRoot, path)];
        return existsSync(now) && readFileSync(now, 'utf8') === readFileSync(before, 'utf8');
      })
      .map((name) => ({ name: `golden/${name}`, specifier: `../../${GOLDEN}/generated/${name}.ts` })),
  ];
}
