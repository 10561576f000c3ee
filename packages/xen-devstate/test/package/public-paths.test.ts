import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));
const NAME = '@bytewright/xen-devstate';

const catalogs = JSON.parse(readFileSync(join(PACKAGE, 'catalogs.json'), 'utf8')) as readonly {
  readonly name: string;
}[];

/** All documented import paths: the doors of this package, and the paths that the patterns for generated code expand to. */
const documented = [...doors(), ...generatedDoors()];

function doors(): readonly string[] {
  const { exports } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { exports: object };
  return Object.keys(exports)
    .filter((path) => !path.includes('*'))
    .map((path) => `${NAME}${path.slice(1)}`);
}

function generatedDoors(): readonly string[] {
  const listing = readFileSync(join(PACKAGE, 'api', 'doors-of-generated-code.txt'), 'utf8');
  return listing.split('\n\n').flatMap((block) => {
    const [wildcard = '', ...names] = block.trim().split('\n');
    return names.map((name) => wildcard.replace('*', name.trim()));
  });
}

/** A source file of this package, by its path in the package. */
const shown = (file: string | undefined): string | undefined =>
  file === undefined ? undefined : relative(PACKAGE, file).split(sep).join('/');

/** The source files to which Node resolves specifiers from within this package. */
function resolvedByNode(specifiers: readonly string[]): ReadonlyMap<string, string | undefined> {
  const script = `
    import { existsSync, readFileSync } from 'node:fs';
    const found = JSON.parse(readFileSync(0, 'utf8')).map((one) => {
      try {
        const url = import.meta.resolve(one);
        return existsSync(new URL(url)) ? url : undefined;
      } catch {
        return undefined;
      }
    });
    console.log(JSON.stringify(found));`;
  // only Node itself resolves like Node: Vitest resolves in its own way
  const output = execFileSync(
    process.execPath,
    ['--conditions=@bytewright/source', '--input-type=module', '--eval', script],
    { cwd: PACKAGE, input: JSON.stringify(specifiers), encoding: 'utf8', maxBuffer: 2 ** 24 },
  );
  const urls = JSON.parse(output) as readonly (string | null)[];
  return new Map(
    specifiers.map((one, i) => {
      const url = urls[i];
      return [one, typeof url === 'string' ? shown(fileURLToPath(url)) : undefined];
    }),
  );
}

/** The file to which TypeScript resolves the same specifier. */
function resolvedByTypeScript(
  specifiers: readonly string[],
  moduleResolution: ts.ModuleResolutionKind,
): ReadonlyMap<string, string | undefined> {
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    moduleResolution,
    customConditions: ['@bytewright/source'],
  };
  const cache = ts.createModuleResolutionCache(PACKAGE, (name) => name, options);
  const from = join(PACKAGE, 'test', 'user.ts');
  return new Map(
    specifiers.map((one) => {
      const { resolvedModule } = ts.resolveModuleName(
        one,
        from,
        options,
        ts.sys,
        cache,
        undefined,
        ts.ModuleKind.ESNext,
      );
      return [one, shown(resolvedModule?.resolvedFileName)];
    }),
  );
}

/** Where the modules of catalogs are, by the path that users import them by, as the catalogs' own lists of devices say. */
function devicesOfCatalogs(): ReadonlyMap<string, string> {
  return new Map(
    catalogs.flatMap(({ name }) => {
      const list = readFileSync(join(PACKAGE, 'src', 'catalogs', name, 'devices.ts'), 'utf8');
      return [...list.matchAll(/ from '(?:\.|\.\.\/([^/']+))\/devices\/([^/']+)\.js';$/gm)].flatMap(
        ([, home = name, device]): (readonly [string, string])[] => [
          [`${NAME}/catalogs/${name}/${device}`, `src/catalogs/${home}/devices/${device}.ts`],
          [`${NAME}/${name}/devices/${device}`, `src/generated/${home}/devices/${device}.ts`],
          [`${NAME}/generated/${name}/devices/${device}`, `src/generated/${home}/devices/${device}.ts`],
        ],
      );
    }),
  );
}

test('resolves every documented path to a source file, the same one in Node and in TypeScript', () => {
  const inNode = resolvedByNode(documented);
  expect([...inNode].filter(([, file]) => file === undefined)).toEqual([]);
  expect(new Set(inNode.keys()).size).toBeGreaterThan(2000);
  const { Node16, NodeNext, Bundler } = ts.ModuleResolutionKind;
  for (const kind of [Node16, NodeNext, Bundler])
    expect(resolvedByTypeScript(documented, kind), ts.ModuleResolutionKind[kind]).toEqual(inNode);
});

test('resolves a path of a catalog to the module in its list of devices, whatever folder that is in', () => {
  const devices = devicesOfCatalogs();
  // and every device module belongs to a catalog; its parts, such as `cpu.arms`, belong to it
  const modules = ['catalogs', 'generated'].flatMap((folder) =>
    readdirSync(join(PACKAGE, 'src', folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `src/${folder}/${file.split(sep).join('/')}`)
      .filter((file) => /\/devices\/[^/.]+\.ts$/.test(file)),
  );
  expect([...new Set(devices.values())].sort()).toEqual(modules.sort());
  expect(modules.length).toBeGreaterThan(350);
  const inNode = resolvedByNode([...devices.keys()]);
  expect(inNode).toEqual(devices);
  expect(documented).toEqual(expect.arrayContaining([...devices.keys()]));
});

test('has no generated module and no catalog schema that only re-exports another', () => {
  const files = ['catalogs', 'generated'].flatMap((folder) =>
    readdirSync(join(PACKAGE, 'src', folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(PACKAGE, 'src', folder, file)),
  );
  const withoutOwn = files.filter((file) => {
    const code = readFileSync(file, 'utf8').replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
    const own = code.replace(
      /^(?:import|export) (?:type )?(?:\*|\{[^}]*\})(?: as \w+)? from '[^']*';$/gm,
      '',
    );
    return own.trim() === '';
  });
  expect(withoutOwn.map((file) => pathToFileURL(file).pathname.slice(-60))).toEqual([]);
  expect(files.length).toBeGreaterThan(400);
});
