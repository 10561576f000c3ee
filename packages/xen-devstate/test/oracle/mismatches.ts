import type { Cause } from '../../src/doctor/finding.js';

/** A machine that saves a file, and another one that is to load it. */
export interface Mismatch {
  readonly name: string;
  readonly saved: readonly string[];
  readonly loaded: readonly string[];
  /** The QEMU that loads, where it is another one. */
  readonly loader?: 'qemu-system-i386';
  readonly cause: Cause;
  /** The section that is at fault. */
  readonly section: string;
  /** What QEMU says; nothing, where it loads the file all the same, and is wrong. */
  readonly qemuSays: RegExp | undefined;
  /** Whether the file can be changed so that the target takes it. */
  readonly canFix?: true;
}

const COMMON = [
  '-m',
  '16',
  '-accel',
  'tcg',
  '-global',
  'apic-common.vapic=off',
  '-nodefaults',
  '-display',
  'none',
];
const NO_FOOTERS = ['-global', 'migration.send-section-footer=off'];
const NO_GLOBAL_STATE = ['-global', 'migration.store-global-state=off'];
const XEN = [...NO_FOOTERS, ...NO_GLOBAL_STATE];
const machine = (name: string, ...more: readonly string[]): readonly string[] => [
  '-M',
  name,
  ...COMMON,
  ...more,
];
const plugged = (device: string, ...more: readonly string[]): readonly string[] => [
  '-device',
  [device, ...more].join(','),
];

const PM = '0000:00:01.3/piix4_pm';

/** Mismatches that QEMU's own switches make, and what QEMU 7.2 says of them. */
export const mismatches: readonly Mismatch[] = [
  {
    name: 'the story of 2020: a file without smb, and a machine type that has it, no footers',
    saved: machine('pc-i440fx-3.1', ...XEN, ...plugged('virtio-balloon')),
    loaded: machine('pc-i440fx-4.0', ...XEN, ...plugged('virtio-balloon')),
    cause: 'fact:smbus',
    section: PM,
    qemuSays: /Unknown savevm section type 111/,
    canFix: true,
  },
  {
    name: 'the other way: QEMU takes a 0 for the end of the file, and says nothing',
    saved: machine('pc-i440fx-4.0', ...XEN),
    loaded: machine('pc-i440fx-3.1', ...XEN),
    cause: 'fact:smbus',
    section: PM,
    qemuSays: undefined,
    canFix: true,
  },
  {
    name: 'the same with footers',
    saved: machine('pc-i440fx-4.0'),
    loaded: machine('pc-i440fx-3.1'),
    cause: 'fact:smbus',
    section: PM,
    qemuSays: /Missing section footer for 0000:00:01\.3\/piix4_pm/,
    canFix: true,
  },
  {
    name: 'the index of a slot, which came with machine type 7.0',
    saved: machine('pc-i440fx-6.2'),
    loaded: machine('pc-i440fx-7.0'),
    cause: 'fact:acpiIndex',
    section: PM,
    qemuSays: /piix4_pm/,
    canFix: true,
  },
  {
    name: 'a property instead of a machine type',
    saved: machine('pc', '-global', 'PIIX4_PM.x-not-migrate-acpi-index=on'),
    loaded: machine('pc'),
    cause: 'fact:acpiIndex',
    section: PM,
    qemuSays: /piix4_pm/,
    canFix: true,
  },
  {
    name: 'hot-plugging into bridges, on and off',
    saved: machine('pc'),
    loaded: machine('pc', '-global', 'PIIX4_PM.acpi-pci-hotplug-with-bridge-support=off'),
    cause: 'fact:bridgeHotplug',
    section: PM,
    qemuSays: /piix4_pm/,
    canFix: true,
  },
  {
    name: 'footers that the target does not expect',
    saved: machine('pc'),
    loaded: machine('pc', ...NO_FOOTERS),
    cause: 'footers',
    section: 'timer',
    qemuSays: /Unknown savevm section type 126/,
    canFix: true,
  },
  {
    name: 'no footers where the target expects them',
    saved: machine('pc', ...NO_FOOTERS),
    loaded: machine('pc'),
    cause: 'footers',
    section: 'timer',
    qemuSays: /Missing section footer for timer/,
    canFix: true,
  },
  {
    name: 'a device that the target lacks',
    saved: machine('pc', ...plugged('e1000')),
    loaded: machine('pc'),
    cause: 'unknown-section',
    section: '0000:00:02.0/e1000',
    qemuSays: /Unknown savevm section or instance '0000:00:02\.0\/e1000' 0/,
  },
  {
    name: 'a device in another slot',
    saved: machine('pc', ...plugged('e1000', 'addr=5')),
    loaded: machine('pc', ...plugged('e1000', 'addr=6')),
    cause: 'unknown-section',
    section: '0000:00:05.0/e1000',
    qemuSays: /Unknown savevm section or instance '0000:00:05\.0\/e1000' 0/,
  },
  {
    name: 'a processor of 64 bits in a QEMU of 32',
    saved: machine('pc', '-cpu', 'qemu32'),
    loaded: machine('pc', '-cpu', 'qemu32'),
    loader: 'qemu-system-i386',
    cause: 'cpu-width',
    section: 'cpu',
    qemuSays: /cpu/,
  },
  {
    name: 'the old machine type 2.3, which saves no footers and no state of its own',
    saved: machine('pc-i440fx-2.3'),
    loaded: machine('pc-i440fx-7.2'),
    cause: 'footers',
    section: 'timer',
    qemuSays: /Missing section footer for timer/,
  },
  {
    name: 'another number of processors',
    saved: machine('pc', '-smp', '2'),
    loaded: machine('pc'),
    cause: 'unknown-section',
    section: 'cpu_common',
    qemuSays: /Unknown savevm section or instance 'cpu_common' 1/,
  },
  {
    name: 'the SMBus host of ICH9, which came with 4.0',
    saved: machine('pc-q35-3.1'),
    loaded: machine('pc-q35-4.0'),
    cause: 'fact:ich9Smbus',
    section: '0000:00:1f.3/ich9_smb',
    qemuSays: /ich9_smb/,
  },
];
