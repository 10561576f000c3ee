import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beModules } from './be-modules.mjs';
import { installedDoors } from './installed-doors.mjs';
import { execute } from './lab.mjs';

/** The least TypeScript that understands our declarations, as the READMEs say, and the newest one. */
const COMPILERS = { least: '5.4', newest: 'latest' };

/** How modules are found; each with the kind of modules that goes with it. */
const RESOLUTIONS = { node16: 'node16', nodenext: 'nodenext', bundler: 'esnext' };

/**
 * Type-checks users' code, and all declarations that it reaches.
 *
 * @param {import('./lab.mjs').Lab} lab where projects are
 * @param {import('./report.mjs').Report} report where steps are told
 * @param {string} author a project with the example of the README, its codec and its law
 * @param {string} reader a project with the codecs of devices
 */
export async function tryTypes(lab, report, author, reader) {
  const tools = lab.project('compilers');
  writeFileSync(join(tools, 'package.json'), '{ "private": true }\n');
  const names = Object.entries(COMPILERS).map(([name, version]) => `${name}@npm:typescript@${version}`);
  const install = ['npm', 'install', '--no-audit', '--no-fund', ...names];
  if (
    !(await report.step(`install TypeScript ${Object.values(COMPILERS).join(' and ')}`, () =>
      execute(tools, process.execPath, install),
    ))
  )
    return;
  for (const folder of [author, reader]) beModules(folder);
  const doors = installedDoors(reader, '@bytewright/xen-devstate');
  writeFileSync(
    join(reader, 'doors.ts'),
    doors
      .map((door, index) => `import * as door${index} from '${door}';\nexport { door${index} };\n`)
      .join(''),
  );
  for (const compiler of Object.keys(COMPILERS)) {
    const home = join(tools, 'node_modules', compiler);
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
    /** @param {string} folder @param {readonly string[]} files @param {keyof typeof RESOLUTIONS} moduleResolution */
    const check = (folder, files, moduleResolution) => {
      const options = {
        ...{
          strict: true,
          exactOptionalPropertyTypes: true,
          noEmit: true,
          target: 'es2022',
          skipLibCheck: false,
          types: [],
        },
        ...{ module: RESOLUTIONS[moduleResolution], moduleResolution, lib: ['es2022', 'dom'] },
      };
      const file = join(folder, `tsconfig.${compiler}.${moduleResolution}.json`);
      writeFileSync(file, JSON.stringify({ compilerOptions: options, files }));
      return execute(folder, process.execPath, ['node', join(home, 'bin', 'tsc'), '-p', file]);
    };
    for (const resolution of /** @type {(keyof typeof RESOLUTIONS)[]} */ (Object.keys(RESOLUTIONS))) {
      await report.step(`TypeScript ${version}, ${resolution}: the example of the README`, () =>
        check(
          author,
          ['sensor-log.ts', 'bytewright.config.ts', 'use.ts', 'bytes.ts', 'laws.test.ts'],
          resolution,
        ),
      );
    }
    // the least one in one way only: it takes a while
    const ways = compiler === 'newest' ? RESOLUTIONS : { nodenext: RESOLUTIONS.nodenext };
    for (const resolution of /** @type {(keyof typeof RESOLUTIONS)[]} */ (Object.keys(ways)))
      await report.step(
        `TypeScript ${version}, ${resolution}: all ${doors.length} doors of xen-devstate`,
        () => check(reader, ['doors.ts'], resolution),
      );
  }
}
