import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { devstate } from '../command/fake-host.js';

const page = readFileSync(new URL('../../../../docs/wire-changes.md', import.meta.url), 'utf8');

test.each([
  ['qemu-7.2', 'qemu-10.0'],
  ['qemu-10.0', 'qemu-11.1'],
])('the page on what changed has what the command prints of %s and %s', async (a, b) => {
  const { code, stdout } = await devstate(['compare', a, b, '--markdown', '--fail-on', 'never']);
  expect(code).toBe(0);
  // its headings are one level deeper there
  expect(page).toContain(stdout.text.replace(/^#/gm, '##').trim());
});
