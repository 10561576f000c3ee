import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootManifest } from '../lib/workspace.mjs';
import { execute } from './lab.mjs';

/**
 * A program that manages packages, as users call it.
 *
 * @typedef {object} Manager
 * @property {string} name for people
 * @property {(packages: readonly string[]) => string[]} add the command that installs packages by name
 * @property {(command: readonly string[]) => string[]} run the command that runs one of a package's
 * @property {readonly string[]} [more] what it does not install by itself for those who test: vitest's peer
 * @property {(folder: string, registry: string) => void} prepare what it needs in an empty folder, to know where ours are from
 */

/** @param {string} folder @param {string} registry */
const writeNpmrc = (folder, registry) =>
  writeFileSync(join(folder, '.npmrc'), `@bytewright:registry=${registry}\n`);

/** @param {readonly string[]} command */
const byName = (command) => [...command];

/** Everything is tried with these. @type {readonly Manager[]} */
export const MANAGERS = [
  {
    name: 'npm',
    add: (packages) => ['npm', 'install', '--no-audit', '--no-fund', ...packages],
    run: byName,
    prepare: writeNpmrc,
  },
  {
    name: 'pnpm',
    add: (packages) => ['npx', '--yes', rootManifest().packageManager, 'add', ...packages],
    run: byName,
    prepare: writeNpmrc,
  },
];

/**
 * Gets yarn and bun, with which only the main things are tried.
 *
 * @param {string} folder an empty folder; its `bin` gets all managers under their names, as documents call them
 * @returns {Promise<Manager[]>} both
 */
export async function installOtherManagers(folder) {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const install = ['npm', 'install', '--no-audit', '--no-fund', '@yarnpkg/cli-dist', 'bun'];
  await execute(folder, process.execPath, install);
  const yarn = ['node', join(folder, 'node_modules', '@yarnpkg', 'cli-dist', 'bin', 'yarn.js')];
  const bun = join(folder, 'node_modules', '.bin', 'bun');
  const programs = { yarn, bun: [bun], pnpm: ['npx', '--yes', rootManifest().packageManager] };
  mkdirSync(join(folder, 'bin'));
  for (const [name, command] of Object.entries(programs)) {
    const words = command.map((word) => `'${word}'`).join(' ');
    writeFileSync(join(folder, 'bin', name), `#!/bin/sh\nexec ${words} "$@"\n`, { mode: 0o755 });
  }
  const versionOf = (/** @type {string} */ name) =>
    JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version;
  return [
    {
      name: `yarn ${versionOf('@yarnpkg/cli-dist')}`,
      add: (packages) => [...yarn, 'add', ...packages],
      run: (command) => [...yarn, 'run', ...command],
      // not the newest: that one depends on a package which is not in the registry
      more: ['vite@7'],
      prepare: (project, registry) => {
        writeFileSync(
          join(project, '.yarnrc.yml'),
          [
            'enableTelemetry: false',
            // its cache knows packages by their versions, and would give an earlier build of ours
            `globalFolder: ${JSON.stringify(join(folder, 'yarn'))}`,
            'unsafeHttpWhitelist: ["127.0.0.1"]',
            `npmScopes: { bytewright: { npmRegistryServer: "${registry.replace(/\/$/, '')}" } }`,
            '',
          ].join('\n'),
        );
        // without these two files yarn looks for a project in the folders above
        writeFileSync(join(project, 'package.json'), '{ "private": true }\n');
        writeFileSync(join(project, 'yarn.lock'), '');
      },
    },
    {
      name: `bun ${versionOf('bun')}`,
      add: (packages) => [bun, 'add', ...packages],
      run: (command) => [bun, '--bun', 'run', ...command],
      prepare: (project, registry) => {
        writeNpmrc(project, registry);
        // like that of yarn
        writeFileSync(
          join(project, 'bunfig.toml'),
          `[install.cache]\ndir = ${JSON.stringify(join(folder, 'bun-cache'))}\n`,
        );
      },
    },
  ];
}
