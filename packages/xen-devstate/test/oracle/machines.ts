import { shapeArguments } from '../../scripts/qemu/shape-arguments.mjs';

/** A machine started by the tests, and what they do with its file. */
export interface TestMachine {
  readonly name: string;
  /** QEMU's arguments, except those that start or load it. */
  readonly args: readonly string[];
  /** Whether its file has footers and a global state. */
  readonly shape: 'usual' | 'xen';
  /** The last message of its BIOS before the file is written; if not given, the machine never runs. */
  readonly until?: string;
  /** Edits that QEMU must keep, in the syntax of `devstate set`. */
  readonly edits: readonly string[];
  /** Fields that QEMU itself changes when it loads a file, edited or not: patterns for name and path. */
  readonly changed: readonly RegExp[];
}

/**
 * QEMU drops these on load unless a drive error is pending: `ide_bmdma_post_load` in hw/ide/pci.c only restores them then.
 */
const RETRY = /^0000:00:01\.1\/ide state\.bmdma\[[01]\]\.migrationRetry(?:Unit|SectorNum|Nsector)$/;

/**
 * Two controllers of an ISA PC have the same name and instance number. QEMU loads both sections into the first, and the
 * second keeps its initial state.
 */
const ISA_IDE = /^isa-ide /;

/** The chips that every PC has. */
const CHIPS = [
  'mc146818rtc.cmosData[56]=0x5a',
  'mc146818rtc.cmosIndex=0x38',
  'serial#0.state.scratch=0xa5',
  'serial#0.state.divider=3',
  'parallel_isa.stateDataw=0x3c',
  'i8259#1.imr=0xb1',
  'i8259#0.irqBase=0x70',
  'i8254.channels[2].latchedCount=0x1234',
  'i8254.channels[2].status=0x56',
  'dma#1.regs[2].mode=0x49',
  'dma#1.regs[2].now=[4660, -5]',
  'pcspk.dataOn=1',
  'ps2kbd.scancodeSet=3',
  // a subsection that was absent: QEMU writes it if the flag is set
  'ps2kbd.subsections=[{"name":"ps2kbd/need_high_bit","version":1,"state":{"needHighBit":true}}]',
  'ps2mouse.mouseSampleRate=200',
  'vmmouse.status=0x4321',
  'cpu#0.regs[3]=0x1122334455667788',
  'cpu#0.fpuRegisters[7].tmp.tmpMant=0x8000000000000001',
  'fw_cfg.curEntry=0x19',
];

const PCI_CHIPS = [
  'apic#0.logDest=0x5a',
  'ioapic.ioredtbl[5]=0x10055',
  'hpet.timers[2].cmp=0x0123456789abcdef',
];

/**
 * The state does not include guest memory, without which the TPR optimization does not load (QEMU hw/i386/kvmvapic.c). The clock
 * stops while the machine is stopped.
 */
const COMMON = [
  ...['-m', '16', '-accel', 'tcg', '-global', 'apic-common.vapic=off'],
  ...['-rtc', 'base=2006-06-17T16:01:21,clock=vm'],
];

/** Machines whose files QEMU itself can load, each with the format of its files. */
export const machines: readonly TestMachine[] = [
  {
    name: 'pc, after its BIOS',
    args: ['-M', 'pc', ...COMMON],
    shape: 'usual',
    until: 'No bootable device',
    edits: [
      ...CHIPS,
      ...PCI_CHIPS,
      'vga.pciDevice.config.header.interruptLine=9',
      'vga.vga.palette[4]=0x2b',
      'vga.vga.crtc[14]=0x77',
      'vga.vga.vbeRegs[1]=0x320',
      'e1000.pciDevice.config.header.interruptLine=5',
      'e1000.eepromData[0]=0xbbaa',
      'e1000.phy[4]=0x01e1',
      // QEMU takes the first word of the registers; but the subsection that follows has all of them again
      'e1000.ledctl=0x07068302',
      'e1000.subsections[1].state.macReg[896]=0x07068302',
      'fdc.state.drives[1].track=39',
      'fdc.state.fifo[511]=0xee',
      'PIIX3.pciDevice.config.capabilities[32]=0x0b',
      'ide.bus0Ifs[0].sector=17',
      'ide.bmdma[0].addr=0x00ff0000',
      'piix4_pm.gpe.enable=0x04',
      'port92.outport=0',
      'acpi_build.patched=0',
    ],
    changed: [RETRY],
  },
  {
    name: 'q35, in Xen’s shape, after its BIOS',
    args: ['-M', 'q35', ...COMMON],
    shape: 'xen',
    until: 'No bootable device',
    edits: [
      ...CHIPS,
      ...PCI_CHIPS,
      'vga.vga.palette[767]=0x3d',
      'e1000e.pciDevice.config.header.interruptLine=5',
      'ich9_ahci.ahci.ports[3].portIfs0.sectorCount=77',
      'ICH9LPC.apm.apms=0x42',
      'ICH9LPC.pm.acpiRegsGpeEn[1]=0x80',
      'ICH9LPC.pm.subsections[1].state.tcoRegs.tcoMsg1=0x99',
      'ich9_smb.smb.smbData0=0x31',
    ],
    changed: [],
  },
  {
    // when loading an ISA VGA, QEMU 7.2 crashes with a Cirrus and 10.0 with a standard one, even on their own files
    name: 'isapc, which never ran',
    args: ['-M', 'isapc', '-vga', 'none', ...COMMON],
    shape: 'usual',
    edits: [
      ...CHIPS,
      'ne2000.ne2000.phys=525400abcdef',
      'ne2000.ne2000.mem[16384]=0x11',
      'fdc.state.drives[0].head=1',
    ],
    changed: [ISA_IDE],
  },
  {
    name: 'pc with many devices, in Xen’s shape',
    args: [
      ...['-M', 'pc', ...COMMON, '-smp', '2', '-nodefaults', '-audiodev', 'none,id=sound'],
      ...['-device', 'cirrus-vga', '-device', 'e1000', '-device', 'rtl8139', '-device', 'pcnet'],
      ...['-device', 'virtio-rng-pci', '-device', 'virtio-net-pci', '-device', 'virtio-balloon-pci'],
      ...['-device', 'AC97,audiodev=sound', '-device', 'intel-hda', '-device', 'hda-duplex,audiodev=sound'],
      ...[
        '-usb',
        '-device',
        'usb-tablet',
        '-device',
        'usb-kbd',
        '-device',
        'usb-ehci',
        '-device',
        'nec-usb-xhci',
      ],
      ...['-chardev', 'null,id=line', '-device', 'isa-serial,chardev=line', '-device', 'i6300esb'],
      ...['-chardev', 'null,id=port', '-device', 'isa-parallel,chardev=port', '-device', 'lsi53c895a'],
    ],
    shape: 'xen',
    edits: [
      ...CHIPS,
      ...PCI_CHIPS,
      'cpu#1.regs[15]=0xfedcba9876543210',
      'cirrus_vga.cirrusVga.vgaPalette[1]=2',
      'cirrus_vga.cirrusVga.vgaHwCursorX=100',
      'rtl8139.phys=5254000a0b0c',
      'rtl8139.eepromContents[7]=0x4142',
      'virtio-net.virtio.config[5]=0x77',
      'virtio-net.virtio.device.mac=525400112233',
      'virtio-net.virtio.queues[1].vector=2',
      'virtio-rng.virtio.pci.msix.table[1].data=0x4041',
      'ac97.globCnt=2',
      'hda-audio.st[0].gainLeft=0x33',
      'usb-ptr.hid.ptrQueue[1].xdx=16000',
      'usb-kbd.hid.kbdLeds=3',
      'usb-kbd.hid.kbdKey[15]=9',
      'lsiscsi.temp=0x01020304',
      'i6300esb_wdt.timer1Preload=0x12345',
    ],
    changed: [RETRY],
  },
];

/** The arguments for QEMU to write or load the file of a machine. */
export function argumentsOf({ args, shape }: TestMachine): readonly string[] {
  return [...args, ...shapeArguments(shape)];
}
