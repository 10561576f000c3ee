import { expect, test } from 'vitest';
import { printCatalog } from '../../src/import/catalog/print-catalog.js';
import { unusedOverlays } from '../../src/import/catalog/unused-overlays.js';
import type { StateDescription, StateField } from '../../src/import/tables/state-description.js';

const field = (name: string, type: string, more: Partial<StateField> = {}): StateField => ({
  ...{ name, since: 0, hasPredicate: false, count: undefined },
  content: { kind: 'value', type, size: { kind: 'fixed', value: 1 }, description: undefined },
  ...more,
});

const described = (name: string, version: number, fields: readonly StateField[]): StateDescription => ({
  ...{ address: 0, name, version, minimum: version, subsections: [], fields },
});

test('an overlay that speaks of later versions leaves an older QEMU alone', () => {
  // since version 2, which came with QEMU 6.0, the controller's own version is in front of it: hw/scsi/esp-pci.c; 5.2 has version 1
  const old = printCatalog([described('pciespscsi', 1, [field('dma_regs', 'uint8')])], { title: '' });
  expect(old.files.get('devices/pciespscsi.ts')).toContain('{ version: 1, minimum: 1,');
  const now = printCatalog([described('pciespscsi', 3, [field('esp.mig_version_id', 'uint8')])], {
    title: '',
  });
  expect(now.files.get('devices/pciespscsi.ts')).toContain('{ version: 3, minimum: 2,');
});

test.each([
  // hw/net/virtio-net.c and hw/sd/sd.c: as fields are called in 5.2, and from 6.2 and 8.0 on
  ['virtio-net-device', ['max_queues', 'curr_queues'], ['maxQueuePairs', 'currQueuePairs']],
  ['virtio-net-device', ['max_queue_pairs', 'curr_queue_pairs'], ['maxQueuePairs', 'currQueuePairs']],
])('fields of %s have one name, whatever they were called: %s', (name, wire, names) => {
  const fields = wire.map((one) => field(one, 'uint16', { hasPredicate: true }));
  const { files, unknownValues } = printCatalog([{ ...described(name, 11, fields), isDevice: true }], {
    title: '',
  });
  expect([...unknownValues.values()]).toEqual([]);
  const text = files.get(`devices/${name}.ts`);
  for (const one of names) expect(text).toContain(`$.${one}.presentWhen(multiqueue)`);
});

test('entries of overlays that match nothing are told', () => {
  const descriptions = [described('a', 1, [field('x', 'uint8'), field('x', 'uint8')])];
  const entry = (...names: readonly string[]): { source: string; fields: Record<string, object> } => ({
    source: '',
    fields: Object.fromEntries(names.map((name) => [name, {}])),
  });
  expect(unusedOverlays(descriptions, { a: entry('x', 'x#2', 'x#3', 'y'), b: entry('x') })).toEqual([
    'a.x#3',
    'a.y',
    'b',
  ]);
});
