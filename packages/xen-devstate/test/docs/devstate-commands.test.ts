import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { capture } from '../captures.js';
import { devstate } from '../command/fake-host.js';
import { temporaryFolder } from '../command/temporary-folder.js';
import { fixture } from '../containers/fixture.js';

const folder = temporaryFolder();
const page = readFileSync(new URL('../../../../docs/devstate-commands.md', import.meta.url), 'utf8');

/** A command on the page, and its output there. */
interface Shown {
  readonly command: string;
  readonly output: readonly string[];
}

function shownIn(block: string): readonly Shown[] {
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((text) => {
      const [command = '', ...output] = text.trimEnd().split('\n');
      return { command, output: output.filter((line) => line !== '') };
    });
}

const blocks = [...page.matchAll(/^```console\n([\s\S]*?)^```$/gm)].map(([, block = '']) => shownIn(block));

test('the page shows commands', () => {
  expect(blocks.flat().length).toBeGreaterThan(12);
});

test.each(blocks.map((block) => [block.map(({ command }) => command).join('; '), block] as const))(
  '%s',
  async (_, block) => {
    writeFileSync(join(folder, 'guest.dev'), capture('xen-4.17/cirrus-usbtablet-e1000.dev.gz').bytes);
    const own = capture('xen-4.17/minimal-neverrun.dev.gz').bytes;
    writeFileSync(join(folder, 'padded.dev'), Buffer.concat([own, new Uint8Array(512)]));
    writeFileSync(join(folder, 'guest.xl'), fixture('xen-4.17/minimal-neverrun.xl-save.gz'));
    writeFileSync(join(folder, 'arm.dev'), fixture('qemu-10.0/aarch64-virt.dev.gz'));
    writeFileSync(join(folder, 'arm.json'), fixture('qemu-10.0/aarch64-virt.vmdesc.json.gz'));
    for (const { command, output } of block) {
      const [program, ...args] = command.split(' ');
      expect(program).toBe('devstate');
      const { stdout, stderr } = await devstate(args.map((arg) => (isFile(arg) ? join(folder, arg) : arg)));
      const text = `${stderr.text}${stdout.text}`.replaceAll(join(folder, '/'), '').trimEnd();
      const lines = text === '' ? [] : text.split('\n');
      expect(lines).toEqual(withoutGaps(lines, output));
    }
  },
);

const isFile = (argument: string): boolean => /^[a-z]+\.(?:dev|json|xl)$/.test(argument);

/** The expected output, with the actual lines in place of `…`. */
function withoutGaps(printed: readonly string[], shown: readonly string[]): readonly string[] {
  const gap = shown.indexOf('…');
  if (gap < 0) return shown;
  const behind = shown.slice(gap + 1);
  return [...shown.slice(0, gap), ...printed.slice(gap, printed.length - behind.length), ...behind];
}
