import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { bundleCommand } from '../../../scripts/lib/bundle-command.mjs';

const folderOf = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

// as published, but from the sources: no build is needed
test.each([
  ['codegen', 'generate', 8],
  ['xen-devstate', 'list', 24],
])('the command of %s opens few files, as it and its commands are bundled', async (name, command, most) => {
  const bundled = await bundleCommand(folderOf(name), { from: 'sources' });
  const isOwn = (path: string): boolean => path.startsWith('dist/command/');
  const atStart = bundled?.filesFor() ?? [];
  expect(atStart[0]).toBe('dist/command/main.js');
  expect(atStart.length).toBeLessThanOrEqual(4);
  expect(atStart.filter((path) => !isOwn(path))).toEqual([]);
  const called = bundled?.filesFor(command) ?? [];
  expect(called.length).toBeGreaterThan(atStart.length);
  expect(called.length).toBeLessThanOrEqual(most);
  expect(called.filter((path) => !isOwn(path))).toEqual([]);
});

test('bundles nothing for a package without a command', async () => {
  expect(await bundleCommand(folderOf('runtime'), { from: 'sources' })).toBeUndefined();
});
