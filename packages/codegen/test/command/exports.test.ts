import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Project } from './bytewright.js';

let project: Project;

const manifest = {
  name: 'shapes',
  exports: {
    './v2/*': { types: './dist/generated/v2/*.d.ts', default: './dist/generated/v2/*.js' },
    './schemas': './src/schemas.js',
  },
  publishConfig: { exports: { './v2/*': './lib/v2/*.js' } },
  license: 'MIT',
};
const POINT = [
  "import { struct, i16be } from '@bytewright/schema-dsl';",
  "export const Point = struct('Point', { x: i16be, y: i16be });",
];
const MODULES =
  "modules: ['schemas/v1/point.ts', 'schemas/v2/point.ts'].map((source) => ({ source, folder: source.split('/')[1] }))";

beforeEach(() => {
  project = new Project();
  project.write('schemas/v1/point.ts', POINT);
  project.write('schemas/v2/point.ts', POINT);
  project.write('bytewright.config.ts', [
    `export default { ${MODULES}, output: 'generated', exports: { './v2/*': 'v2/*' } };`,
  ]);
  writeFileSync(join(project.folder, 'package.json'), JSON.stringify(manifest, undefined, '\t'));
});

afterEach(() => project.remove());

const written = (): string => readFileSync(join(project.folder, 'package.json'), 'utf8');

test('the public path of a module that is as in an earlier revision leads to that one', async () => {
  expect(await project.bytewright('generate', '--check')).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(
      /\nstale: package\.json \(exports do not lead to the generated code: \.\/v2\/point\)\n3 of 3 files are stale/,
    ),
  });
  expect(await project.bytewright('generate')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(
      'wrote generated/v1/point.ts\nwrote generated/v1/point.ir.json\nwrote package.json: 1 of its exports\n',
    ),
    stderr: '',
  });
  const point = { types: './dist/generated/v1/point.d.ts', default: './dist/generated/v1/point.js' };
  const expected = {
    ...manifest,
    exports: { ...manifest.exports, './v2/point': point },
    publishConfig: { exports: { ...manifest.publishConfig.exports, './v2/point': './lib/v1/point.js' } },
  };
  expect(written()).toBe(`${JSON.stringify(expected, undefined, '\t')}\n`);
  expect(await project.bytewright('generate', '--check')).toMatchObject({
    code: 0,
    stdout: '3 files up to date\n',
  });
});

test('where the revisions part, the entry goes; where it is edited, that is noticed', async () => {
  await project.bytewright('generate');
  writeFileSync(join(project.folder, 'package.json'), written().replaceAll('v1/point', 'v1/pint'));
  expect((await project.bytewright('generate', '--check')).stdout).toBe(
    'stale: package.json (exports do not lead to the generated code: ./v2/point)\n1 of 3 files are stale; run: bytewright generate\n',
  );
  project.write(
    'schemas/v2/point.ts',
    POINT.map((line) => line.replaceAll('i16be', 'i32be')),
  );
  expect((await project.bytewright('generate')).stdout).toContain('wrote package.json: 1 of its exports\n');
  expect(JSON.parse(written())).toEqual(manifest);
});

test('without public paths it is told where the code is', async () => {
  project.write('bytewright.config.ts', [`export default { ${MODULES}, output: 'generated' };`]);
  expect(await project.bytewright('generate')).toMatchObject({
    code: 0,
    stderr: expect.stringContaining(
      'schemas/v2/point.ts: all that it exports is in generated/v1/point.ts; import it from there\n',
    ),
  });
  expect(JSON.parse(written())).toEqual(manifest);
});

test('a source that is listed for several folders is told nothing of', async () => {
  project.write('bytewright.config.ts', [
    "export default { modules: ['v1', 'v2'].map((folder) => ({ source: 'schemas/v1/point.ts', folder })), output: 'generated' };",
  ]);
  expect(await project.bytewright('generate')).toMatchObject({ code: 0, stderr: '' });
});

test('public paths that package.json does not have, or that lead elsewhere, are faults of the configuration', async () => {
  project.write('bytewright.config.ts', [
    'export default {',
    `  ${MODULES},`,
    "  output: 'generated',",
    '  exports: {',
    "    './v3/*': 'v3/*',",
    "    './v2/*': 'v1/*',",
    "    './v4/*': './v4/*',",
    '  },',
    '};',
  ]);
  const { code, stderr } = await project.bytewright('generate');
  expect(code).toBe(1);
  expect(stderr.trimEnd().split('\n')).toEqual([
    "bytewright.config.ts:7: exports['./v4/*'] is a wildcard for generated modules, relative to output, such as 'v2/*', not './v4/*'",
    'bytewright.config.ts:5: exports: ./v3/* of package.json is not in exports',
    'bytewright.config.ts:6: exports: ./v2/* of package.json leads to ./dist/generated/v2/*.d.ts; expected a path that ends in /v1/*.d.ts',
    'bytewright.config.ts:6: exports: ./v2/* of package.json leads to ./dist/generated/v2/*.js; expected a path that ends in /v1/*.js',
    'bytewright.config.ts:6: exports: ./v2/* of package.json leads to ./lib/v2/*.js; expected a path that ends in /v1/*.js',
    '5 faults in 1 module',
  ]);
  project.write('package.json', ['{ "name": "shapes" }']);
  expect((await project.bytewright('generate')).stderr).toContain('exports: package.json has no exports\n');
});
