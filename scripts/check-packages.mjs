// Looks at each package as it is published: publint and "are the types wrong" find nothing, its manifest is complete and
// has nothing that works only inside of this repository, and its files are those that users need. Arguments name packages
// (`runtime`); without any, all are looked at. `--packed FOLDER`: they have been packed there.
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { singleDoors } from './lib/doors.mjs';
import { innerManifest } from './lib/inner-manifest.mjs';
import { packedPackages } from './lib/packed.mjs';
import { run, runNode } from './lib/run.mjs';
import { ROOT, TOOLS } from './lib/workspace.mjs';

/** What a manifest says of its package to people and to registries. */
const FIELDS = ['description', 'keywords', 'homepage', 'bugs', 'repository', 'license', 'engines', 'files'];

const { tarballs, rest: chosen } = await packedPackages(process.argv.slice(2));
const unknown = chosen.filter((name) => !tarballs.has(name));
if (unknown.length > 0) {
  console.error(`There is no such package: ${unknown.join(', ')}`);
  process.exitCode = 2;
}
for (const [name, tarball] of tarballs) {
  if ((chosen.length === 0 || chosen.includes(name)) && !(await isFitToPublish(name, tarball))) {
    process.exitCode = 1;
  }
}

/**
 * @param {string} name the package's folder
 * @param {string} tarball what was made of it
 */
async function isFitToPublish(name, tarball) {
  const cwd = dirname(tarball);
  const [manifest, listing] = await Promise.all([
    run('tar', ['-xzOf', basename(tarball), 'package/package.json'], { cwd }),
    run('tar', ['-tzf', basename(tarball)], { cwd }),
  ]);
  const [lint, types] = await Promise.all([
    runNode(TOOLS.publint, ['run', tarball, '--strict'], { cwd }),
    runNode(
      TOOLS.attw,
      [
        tarball,
        ...['--profile', 'esm-only', '--no-color', '--no-emoji', '--no-summary'],
        // what is below a wildcard is alike and many: tests resolve each of these paths, and `npm run test:packages` imports them
        ...['--entrypoints', ...singleDoors(JSON.parse(manifest.output).exports)],
      ],
      { cwd },
    ),
  ]);
  console.log(lint.output.trimEnd().replaceAll(`${cwd}/`, ''));
  if (types.code !== 0) {
    console.log(types.output.trimEnd());
  }
  const { bin, ...rest } = JSON.parse(manifest.output);
  const inner = [
    ...(innerManifest(rest) === undefined ? [] : ['dist/package.json']),
    ...(bin === undefined ? [] : ['dist/command/LICENSES.txt']),
  ];
  const faults = [...faultsOfManifest(manifest), ...faultsOfFiles(name, listing, inner)];
  for (const fault of faults) {
    console.log(`${basename(tarball)}: ${fault}`);
  }
  return lint.code === 0 && types.code === 0 && faults.length === 0;
}

/**
 * @param {import('./lib/run.mjs').Outcome} manifest the packed package.json
 * @returns {string[]} what it lacks, and what in it means something only in this repository
 */
function faultsOfManifest({ code, output }) {
  if (code !== 0) {
    return [`no readable package.json: ${output}`];
  }
  const manifest = JSON.parse(output);
  return [
    ...FIELDS.filter((field) => manifest[field] === undefined).map((field) => `package.json has no ${field}`),
    ...output
      .split('\n')
      .filter((line) => /@bytewright\/source|workspace:|catalog:/.test(line))
      .map((line) => `package.json, as packed, still has ${line.trim()}`),
  ];
}

/**
 * @param {string} name the package's folder
 * @param {import('./lib/run.mjs').Outcome} listing the paths in the tarball
 * @param {readonly string[]} inner the paths of manifests in it beside its own, and of licences
 * @returns {string[]} what should not be there, and what should
 */
function faultsOfFiles(name, { code, output }, inner) {
  if (code !== 0) {
    return [`cannot be listed: ${output}`];
  }
  const files = output
    .trim()
    .split('\n')
    .map((line) => line.trim().replace(/^package\//, ''));
  const hasNotice = existsSync(join(ROOT, 'packages', name, 'NOTICE'));
  const texts = ['LICENSE', 'README.md', ...(hasNotice ? ['NOTICE'] : [])];
  return [
    ...[...texts, ...inner].filter((text) => !files.includes(text)).map((text) => `has no ${text}`),
    ...files
      .filter(
        (file) =>
          !['package.json', ...inner, ...texts].includes(file) && !/^dist\/.*\.(?:js|d\.ts)$/.test(file),
      )
      .map((file) => `should not have ${file}`),
  ];
}
