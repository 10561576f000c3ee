import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { capture } from '../captures.js';
import { fixture, joined } from '../containers/fixture.js';
import { devstate } from './fake-host.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const { bytes: xen } = capture('xen-4.17/minimal-neverrun.dev.gz');
const { bytes: pc } = capture('qemu-7.2/microvm.dev.gz');
const zeros = new Uint8Array(512);

function file(name: string, ...parts: readonly Uint8Array[]): string {
  const path = join(folder, name);
  writeFileSync(path, joined(...parts));
  return path;
}

describe.each([
  ['without footers: zeros', xen, zeros, '512 bytes after the state, all zero'],
  ['without footers: one byte', xen, Uint8Array.of(7), '1 byte after the state, not all zero'],
  ['with footers: zeros', pc, zeros, '512 bytes after the state, all zero'],
  ['with footers: one byte', pc, Uint8Array.of(7), '1 byte after the state, not all zero'],
])('bytes after a state %s', (_, state, tail, words) => {
  const path = file('padded.dev', state, tail);
  const own = file('own.dev', state);

  test.each(['list', 'verify'])('%s reports them, and fails only with --strict', async (command) => {
    writeFileSync(path, joined(state, tail));
    const plain = await devstate([command, path]);
    expect([plain.code, plain.stderr.text]).toEqual([0, '']);
    expect(plain.stdout.text).toContain(words);
    expect((await devstate([command, path, '--strict'])).code).toBe(1);
    const json = JSON.parse((await devstate([command, path, '--json'])).stdout.text);
    expect((json.files?.[0] ?? json).trailing).toBe(tail.length);
    expect((await devstate([command, own, '--strict'])).code).toBe(0);
  });

  test('doctor reports a notice, or a fault with --strict', async () => {
    writeFileSync(path, joined(state, tail));
    const findings = [{ cause: 'trailing-bytes', level: 'notice', offset: state.length }];
    const plain = await devstate(['doctor', path, '--json']);
    expect(plain.code).toBe(0);
    expect(JSON.parse(plain.stdout.text)).toMatchObject({ healthy: true, findings });
    const strict = await devstate(['doctor', path, '--json', '--strict']);
    expect(strict.code).toBe(1);
    expect(JSON.parse(strict.stdout.text)).toMatchObject({ healthy: false, findings: [{ level: 'fault' }] });
  });

  test('set, decode and encode, and doctor --fix keep them; --fix --strict cuts them off', async () => {
    writeFileSync(path, joined(state, tail));
    const [edited, json, again, fixed] = ['edited', 'json', 'again', 'fixed'].map((name) =>
      join(folder, name),
    );
    const setting = await devstate(['set', path, 'sections[0].instanceId=5', '-o', edited!]);
    expect([setting.code, setting.stderr.text]).toEqual([0, '']);
    const changed = joined(state);
    changed[8 + 1 + 4 + 1 + changed[13]! + 3] = 5;
    expect(Buffer.compare(readFileSync(edited!), joined(changed, tail))).toBe(0);
    expect((await devstate(['decode', path, '-o', json!])).code).toBe(0);
    expect((await devstate(['encode', json!, '-o', again!])).code).toBe(0);
    expect(Buffer.compare(readFileSync(again!), joined(state, tail))).toBe(0);
    expect((await devstate(['doctor', path, '--fix', '-o', fixed!])).code).toBe(0);
    expect(Buffer.compare(readFileSync(fixed!), joined(state, tail))).toBe(0);
    const cut = await devstate(['doctor', path, '--fix', '--strict', '-o', fixed!]);
    expect([cut.code, cut.stderr.text]).toEqual([0, expect.stringContaining('after the state: cut off')]);
    expect(Buffer.compare(readFileSync(fixed!), state)).toBe(0);
  });

  test('explain, show and diff read the state before them', async () => {
    writeFileSync(path, joined(state, tail));
    const leaves = JSON.parse((await devstate(['explain', path, '--json'])).stdout.text);
    expect(leaves.at(-1)).toMatchObject({ path: 'trailing', offset: state.length, length: tail.length });
    expect((await devstate(['show', path])).code).toBe(0);
    const difference = await devstate(['diff', own, path]);
    expect(difference.code).toBe(1);
    expect(difference.stdout.text.split('\n').filter((line) => line.startsWith('trailing:')).length).toBe(1);
  });
});

describe('gzip data with several members', () => {
  const twice = joined(gzipSync(pc), gzipSync(pc));
  const once = joined(gzipSync(pc.subarray(0, 100)), gzipSync(pc.subarray(100)));

  test('is inflated completely, and the number of members is reported', async () => {
    const { stdout } = await devstate(['list', '-'], { input: twice });
    expect(stdout.text).toContain(`: ${2 * pc.length} bytes after inflating 2 gzip members, `);
    expect(stdout.text).toContain(`\n${pc.length} bytes after the state, not all zero\n`);
    const checked = await devstate(['verify', '-'], { input: once });
    expect([checked.code, checked.stdout.text]).toEqual([
      0,
      expect.stringContaining(', in 2 gzip members\n'),
    ]);
    for (const command of ['show', 'doctor']) {
      const shown = await devstate([command, '-'], { input: twice });
      expect(shown.stdout.text).toContain('2 gzip members');
    }
  });
});

describe('for a state in an image or a stream', () => {
  test.each(['xen-4.17/minimal-neverrun.xl-save.gz', 'qemu-7.2/s390x-smp2.mig.gz'])(
    'reports offsets and sizes in the whole file: %s',
    async (name) => {
      const bytes = fixture(name);
      const path = file('container', bytes);
      const { stdout } = await devstate(['list', path, '--json']);
      const { size, sections } = JSON.parse(stdout.text);
      expect(size).toBe(bytes.length);
      const view = Buffer.from(bytes);
      for (const { offset, sectionId, idstr, instanceId, payloadOffset } of sections) {
        expect(view[offset]).toBe(0x04);
        expect(view.readUInt32BE(offset + 1)).toBe(sectionId);
        expect(view.toString('latin1', offset + 6, offset + 6 + view[offset + 5]!)).toBe(idstr);
        expect(view.readUInt32BE(payloadOffset - 8)).toBe(instanceId);
      }
      const { idstr, payloadOffset, payloadLength, footer, sectionId } = sections.at(-1);
      if (footer) expect(view.readUInt32BE(payloadOffset + payloadLength + 1)).toBe(sectionId);
      const last = `sections[${sections.length - 1}]`;
      const shown = await devstate(['show', path, last]);
      expect(shown.stdout.text.split('\n')[0]).toContain(`bytes at ${payloadOffset}`);
      expect(shown.stdout.text).toContain(idstr.split('/').at(-1));
      const leaves = JSON.parse((await devstate(['explain', path, '--json'])).stdout.text);
      for (const { path: at, offset, length, value } of leaves)
        if (/\.idstr$/.test(at)) expect(view.toString('latin1', offset, offset + length)).toContain(value);
      expect(leaves[0]).toMatchObject({ path: 'magic', value: 0x5145564d });
      expect(view.readUInt32BE(leaves[0].offset)).toBe(0x5145564d);
      expect(leaves.find(({ path: at }: { path: string }) => at === 'eof').length).toBe(1);
      expect(bytes[leaves.find(({ path: at }: { path: string }) => at === 'eof').offset]).toBe(0);
    },
  );

  test('reports damage by its offset in the whole file', async () => {
    const bytes = fixture('xen-4.17/minimal-neverrun.xl-save.gz');
    const path = file('damaged.xl', bytes);
    const { sections } = JSON.parse((await devstate(['list', path, '--json'])).stdout.text);
    const { offset, payloadOffset, payloadLength } = sections.at(-1);
    bytes[payloadOffset + payloadLength] = 0xff; // the byte that ends the sections
    writeFileSync(path, bytes);
    const listed = await devstate(['list', path]);
    const where = `at byte ${payloadOffset} (`;
    expect([listed.code, listed.stderr.text]).toEqual([1, expect.stringContaining(where)]);
    expect(listed.stderr.text).toContain(`that begins at byte ${offset}\n`);
    const checked = await devstate(['verify', path, '--json']);
    expect(JSON.parse(checked.stdout.text).files[0].error.offset).toBe(payloadOffset);
    expect((await devstate(['show', path])).stderr.text).toContain(where);
    const doctor = JSON.parse((await devstate(['doctor', path, '--json'])).stdout.text);
    expect(doctor.file.size).toBe(bytes.length);
    expect(doctor.findings[0].section.offset).toBe(offset);
    expect(doctor.findings[0].offset).toBeGreaterThanOrEqual(payloadOffset);
  });

  test('explains verbatim sections with offsets in the whole file', async () => {
    const path = file('stream', fixture('qemu-7.2/s390x-smp2.mig.gz'));
    const { stdout } = await devstate(['verify', path, '--explain', '--json']);
    const { unexplained } = JSON.parse(stdout.text).files[0];
    const listed = JSON.parse((await devstate(['list', path, '--json'])).stdout.text);
    expect(unexplained.length).toBeGreaterThan(3);
    for (const { index, payloadOffset } of unexplained)
      expect(payloadOffset).toBe(listed.sections[index].payloadOffset);
  });
});
