/** A QEMU binary, and its arguments. */
export interface Started {
  readonly qemu: string;
  readonly args: readonly string[];
}

/** A file written by one machine and loaded into another. */
export interface Mismatch {
  readonly name: string;
  readonly written: Started;
  readonly target: Started;
  /** The doctor's first fault; `undefined` if the file loads as it was written. */
  readonly cause: string | undefined;
  /** What QEMU does with the file. */
  readonly outcome: 'refused' | 'misreads' | 'loads';
  /** Whether the doctor can write a file that the target accepts. */
  readonly isFixable: boolean;
}

const COMMON = [
  ...['-accel', 'tcg', '-m', '16', '-nodefaults', '-global', 'apic-common.vapic=off'],
  ...['-rtc', 'base=2006-06-17T16:01:21,clock=vm'],
];
/** The properties that the Xen accelerator sets. */
const XEN = [
  ...['-global', 'migration.send-section-footer=off', '-global', 'migration.store-global-state=off'],
];
/** Another one that it sets if guests have an i440FX. */
const NO_BRIDGES = ['-global', 'PIIX4_PM.acpi-pci-hotplug-with-bridge-support=off'];
const ROOT_PORT = ['-device', 'pcie-root-port,id=above,chassis=1,addr=5'];

const pc = (machine: string, ...args: readonly string[]): Started => ({
  qemu: 'qemu-system-x86_64',
  args: ['-M', machine, ...COMMON, ...args],
});
const xen = (machine: string, ...args: readonly string[]): Started => pc(machine, ...XEN, ...args);
const i386 = (machine: string, ...args: readonly string[]): Started => ({
  ...pc(machine, ...args),
  qemu: 'qemu-system-i386',
});

type Row = readonly [
  name: string,
  written: Started,
  target: Started,
  cause: string | undefined,
  outcome: Mismatch['outcome'],
  isFixable: boolean,
];

const ROWS: readonly Row[] = [
  // footers
  ['2.3 has no footers', pc('pc-i440fx-2.3'), pc('pc-i440fx-7.2'), 'footers-missing', 'refused', true],
  ['2.3 expects no footers', pc('pc-i440fx-7.2'), pc('pc-i440fx-2.3'), 'footers-unexpected', 'refused', true],
  ['footers off by a property', pc('pc'), pc('pc', ...XEN), 'footers-unexpected', 'refused', true],

  // the SMBus host of an i440FX, with and without footers
  ['3.1 into 4.0', pc('pc-i440fx-3.1'), pc('pc-i440fx-4.0'), 'piix4-smbus', 'refused', true],
  ['4.0 into 3.1', pc('pc-i440fx-4.0'), pc('pc-i440fx-3.1'), 'piix4-smbus', 'refused', true],
  ['2.4 into 7.2', pc('pc-i440fx-2.4'), pc('pc-i440fx-7.2'), 'piix4-smbus', 'refused', true],
  [
    '3.1 into 4.0, without footers',
    xen('pc-i440fx-3.1'),
    xen('pc-i440fx-4.0'),
    'piix4-smbus',
    'misreads',
    true,
  ],
  [
    '4.0 into 3.1, without footers',
    xen('pc-i440fx-4.0'),
    xen('pc-i440fx-3.1'),
    'piix4-smbus',
    'misreads',
    true,
  ],
  [
    '2.3 into 7.2, without footers',
    xen('pc-i440fx-2.3'),
    xen('pc-i440fx-7.2'),
    'piix4-smbus',
    'refused',
    true,
  ],
  [
    '3.1 into 4.0 as in 2020: a PCI device whose section name is followed by an "o"',
    xen('pc-i440fx-3.1', ...NO_BRIDGES, '-device', 'virtio-rng-pci,addr=5'),
    xen('pc-i440fx-4.0', ...NO_BRIDGES, '-device', 'virtio-rng-pci,addr=5'),
    ...(['piix4-smbus', 'refused', true] as const),
  ],

  // the SMBus host of a q35
  ['q35 3.1 into 4.0', pc('pc-q35-3.1'), pc('pc-q35-4.0'), 'ich9-smbus', 'refused', true],
  ['q35 4.0 into 3.1', pc('pc-q35-4.0'), pc('pc-q35-3.1'), 'ich9-smbus', 'refused', true],
  ['q35 3.1 into 4.0, without footers', xen('pc-q35-3.1'), xen('pc-q35-4.0'), 'ich9-smbus', 'refused', true],

  // the index of a slot
  ['6.2 into 7.0', pc('pc-i440fx-6.2'), pc('pc-i440fx-7.0'), 'piix4-acpi-index', 'refused', true],
  ['7.0 into 6.2', pc('pc-i440fx-7.0'), pc('pc-i440fx-6.2'), 'piix4-acpi-index', 'refused', true],
  [
    '6.2 into 7.0, without footers',
    xen('pc-i440fx-6.2'),
    xen('pc-i440fx-7.0'),
    'piix4-acpi-index',
    'refused',
    true,
  ],

  // hot-plugging
  [
    'bridge hot-plugging on into off',
    pc('pc'),
    pc('pc', ...NO_BRIDGES),
    'piix4-bridge-hotplug',
    'refused',
    true,
  ],
  [
    'bridge hot-plugging off into on',
    xen('pc', ...NO_BRIDGES),
    xen('pc'),
    'piix4-bridge-hotplug',
    'refused',
    true,
  ],
  [
    'two memory slots into four',
    pc('pc', '-m', '16,slots=2,maxmem=1G'),
    pc('pc', '-m', '16,slots=4,maxmem=1G'),
    ...(['memory-slots', 'refused', true] as const),
  ],
  [
    'no memory slots into two',
    pc('pc'),
    pc('pc', '-m', '16,slots=2,maxmem=1G'),
    'memory-slots',
    'refused',
    true,
  ],
  [
    'a bridge with a hot-plug controller into one without',
    pc('pc', '-device', 'pci-bridge,chassis_nr=1,addr=5,shpc=on'),
    pc('pc', '-device', 'pci-bridge,chassis_nr=1,addr=5,shpc=off'),
    ...(['bridge-shpc', 'refused', false] as const),
  ],

  // processors
  ['x86_64 into i386', pc('pc'), i386('pc'), 'cpu-word-size', 'refused', false],
  ['i386 into x86_64', i386('pc'), pc('pc'), 'cpu-word-size', 'refused', false],
  ['x86_64 into i386, without footers', xen('pc'), i386('pc', ...XEN), 'cpu-word-size', 'misreads', false],
  ['two processors into one', pc('pc', '-smp', '2'), pc('pc'), 'cpu-count', 'refused', false],

  // devices that are missing or different
  [
    'a network card that the target does not have',
    pc('pc', '-device', 'rtl8139,addr=5'),
    pc('pc'),
    'device-missing',
    'refused',
    false,
  ],
  [
    'a network card in another slot',
    pc('pc', '-device', 'rtl8139,addr=5'),
    pc('pc', '-device', 'rtl8139,addr=6'),
    ...(['device-moved', 'refused', false] as const),
  ],
  [
    'another model of a network card',
    pc('pc', '-device', 'e1000,addr=5'),
    pc('pc', '-device', 'e1000-82544gc,addr=5'),
    ...(['pci-identity', 'refused', false] as const),
  ],
  ['a HPET', pc('pc'), pc('pc', '-no-hpet'), 'hpet', 'refused', false],
  ['the VMware port', pc('pc'), pc('pc,vmport=off'), 'vmport', 'refused', false],
  [
    'the TPR optimization',
    pc('pc', '-global', 'apic-common.vapic=on'),
    pc('pc'),
    ...(['vapic', 'refused', false] as const),
  ],
  ['a pc into a q35', pc('pc'), pc('q35'), 'machine-family', 'refused', false],
  ['an ISA PC into a pc', pc('isapc'), pc('pc'), 'device-missing', 'refused', false],

  // properties of devices
  [
    'a root port that saves its MSI-X table',
    pc('q35', ...ROOT_PORT),
    pc('q35', ...ROOT_PORT, '-global', 'pcie-root-port.x-migrate-msix=off'),
    ...(['root-port-msix', 'refused', false] as const),
  ],
  [
    'virtio on PCI Express into conventional PCI',
    pc('q35', ...ROOT_PORT, '-device', 'virtio-rng-pci,bus=above'),
    pc('q35', ...ROOT_PORT, '-device', 'virtio-rng-pci,bus=above,x-disable-pcie=on'),
    ...(['pci-express', 'refused', false] as const),
  ],
  [
    'virtio with its modern interface into one without',
    pc('pc', '-device', 'virtio-rng-pci,addr=5'),
    pc('pc', '-device', 'virtio-rng-pci,addr=5,disable-modern=on'),
    ...(['pci-capabilities', 'refused', false] as const),
  ],
  [
    'virtio with three vectors into eight',
    pc('pc', '-device', 'virtio-net-pci,addr=5'),
    pc('pc', '-device', 'virtio-net-pci,addr=5,vectors=8'),
    ...(['msix-vectors', 'refused', false] as const),
  ],
  [
    'a paravirtual SCSI controller on PCI Express into conventional PCI',
    pc('q35', ...ROOT_PORT, '-device', 'pvscsi,bus=above'),
    pc('q35', ...ROOT_PORT, '-device', 'pvscsi,bus=above,x-disable-pcie=on'),
    ...(['pci-express', 'refused', false] as const),
  ],
  [
    'vmxnet3 on PCI Express into conventional PCI',
    pc('pc', '-device', 'vmxnet3,addr=5'),
    pc('pc', '-device', 'vmxnet3,addr=5,x-disable-pcie=on'),
    ...(['pci-express', 'refused', false] as const),
  ],

  // differences that load anyway
  [
    'subsections that the target would not save',
    pc('pc', '-device', 'e1000,addr=5'),
    pc('pc', '-device', 'e1000,addr=5,mitigation=off,extra_mac_registers=off,migrate_tso_props=off'),
    ...([undefined, 'loads', true] as const),
  ],
  ['one processor into two', pc('pc'), pc('pc', '-smp', '2'), undefined, 'loads', true],
  ['6.0 into 6.1', pc('pc-i440fx-6.0'), pc('pc-i440fx-6.1'), undefined, 'loads', true],
];

/** Mismatches made with QEMU's own options. */
export const mismatches: readonly Mismatch[] = ROWS.map(
  ([name, written, target, cause, outcome, isFixable]) => ({
    name,
    written,
    target,
    cause,
    outcome,
    isFixable,
  }),
);
