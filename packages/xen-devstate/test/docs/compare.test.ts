import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { devstate } from '../command/fake-host.js';

const page = readFileSync(new URL('../../../../docs/compare.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/^```console\n\$ devstate (.*)\n([\s\S]*?)^```$/gm)].map(
  ([, command = '', output = '']) => [command, output] as const,
);

test('the page shows commands', () => {
  expect(blocks.length).toBeGreaterThan(1);
});

test.each(blocks)('%s', async (command, output) => {
  const { stdout } = await devstate(command.split(' '));
  expect(stdout.text).toBe(output);
});
