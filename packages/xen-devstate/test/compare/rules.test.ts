import { describe, expect, test } from 'vitest';
import type { SidesComparison } from '../../src/compare/compare-sides.js';
import { compareSides } from '../../src/compare/compare-sides.js';
import type { WireDescription } from '../../src/compare/wire-description.js';
import { build, described, field, structField } from './described.js';

// The rules of QEMU's loader: migration/vmstate.c, vmstate_load_state and vmstate_subsection_load; migration/savevm.c,
// qemu_loadvm_section_start_full. Each test has two builds of one device, and the outcome in both directions.

function compare(old: WireDescription, now: WireDescription): SidesComparison {
  return compareSides(build('old', old), build('new', now));
}

/** The result for the device: changes by kind and field, and the outcomes. */
function told(old: WireDescription, now: WireDescription): unknown {
  const [device] = compare(old, now).devices;
  return {
    changes: device?.structs.flatMap(({ changes }) =>
      changes.map(({ kind, field: name }) => `${kind} ${name}`),
    ),
    forward: device?.forward,
    backward: device?.backward,
  };
}

const a = field('a', 'uint32');
const b = field('b', 'uint32');
const SURVIVES = { outcome: 'survives', reasons: [] };

test('a build does not differ from itself', () => {
  const device = described('device', [a, structField('inner', described('inner', [b]))]);
  const again = described('device', [a, structField('inner', described('inner', [b]))]);
  expect(compare(device, again)).toMatchObject({
    same: true,
    devices: [],
    renames: [],
    removed: [],
    added: [],
  });
});

describe('versions', () => {
  test('skip fields of later versions in an older state, and refuse a later version', () => {
    const since = field('b', 'uint32', { presence: { kind: 'since', version: 2 } });
    expect(told(described('device', [a]), described('device', [a, since], { version: 2 }))).toEqual({
      changes: ['version undefined', 'field-added b'],
      forward: SURVIVES,
      backward: { outcome: 'fails', reasons: [`says "unsupported version 2 for 'device' v1"`] },
    });
  });

  test('below the minimum are refused', () => {
    expect(
      told(described('device', [a]), described('device', [a], { version: 2, minimum: 2 })),
    ).toMatchObject({
      forward: {
        outcome: 'fails',
        reasons: ['says "device: incoming version_id 1 is too old for local minimum version_id 2"'],
      },
      backward: { outcome: 'fails' },
    });
  });

  test('of nested structs are not on the wire', () => {
    const inner = (version: number): WireDescription => ({
      ...described('inner', [a], { version }),
      minimum: undefined,
    });
    const [old, now] = [1, 2].map((version) => described('device', [structField('inner', inner(version))]));
    const { same, renames } = compare(old as WireDescription, now as WireDescription);
    expect(same).toBe(true);
    expect(renames.map(({ struct, devices }) => [struct, devices])).toEqual([['inner', ['device']]]);
  });
});

describe('fields', () => {
  test('added without a new version make the loader continue at the wrong offset', () => {
    const reason = (bytes: number, sent: number): string =>
      `it reads ${bytes} bytes, but ${sent} are sent: says "Missing section footer for device"; without footers, as under Xen, it continues at the wrong offset`;
    expect(told(described('device', [a]), described('device', [a, b]))).toEqual({
      changes: ['field-added b'],
      forward: { outcome: 'fails', reasons: [reason(8, 4)] },
      backward: { outcome: 'fails', reasons: [reason(4, 8)] },
    });
  });

  test('with a new name are listed as renamed, not as a difference on the wire', () => {
    const { same, renames } = compare(
      described('device', [a, field('old', 'uint8'), b]),
      described('device', [a, field('new', 'uint8'), b]),
    );
    expect(same).toBe(true);
    expect(renames[0]?.changes).toEqual([
      { kind: 'field-renamed', field: 'old', before: 'old', after: 'new', isOnWire: false },
    ]);
  });

  test('that are swapped are read as each other', () => {
    expect(told(described('device', [a, b]), described('device', [b, a]))).toEqual({
      changes: ['field-moved a'],
      forward: {
        outcome: 'loads wrongly',
        reasons: ['a is read as b, b is read as a: the sizes are equal'],
      },
      backward: {
        outcome: 'loads wrongly',
        reasons: ['b is read as a, a is read as b: the sizes are equal'],
      },
    });
  });

  test('that are moved into a struct are the same bytes', () => {
    const inner = described('inner', [a, b]);
    const { same, renames } = compare(
      described('device', [field('c', 'uint8'), a, b]),
      described('device', [field('c', 'uint8'), structField('inner', inner)]),
    );
    expect(same).toBe(true);
    expect(renames[0]?.changes).toMatchObject([{ kind: 'regrouped', before: 'a, b', after: 'inner' }]);
  });

  test('that are now unused load correctly forward, and as zeros backward', () => {
    const unused = field('unused', 'unused_buffer', { bytes: 4 });
    expect(told(described('device', [a, b]), described('device', [a, unused]))).toEqual({
      changes: ['no-longer-used b'],
      forward: SURVIVES,
      backward: {
        outcome: 'loads wrongly',
        reasons: ['0 is read for b: the sender does not use these bytes'],
      },
    });
  });

  test("with a type that must equal the target's value depend on the target", () => {
    expect(told(described('device', [a]), described('device', [field('a', 'uint32 equal')]))).toEqual({
      changes: ['field-retyped a'],
      forward: { outcome: 'depends', reasons: ["a must equal the target's own value"] },
      backward: SURVIVES,
    });
  });

  test('that differ only in the sign are not a difference on the wire', () => {
    const { same, renames } = compare(described('device', [a]), described('device', [field('a', 'int32')]));
    expect(same).toBe(true);
    expect(renames[0]?.changes).toMatchObject([{ kind: 'field-retyped', before: 'uint32, 4 bytes' }]);
  });

  test('that divide the same total differently are misinterpreted', () => {
    const [half, wide] = [field('half', 'uint16'), field('wide', 'uint64')];
    const old = described('device', [wide, half]);
    const now = described('device', [half, field('wide', 'uint32'), a]);
    expect(told(old, now)).toMatchObject({ forward: { outcome: 'loads wrongly' } });
  });

  test('with a condition depend on the machine', () => {
    const presence = { kind: 'when', text: 'scanoutFormats', isUsual: true } as const;
    expect(told(described('device', [a]), described('device', [a, { ...b, presence }]))).toEqual({
      changes: ['field-added b'],
      forward: {
        outcome: 'depends',
        reasons: ['new expects b if scanoutFormats (machine types 9.0 and later), which old does not send'],
      },
      backward: {
        outcome: 'depends',
        reasons: ['new sends b if scanoutFormats (machine types 9.0 and later), which old does not expect'],
      },
    });
  });

  test('with both a new name and a new condition depend on the machine', () => {
    // as QEMU hw/scsi/esp.c kept the fields from before version 5, with functions as conditions
    const presence = { kind: 'when', text: undefined, isUsual: undefined } as const;
    const kept = field('mig_a', 'uint32', { presence });
    const fresh = field('fresh', 'uint8', { presence });
    expect(told(described('device', [a, b]), described('device', [kept, b, fresh]))).toMatchObject({
      forward: {
        outcome: 'depends',
        reasons: [
          'old sends a always, but new expects it on a condition',
          'new expects fresh on a condition, which old does not send',
        ],
      },
    });
  });

  test('that are arrays with more elements fail', () => {
    const array = (value: number): WireDescription =>
      described('device', [field('a', 'uint8', { count: { kind: 'fixed', value } })]);
    expect(told(array(4), array(5))).toMatchObject({
      changes: ['count-changed a'],
      forward: { outcome: 'fails' },
      backward: { outcome: 'fails' },
    });
  });
});

describe('subsections', () => {
  const part = described('device/part', [b]);

  test('that the target does not know are refused if they are sent; missing ones are fine', () => {
    expect(told(described('device', [a]), described('device', [a], { subsections: [part] }))).toEqual({
      changes: ['subsection-added device/part'],
      forward: SURVIVES,
      backward: {
        outcome: 'depends',
        reasons: [`if device/part is sent: says "VM subsection 'device/part' in 'device' does not exist"`],
      },
    });
  });

  test('have their own versions', () => {
    const later = described('device/part', [b], { version: 2 });
    expect(
      told(
        described('device', [a], { subsections: [part] }),
        described('device', [a], { subsections: [later] }),
      ),
    ).toMatchObject({
      forward: SURVIVES,
      backward: {
        outcome: 'depends',
        reasons: [
          'if device/part is sent: says "device/part: incoming version_id 2 is too new for local version_id 1"',
        ],
      },
    });
  });
});

test('a struct shared by several devices is listed once, with these devices', () => {
  const device = (name: string, inner: WireDescription): WireDescription =>
    described(name, [structField('inner', inner)]);
  const [old, now] = [described('inner', [a]), described('inner', [a, b])];
  const { devices, parts } = compareSides(
    build('old', device('one', old), device('two', old)),
    build('new', device('one', now), device('two', now)),
  );
  expect(parts.map((one) => [one.struct, one.devices])).toEqual([['inner', ['one', 'two']]]);
  expect(devices.map((one) => [one.device, one.structs, one.parts])).toEqual([
    ['one', [], ['inner']],
    ['two', [], ['inner']],
  ]);
});

test('devices of one build only are listed separately; of several layouts, the most similar are compared', () => {
  const [old, now] = [build('old', described('gone', [a])), build('new', described('come', [a]))];
  const layouts = [described('device', [a, a, a]), described('device', [b])];
  const { same, removed, added } = compareSides(
    { ...old, devices: new Map([...old.devices, ['device', layouts]]) },
    { ...now, devices: new Map([...now.devices, ['device', [described('device', [b])]]]) },
  );
  expect({ same, removed, added }).toEqual({
    same: true,
    removed: ['device (other layout)', 'gone'],
    added: ['come'],
  });
});
