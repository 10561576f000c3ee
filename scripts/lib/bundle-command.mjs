import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build, transform } from 'esbuild';
import { manifestOf } from './published.mjs';

/** Which modules are generated, or data: nobody looks for their names in the stack of a fault, and they are most of a command. */
const GENERATED = /\/(?:generated|catalogs)\//;

/** CommonJS modules in a bundle of ES modules ask for Node's own modules by `require`, which there is none of. */
const REQUIRE =
  'import{createRequire as bundledRequire}from"node:module";const require=bundledRequire(import.meta.url);';

/**
 * A bundled command.
 *
 * @typedef {object} BundledCommand
 * @property {string} main its entry
 * @property {(command?: string) => readonly string[]} filesFor what is loaded before anything more is asked for by `import()`: of itself,
 *   or with one of its commands; names of files and of packages, but for Node's own modules
 */

/**
 * Bundles the command of a package: a module for what it starts with, and others for each of its commands and for what they share, which
 * are loaded when they are called. Opening a thousand small files took most of the time of a short command.
 *
 * Names stay as they are, so that stacks of faults can be read, but for generated code. What the package depends on is external, but for {@link INSIDE}; what it
 * needs to be built, such as the kit for commands, is within.
 *
 * @param {string} folder the package's
 * @param {object} options
 * @param {'built' | 'sources'} options.from which of its modules are bundled; sources need no build, and are for trials
 * @param {string} [options.out] the folder that the files are written to, which is as deep in the package as where its command is built:
 *   from there it finds its package.json. Without it nothing is written
 * @returns {Promise<BundledCommand | undefined>} `undefined` for a package that has no command
 */
export async function bundleCommand(folder, { from, out }) {
  const manifest = manifestOf(folder);
  if (manifest.bin === undefined) return undefined;
  const isBuilt = from === 'built';
  const outdir = out ?? join(folder, 'dist', 'command');
  const { metafile, outputFiles } = await build({
    ...{ absWorkingDir: folder, outdir, write: false, metafile: true, logLevel: 'error' },
    entryPoints: [join(folder, isBuilt ? 'dist/cli/main.js' : 'src/cli/main.ts')],
    ...{ bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20.19' },
    ...{ minifyWhitespace: true, minifySyntax: true, legalComments: 'none' },
    banner: { js: REQUIRE },
    external: externalsOf(manifest),
    ...(isBuilt ? {} : { conditions: ['@bytewright/source'] }),
  });
  if (out !== undefined) {
    mkdirSync(out, { recursive: true });
    for (const { path, text } of outputFiles) {
      const inputs = Object.keys(metafile.outputs[relative(folder, path).split(sep).join('/')]?.inputs ?? {});
      writeFileSync(path, isGenerated(inputs) ? await shortened(text) : text);
    }
    writeFileSync(join(out, 'LICENSES.txt'), licensesOf(Object.keys(metafile.inputs), folder));
  }
  const outputs = Object.entries(metafile.outputs);
  /** @param {string} source the end of an entry's path, without its ending @returns {string} the file that it became */
  const outputOf = (source) => {
    const found = outputs.find(([, { entryPoint = '' }]) =>
      /^(.*)\.[jt]s$/.exec(entryPoint)?.[1]?.endsWith(source),
    );
    if (found === undefined) throw new Error(`${folder}: no ${source} was bundled as an entry`);
    return found[0];
  };
  const main = outputOf('cli/main');
  return {
    main: join(folder, main),
    filesFor(command) {
      const loaded = new Set(command === undefined ? [main] : [main, outputOf(`cli/commands/${command}`)]);
      for (const path of loaded)
        for (const { path: imported, kind } of metafile.outputs[path]?.imports ?? [])
          if (kind === 'import-statement' && !imported.startsWith('node:')) loaded.add(imported);
      return [...loaded];
    },
  };
}

/** @param {readonly string[]} inputs the modules of a file @returns {boolean} whether it holds little else than generated code */
function isGenerated(inputs) {
  return inputs.filter((path) => GENERATED.test(path)).length > inputs.length / 2;
}

/** @param {string} code @returns {Promise<string>} the same with short names, but for those that other files import */
async function shortened(code) {
  return (await transform(code, { minify: true, format: 'esm', target: 'node20.19', legalComments: 'none' }))
    .code;
}

/**
 * Packages that a command holds within itself although its package depends on them. `devstate` compiles its own catalogs; `bytewright`
 * compiles its users' schemas, whose errors it knows by the classes of the language that these import, and so has to share.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const INSIDE = { '@bytewright/xen-devstate': ['@bytewright/runtime', '@bytewright/schema-dsl'] };

/** @param {import('./published.mjs').Manifest} manifest @returns {string[]} packages that stay outside of its command's bundle */
function externalsOf({ name, dependencies = {}, peerDependencies = {} }) {
  const inside = INSIDE[name] ?? [];
  return Object.keys({ ...dependencies, ...peerDependencies }).filter((one) => !inside.includes(one));
}

/**
 * The licences of what is bundled and is not ours, which go with it.
 *
 * @param {readonly string[]} inputs paths of the bundled modules
 * @param {string} from the folder that they are relative to
 */
function licensesOf(inputs, from) {
  const packages = inputs.flatMap((path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path) ?? []);
  const texts = [...new Set(packages)].sort().map((path) => {
    const folder = join(from, path);
    const name = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
    if (name === undefined) throw new Error(`${path} is bundled and has no licence`);
    return `${manifestOf(folder).name}\n\n${readFileSync(join(folder, name), 'utf8').trim()}\n`;
  });
  return texts.join('\n\n');
}
