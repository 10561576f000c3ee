import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { capture } from '../captures.js';
import { devstate } from '../command/fake-host.js';
import { temporaryFolder } from '../command/temporary-folder.js';

const folder = temporaryFolder();
const page = readFileSync(new URL('../../../../docs/doctor.md', import.meta.url), 'utf8');
const { bytes: recent } = capture('qemu-7.2/pc-default-b3.dev.gz');
writeFileSync(join(folder, 'new.dev'), recent);
writeFileSync(join(folder, 'cut.dev'), recent.subarray(0, 32768));
writeFileSync(join(folder, 'old.dev'), capture('qemu-7.2/pc-i440fx-2.3-default.dev.gz').bytes);
writeFileSync(join(folder, 'xen.dev'), capture('xen-4.17/stdvga-traced.dev.gz').bytes);

/** The commands on the page, each with its output without empty lines. */
const shown = [...page.matchAll(/^```console\n([\s\S]*?)^```$/gm)]
  .flatMap(([, block = '']) => block.split(/^\$ /m).slice(1))
  .map((text) => {
    const [command = '', ...lines] = text.trimEnd().split('\n');
    return [command, lines] as const;
  });

test('the page shows commands', () => {
  expect(shown.length).toBe(6);
});

test.each(shown)('%s', async (command, lines) => {
  const [program, ...args] = command.split(' ');
  expect(program).toBe('devstate');
  const { stdout, stderr } = await devstate(
    args.map((arg) => (arg.endsWith('.dev') ? join(folder, arg) : arg)),
  );
  const printed = `${stderr.text}${stdout.text}`
    .replaceAll(join(folder, '/'), '')
    .split('\n')
    .filter((line) => line !== '');
  const gap = lines.indexOf('…');
  if (gap < 0) return expect(printed).toEqual(lines);
  const behind = lines.slice(gap + 1);
  expect(printed.slice(0, gap)).toEqual(lines.slice(0, gap));
  expect(printed.slice(-behind.length)).toEqual(behind);
});

test('the page lists every cause that the doctor can describe', () => {
  const folders = ['causes', 'damage'].map((name) => new URL(`../../src/doctor/${name}/`, import.meta.url));
  const files = ['acpi.ts', 'devices.ts', 'difference-texts.ts', 'pci.ts', 'presence.ts', 'damage-texts.ts'];
  const causes = folders.flatMap((url) =>
    files.flatMap((file) => {
      const text = read(new URL(file, url));
      return [...text.matchAll(/cause: (?:isMemory \? |isFamily \? |isNewer \? )?'([a-z0-9-]+)'/g)].map(
        ([, cause]) => cause,
      );
    }),
  );
  expect(causes.length).toBeGreaterThan(25);
  for (const cause of causes) expect(page).toContain(`\`${cause}\``);
});

function read(url: URL): string {
  try {
    return readFileSync(url, 'utf8');
  } catch {
    return '';
  }
}
