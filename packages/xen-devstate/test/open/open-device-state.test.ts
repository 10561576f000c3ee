import { expect, test } from 'vitest';
import type { Catalog } from '../../src/index.js';
import { catalogOf, layoutOf, openDeviceState, openFile } from '../../src/index.js';
import { captures } from '../captures.js';
import { fixture } from '../containers/fixture.js';

/** Machines without a clock chip, or without one next to an interrupt controller: nothing shows which QEMU wrote them. */
const ALIKE = ['qemu-7.2/none.dev.gz', 'qemu-7.2/microvm.dev.gz'];

/** Folders of captures are named after the QEMU that wrote them; Debian's Xen 4.17 has QEMU 7.2. */
const WRITERS: Readonly<Record<string, string>> = {
  'qemu-7.2': 'qemu-7.2',
  'qemu-10.0': 'qemu-10.0',
  'qemu-11.1': 'qemu-11.1',
  'xen-4.17': 'qemu-7.2-xen',
};

test('selects the catalog of the QEMU that wrote the file', () => {
  const pcs = captures.filter(({ file }) => !/aarch64|s390x|riscv|ppc/.test(file) && !ALIKE.includes(file));
  expect(pcs.length).toBeGreaterThan(10);
  const found = pcs.map(({ file, bytes }) => [file, openDeviceState(bytes).catalog]);
  expect(found).toEqual(pcs.map(({ file }) => [file, WRITERS[file.split('/')[0] ?? '']]));
});

test('selects the first catalog tried if nothing shows which QEMU wrote the file', () => {
  const bytes = fixture('qemu-7.2/none.dev.gz');
  expect(openDeviceState(bytes).catalog).toBe('qemu-11.1');
  expect(openDeviceState(bytes, { catalogs: ['qemu-7.2', 'qemu-10.0'] }).catalog).toBe('qemu-7.2');
});

test('cannot open a file without a catalog', () => {
  expect(() => openDeviceState(fixture('qemu-7.2/none.dev.gz'), { catalogs: [] })).toThrow(TypeError);
});

test('decodes devices that no catalog knows with a layout', () => {
  const bytes = fixture('qemu-10.0/aarch64-virt.dev.gz');
  const layout = layoutOf(fixture('qemu-10.0/aarch64-virt.vmdesc.json.gz'));
  const { catalog, codec, value, report } = openDeviceState(bytes, { layout });
  expect(catalog).toBe('layout');
  expect(new Set(report.sections.map(({ decodedBy }) => decodedBy))).toEqual(new Set(['description']));
  expect(Buffer.compare(codec.encode(value), bytes)).toBe(0);
  const described = layout.sections.find(({ idstr }) => idstr === 'cpu');
  expect(report.sections.find(({ idstr }) => idstr === 'cpu')?.payloadLength).toBe(described?.size);
});

test('keeps sections verbatim, never wrong, with the layout of another machine', () => {
  const bytes = fixture('qemu-7.2/pc-default-b3.dev.gz');
  const layout = layoutOf(fixture('qemu-10.0/aarch64-virt.vmdesc.json.gz'));
  const { codec, value, report } = openDeviceState(bytes, { layout });
  const cpu = report.sections.find(({ idstr }) => idstr === 'cpu');
  expect(cpu?.decodedBy).toBe('verbatim');
  expect(Buffer.compare(codec.encode(value), bytes)).toBe(0);
});

test('tries the given catalogs if a layout does not fit', () => {
  const bytes = fixture('qemu-7.2/pc-default-b3.dev.gz');
  const layout = layoutOf(fixture('qemu-10.0/aarch64-virt.vmdesc.json.gz'));
  expect(openDeviceState(bytes, { layout, catalogs: ['qemu-7.2'] }).catalog).toBe('qemu-7.2');
});

test('accepts schemas known only at run time as a catalog', async () => {
  const bytes = fixture('qemu-7.2/none.dev.gz');
  const { devices } = await import('../../src/catalogs/qemu-7.2/devices.js');
  const { timer = [] } = devices;
  const onlyTimer: Catalog = catalogOf({ name: 'mine', title: 'the timer', devices: { timer } });
  const file = await openFile(bytes, { catalogs: [onlyTimer] });
  expect(file.opened.report.sections.map(({ idstr, device }) => [idstr, device])).toEqual([
    ['timer', 'timer'],
    ['slirp', null],
    ['globalstate', null],
  ]);
  expect(Buffer.compare(file.opened.codec.encode(file.opened.value), bytes)).toBe(0);
});
