import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/doctor/diagnose.js';
import { fix } from '../../src/doctor/fix.js';
import { machineFacts } from '../../src/doctor/machine-facts.js';
import type { Target } from '../../src/doctor/target.js';
import { CATALOGS } from '../../src/open/catalogs.js';
import { openFile } from '../../src/open/opened-file.js';
import { devstate } from '../command/fake-host.js';

const fixturePath = (path: string): URL => new URL(`../fixtures/${path}`, import.meta.url);
const fixture = (path: string): Uint8Array => new Uint8Array(gunzipSync(readFileSync(fixturePath(path))));

const usual = fixture('qemu-7.2/isapc-b2.dev.gz');
const xen = fixture('xen-4.17/minimal-neverrun.dev.gz');
const NOWHERE: Target = {
  label: 'there',
  catalog: undefined,
  capture: undefined,
  facts: {},
  footers: undefined,
};

const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const causes = async (bytes: Uint8Array, target?: Target): Promise<readonly string[]> =>
  (await diagnose(bytes, target)).findings.map(({ cause }) => cause);

describe('damage', () => {
  test('nothing is found in files of real machines', async () => {
    expect(await causes(usual)).toEqual([]);
    expect(await causes(xen)).toEqual([]);
  });

  test('a file that is cut short, wherever that is', async () => {
    const { findings } = await diagnose(usual.subarray(0, usual.length >> 1));
    expect(findings.map(({ cause }) => cause)).toEqual(['truncated']);
    expect(findings[0]?.because).toMatch(/^the file ends behind \d+ sections: the rest was not written/);
    // QEMU that dies while it saves leaves whole buffers
    const buffer = await diagnose(fixture('qemu-7.2/pc-i440fx-2.3-default.dev.gz').subarray(0, 32_768));
    expect(buffer.findings[0]?.because).toContain("a whole number of QEMU's buffers");
    expect(await causes(new Uint8Array(0))).toEqual(['not-a-device-state']);
  });

  test('bytes that are no device state', async () => {
    expect(await causes(Uint8Array.from(Buffer.from('#!/bin/sh\n')))).toEqual(['not-a-device-state']);
  });

  test('a footer with another id', async () => {
    // the first one decides whether a file has footers at all
    const [, , first] = (await openFile(usual)).sections;
    if (first === undefined) throw new Error('no section');
    const damaged = usual.slice();
    damaged[first.report.payloadOffset + first.report.payloadLength + 4] = 99;
    const [finding] = (await diagnose(damaged)).findings;
    expect([finding?.cause, finding?.found]).toEqual(['wrong-footer', 'one with the id 99']);
    expect(finding?.offset).toBe(first.report.payloadOffset + first.report.payloadLength + 1);
  });

  test('two files in one, of which the second is not read', async () => {
    const joined = join(usual, xen);
    const { findings } = await diagnose(joined);
    expect(findings.map(({ cause, offset }) => [cause, offset])).toEqual([['second-file', usual.length]]);
    expect((await fix(joined, undefined)).bytes).toEqual(usual);
  });

  test('a section that is there twice', async () => {
    const { sections } = await openFile(usual);
    const [first, second] = sections;
    const doubled = join(
      usual.subarray(0, second?.report.offset),
      usual.subarray(first?.report.offset, second?.report.offset),
      usual.subarray(second?.report.offset),
    );
    expect(await causes(doubled)).toContain('repeated-section-id');
  });

  test('what a guest wrote and looks like a header is a hint, at the very byte', async () => {
    const file = await openFile(usual);
    const clock = file.sections.find(({ name }) => name === 'mc146818rtc');
    if (clock === undefined) throw new Error('no clock');
    const header = join(Uint8Array.of(4, 0, 0, 0, 9, 5), Buffer.from('timer', 'latin1'));
    const written = usual.slice();
    written.set(header, clock.report.payloadOffset + 40);
    const { findings } = await diagnose(written);
    expect(findings).toMatchObject([
      { cause: 'looks-like-a-header', offset: clock.report.payloadOffset + 40, isHint: true },
    ]);
    expect(findings[0]?.found).toContain('cmosData');
  });
});

describe('against a target', () => {
  test('a machine type: what it has that the file lacks', async () => {
    const file = fixture('qemu-7.2/pc-i440fx-2.3-default.dev.gz');
    const facts = machineFacts('pc-i440fx-7.2');
    if (facts === undefined) throw new Error('no machine');
    expect(await causes(file, { ...NOWHERE, facts })).toEqual(['fact:smbus', 'fact:acpiIndex']);
    expect(await causes(file, { ...NOWHERE, facts: machineFacts('pc-i440fx-2.3') ?? {} })).toEqual([]);
    expect(machineFacts('pc')).toBeUndefined();
    expect(machineFacts('xenfv')).toEqual(machineFacts('xenfv-3.1'));
  });

  test('footers, and back', async () => {
    const target = { ...NOWHERE, footers: false };
    expect(await causes(usual, target)).toEqual(['footers']);
    const { bytes } = await fix(usual, target);
    const sections = (await openFile(usual)).sections.length;
    expect(bytes.length).toBe(usual.length - 5 * sections);
    expect((await fix(bytes, { ...NOWHERE, footers: true })).bytes).toEqual(usual);
  });

  test("a catalog: Xen's processor in a QEMU of 64 bits, and a device that it lacks", async () => {
    const { findings } = await diagnose(fixture('xen-4.17/stdvga-traced.dev.gz'), {
      ...NOWHERE,
      catalog: CATALOGS['qemu-7.2'],
    });
    expect(findings.map(({ cause, section }) => [cause, section?.idstr])).toEqual([
      ['cpu-width', 'cpu'],
      ['unknown-device', '0000:00:02.0/platform'],
    ]);
  });

  test('a capture of the same machine: nothing; of another one: its sections', async () => {
    const capture = await openFile(xen);
    expect(await causes(xen, { ...NOWHERE, capture })).toEqual([]);
    const other = fixture('xen-4.17/cirrus-usbtablet-e1000.dev.gz');
    expect(await causes(other, { ...NOWHERE, capture })).toContain('unknown-section');
  });
});

describe('devstate doctor', () => {
  const path = fixturePath('qemu-7.2/isapc-b2.dev.gz').pathname;

  test('exit codes and words', async () => {
    const fine = await devstate(['doctor', path]);
    expect([fine.code, fine.stdout.text]).toEqual([0, `${path}: nothing found\n`]);
    const found = await devstate(['doctor', path, '--footers', 'no']);
    expect(found.code).toBe(1);
    expect(found.stdout.text).toContain('1. footers in section 0, timer');
    expect(found.stdout.text).toContain('QEMU says Unknown savevm section type 126');
    const json = await devstate(['doctor', path, '--footers', 'no', '--json']);
    expect(JSON.parse(json.stdout.text)).toMatchObject({ findings: [{ cause: 'footers' }] });
  });

  test('what is asked wrongly', async () => {
    const stderr = async (...args: readonly string[]): Promise<string> =>
      (await devstate(['doctor', ...args])).stderr.text;
    expect(await stderr(path, '--machine', 'pc')).toContain('a machine type with its version');
    expect(await stderr(path, '--fix')).toContain('--fix and -o OUT go together');
    expect(await stderr(path, '--against', 'qemu-1.0')).toContain('is no file, and no catalog');
    expect(await stderr(path, '--footers', 'perhaps')).toContain('--footers takes yes or no');
  });
});
