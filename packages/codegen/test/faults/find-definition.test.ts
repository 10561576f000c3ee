import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDefinition } from '../../src/faults/find-definition.js';
import { Sources } from '../../src/faults/sources.js';

const FILES: Readonly<Record<string, string>> = {
  'packet.ts': `import { struct, u8 } from '@bytewright/schema-dsl';
import { Header } from './inner/header.js';
export * from './others';

/** struct('Packet', {}) in a comment is none. */
const common = {
  kind: u8,
};
export const Packet = struct('Packet', {
  ...common,
  header: Header,
  'odd-name': u8,
  get children() {
    return u8;
  },
  body: union({
    small: on(1, struct('Small', { size: u8 })),
    large: on(2, {
      size: u8,
    }),
  }),
});
const Flags = bits(lsb0(u8), { a: 1 });
const Named = bits('Named', { a: 1 });
export const Described = describe('Described', {
  by: u8,
});
describe('Described');
`,
  'inner/header.ts': `import { Packet } from '../packet.js'; // and back
export const Header = struct('Header', {

  length: u8,
});
`,
  'others/index.ts': `export const Other = struct(\`Other\`, { a: u8 });
struct('Twice', { a: u8 });
struct('Twice', { b: u8 });
`,
};

let folder = '';
let sources: Sources;
beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'bytewright-find-')));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  sources = await Sources.open();
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['Packet', 'packet.ts:9'],
  ['Packet.kind', 'packet.ts:7'],
  ['Packet.header', 'packet.ts:11'],
  ['Packet.odd-name', 'packet.ts:12'],
  ['Packet.children', 'packet.ts:13'],
  ['Packet.children[3].x', 'packet.ts:13'],
  ['Packet.body.large.size', 'packet.ts:19'],
  ['Packet.body.large.none', 'packet.ts:18'],
  ['Packet.none', 'packet.ts:9'],
  ['Small.size', 'packet.ts:17'],
  ['Header.length', 'inner/header.ts:4'],
  ['Other.a', 'others/index.ts:1'],
  ['Twice.b', 'others/index.ts:3'],
  ['bits(Named)', 'packet.ts:24'],
  // a function of the author's own that passes the name on
  ['Described.by', 'packet.ts:26'],
  ['Nowhere.a', undefined],
  ['root', undefined],
  ['', undefined],
])('%s is defined in %s', (path, place) => {
  const found = findDefinition(sources, join(folder, 'packet.ts'), path);
  const shown = found === undefined ? undefined : `${relative(folder, found.file)}:${found.line}`;
  expect(shown?.replaceAll('\\', '/')).toBe(place);
});

test('in a module that is not there nothing is defined', () => {
  expect(findDefinition(sources, join(folder, 'none.ts'), 'Packet')).toBeUndefined();
});
