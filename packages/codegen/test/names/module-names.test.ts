import { generateModules } from '@bytewright/codegen';
import { custom, external, struct, u8 } from '@bytewright/schema-dsl';
import { afterAll, expect, test } from 'vitest';
import { schemaModule, Workshop } from '../differential/generate-code.js';
import { typeErrorsOf } from '../differential/type-check.js';
import { oneByte } from './positions.js';

const workshop = new Workshop();
afterAll(() => workshop.remove());

/** Names that files can have, and that specifiers in quotes must survive. */
const MODULES = [
  'class',
  '__proto__',
  'with blank',
  "it's",
  'a.b',
  'größe',
  '$dollar',
  'Uint8Array',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a name like this must not become code
  '${code}',
  'a`b',
];

test.each(MODULES)('a module called %s is imported from, and its structs offered again', async (name) => {
  const Inner = struct('Inner', { x: u8 });
  const Outer = struct('Outer', { inner: Inner });
  const files = await generateModules([schemaModule(name, [Inner]), schemaModule('outer', [Outer, Inner])]);
  expect(files.map(({ path }) => path)).toEqual([`${name}.ts`, 'outer.ts']);
  const [, outer] = await workshop.importAll(files);
  expect(outer?.decodeOuter?.(Uint8Array.of(7))).toEqual({ inner: { x: 7 } });
  expect(outer?.decodeInner?.(Uint8Array.of(7))).toEqual({ x: 7 });
});

test('the compiler finds no fault with modules of any name', async () => {
  const pairs = MODULES.map((name, i) => {
    const Inner = struct('Inner', { x: u8 });
    const Outer = struct('Outer', { inner: Inner });
    return generateModules([schemaModule(name, [Inner]), schemaModule(`outer${i}`, [Outer, Inner])]);
  });
  expect(typeErrorsOf((await Promise.all(pairs)).flat())).toEqual([]);
});

test('code of the author is imported from modules of any name', async () => {
  const specifiers = MODULES.map(async (name) => {
    const codec = external({ module: `./${name}.js`, export: 'codec' }, oneByte);
    const [file] = await generateModules([schemaModule('schema', [struct('S', { x: custom(codec) })])]);
    return /^import \{ codec \} from (.*);$/m.exec(file?.text ?? '')?.[1];
  });
  const quoted = (name: string): string => (name.includes("'") ? `"./${name}.js"` : `'./${name}.js'`);
  expect(await Promise.all(specifiers)).toEqual(MODULES.map(quoted));
});
