import { describe, expect, test } from 'vitest';
import { devstate } from './fake-host.js';

interface Known {
  readonly name: string;
  readonly catalog: string;
  readonly missing: readonly string[];
  readonly schemas: readonly {
    readonly device: string;
    readonly fields: readonly { readonly name: string; readonly wireName: string; readonly type: string }[];
  }[];
}

async function known(...args: string[]): Promise<Readonly<Record<string, readonly Known[]>>> {
  const { code, stdout } = await devstate(['devices', '--json', ...args]);
  expect(code).toBe(0);
  return JSON.parse(stdout.text) as Record<string, Known[]>;
}

describe('devstate devices', () => {
  test('every catalog knows the devices that every PC has', async () => {
    const all = await known();
    for (const name of [
      'timer',
      'cpu',
      'mc146818rtc',
      'dma',
      'i8259',
      'fdc',
      'ps2kbd',
      'e1000',
      'cirrus_vga',
      'vga',
    ]) {
      expect(all[name]?.map(({ catalog }) => catalog)).toEqual([
        'qemu-11.1',
        'qemu-10.0',
        'qemu-7.2',
        'qemu-11.1-xen',
        'qemu-10.0-xen',
        'qemu-7.2-xen',
      ]);
      expect(all[name]?.every(({ schemas }) => schemas.length > 0)).toBe(true);
    }
    expect(Object.keys(all)).toEqual(Object.keys(all).sort());
  });

  test('lists the fields of one device in the order of QEMU', async () => {
    const { mc146818rtc = [] } = await known('mc146818rtc', '--catalog', 'qemu-7.2-xen');
    expect(mc146818rtc.length).toBe(1);
    const fields = mc146818rtc[0]?.schemas[0]?.fields ?? [];
    // as in the VMDESCRIPTION of a machine
    expect(fields.map(({ wireName }) => wireName).slice(0, 13)).toEqual([
      ...[
        'cmos_data',
        'cmos_index',
        'unused',
        'periodic_timer',
        'next_periodic_time',
        'unused',
        'irq_coalesced',
      ],
      ...['period', 'base_rtc', 'last_update', 'offset', 'update_timer', 'next_alarm_time'],
    ]);
    expect(fields.find(({ wireName }) => wireName === 'update_timer')).toMatchObject({
      name: 'updateTimer',
      type: 'timer',
    });
    const { stdout } = await devstate(['devices', 'mc146818rtc', '--catalog', 'qemu-7.2-xen']);
    expect(stdout.text).toContain("mc146818rtc of QEMU 7.2 (Debian, Xen's i386), catalog qemu-7.2-xen\n");
    expect(stdout.text).toMatch(/^ {4}updateTimer +update_timer +timer$/m);
  });

  test('lists the missing parts of partly known devices', async () => {
    const all = await known('--catalog', 'qemu-7.2');
    const { stdout } = await devstate(['devices', '--catalog', 'qemu-7.2']);
    const lines = stdout.text.trimEnd().split('\n');
    const partly = Object.values(all).filter((devices) => devices.some(({ missing }) => missing.length > 0));
    expect(lines.length).toBe(Object.keys(all).length + 2);
    expect(lines.slice(0, -1).filter((line) => / partly +\S/.test(line)).length).toBe(partly.length);
    expect(lines.at(-1)).toBe(`${Object.keys(all).length} devices, ${partly.length} of them partly known`);
  });
});

test('rejects an unknown name, and suggests similar ones', async () => {
  const { code, stderr } = await devstate(['devices', 'mc146818']);
  expect([code, stderr.text]).toEqual([2, expect.stringContaining('similar names: mc146818rtc')]);
});
