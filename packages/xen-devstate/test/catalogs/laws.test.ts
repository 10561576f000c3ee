import { laws } from '@bytewright/schema-dsl/testing/vitest';
import * as ApicSchema from '@bytewright/xen-devstate/catalogs/qemu-10.0/apic';
import * as CirrusVgaSchema from '@bytewright/xen-devstate/catalogs/qemu-10.0/cirrus-vga';
import * as DmaSchema from '@bytewright/xen-devstate/catalogs/qemu-10.0/dma';
import * as FdcSchema from '@bytewright/xen-devstate/catalogs/qemu-10.0/fdc';
import * as HpetSchema from '@bytewright/xen-devstate/catalogs/qemu-10.0/hpet';
import * as I440FXSchema from '@bytewright/xen-devstate/catalogs/qemu-10.0/i440-fx';
import * as I8254Schema from '@bytewright/xen-devstate/catalogs/qemu-10.0/i8254';
import * as I8259Schema from '@bytewright/xen-devstate/catalogs/qemu-10.0/i8259';
import * as Mc146818rtcSchema from '@bytewright/xen-devstate/catalogs/qemu-10.0/mc146818rtc';
import * as PciBridgeSchema from '@bytewright/xen-devstate/catalogs/qemu-10.0/pci-bridge';
import * as Piix4PmSchema from '@bytewright/xen-devstate/catalogs/qemu-10.0/piix4-pm';
import * as Port92Schema from '@bytewright/xen-devstate/catalogs/qemu-10.0/port92';
import * as Ps2kbdSchema from '@bytewright/xen-devstate/catalogs/qemu-10.0/ps2kbd';
import * as SerialSchema from '@bytewright/xen-devstate/catalogs/qemu-10.0/serial';
import * as UhciSchema from '@bytewright/xen-devstate/catalogs/qemu-10.0/uhci';
import * as UsbPtrSchema from '@bytewright/xen-devstate/catalogs/qemu-10.0/usb-ptr';
import * as ApicCodec from '@bytewright/xen-devstate/qemu-10.0/devices/apic';
import * as CirrusVgaCodec from '@bytewright/xen-devstate/qemu-10.0/devices/cirrus-vga';
import * as DmaCodec from '@bytewright/xen-devstate/qemu-10.0/devices/dma';
import * as FdcCodec from '@bytewright/xen-devstate/qemu-10.0/devices/fdc';
import * as HpetCodec from '@bytewright/xen-devstate/qemu-10.0/devices/hpet';
import * as I440FXCodec from '@bytewright/xen-devstate/qemu-10.0/devices/i440-fx';
import * as I8254Codec from '@bytewright/xen-devstate/qemu-10.0/devices/i8254';
import * as I8259Codec from '@bytewright/xen-devstate/qemu-10.0/devices/i8259';
import * as Mc146818rtcCodec from '@bytewright/xen-devstate/qemu-10.0/devices/mc146818rtc';
import * as PciBridgeCodec from '@bytewright/xen-devstate/qemu-10.0/devices/pci-bridge';
import * as Piix4PmCodec from '@bytewright/xen-devstate/qemu-10.0/devices/piix4-pm';
import * as Port92Codec from '@bytewright/xen-devstate/qemu-10.0/devices/port92';
import * as Ps2kbdCodec from '@bytewright/xen-devstate/qemu-10.0/devices/ps2kbd';
import * as SerialCodec from '@bytewright/xen-devstate/qemu-10.0/devices/serial';
import * as UhciCodec from '@bytewright/xen-devstate/qemu-10.0/devices/uhci';
import * as UsbPtrCodec from '@bytewright/xen-devstate/qemu-10.0/devices/usb-ptr';
import { budget } from '../../../../test/budget.js';

// One device of each kind: plain registers, versions, subsections, arrays of structs, PCI functions, parameters that are not on
// the wire. All devices of a catalog: scripts/check-device-laws.ts.
const few = { runs: budget({ everyDay: 5, deep: 200 }) };

laws(
  ApicSchema.Apic,
  { decode: ApicCodec.decodeApic, encode: ApicCodec.encodeApic, sizeOf: ApicCodec.sizeOfApic },
  few,
);
laws(
  CirrusVgaSchema.CirrusVga,
  {
    decode: CirrusVgaCodec.decodeCirrusVga,
    encode: CirrusVgaCodec.encodeCirrusVga,
    sizeOf: CirrusVgaCodec.sizeOfCirrusVga,
  },
  few,
);
laws(
  DmaSchema.Dma,
  { decode: DmaCodec.decodeDma, encode: DmaCodec.encodeDma, sizeOf: DmaCodec.sizeOfDma },
  few,
);
laws(
  FdcSchema.Fdc,
  { decode: FdcCodec.decodeFdc, encode: FdcCodec.encodeFdc, sizeOf: FdcCodec.sizeOfFdc },
  few,
);
laws(
  HpetSchema.Hpet,
  { decode: HpetCodec.decodeHpet, encode: HpetCodec.encodeHpet, sizeOf: HpetCodec.sizeOfHpet },
  few,
);
laws(
  I440FXSchema.I440FX,
  { decode: I440FXCodec.decodeI440FX, encode: I440FXCodec.encodeI440FX, sizeOf: I440FXCodec.sizeOfI440FX },
  few,
);
laws(
  I8254Schema.I8254,
  { decode: I8254Codec.decodeI8254, encode: I8254Codec.encodeI8254, sizeOf: I8254Codec.sizeOfI8254 },
  few,
);
laws(
  I8259Schema.I8259,
  { decode: I8259Codec.decodeI8259, encode: I8259Codec.encodeI8259, sizeOf: I8259Codec.sizeOfI8259 },
  few,
);
laws(
  Mc146818rtcSchema.Mc146818rtc,
  {
    decode: Mc146818rtcCodec.decodeMc146818rtc,
    encode: Mc146818rtcCodec.encodeMc146818rtc,
    sizeOf: Mc146818rtcCodec.sizeOfMc146818rtc,
  },
  few,
);
laws(
  PciBridgeSchema.PciBridge,
  {
    decode: PciBridgeCodec.decodePciBridge,
    encode: PciBridgeCodec.encodePciBridge,
    sizeOf: PciBridgeCodec.sizeOfPciBridge,
  },
  few,
);
laws(
  Piix4PmSchema.Piix4Pm,
  {
    decode: Piix4PmCodec.decodePiix4Pm,
    encode: Piix4PmCodec.encodePiix4Pm,
    sizeOf: Piix4PmCodec.sizeOfPiix4Pm,
  },
  few,
);
laws(
  Port92Schema.Port92,
  { decode: Port92Codec.decodePort92, encode: Port92Codec.encodePort92, sizeOf: Port92Codec.sizeOfPort92 },
  few,
);
laws(
  Ps2kbdSchema.Ps2kbd,
  { decode: Ps2kbdCodec.decodePs2kbd, encode: Ps2kbdCodec.encodePs2kbd, sizeOf: Ps2kbdCodec.sizeOfPs2kbd },
  few,
);
laws(
  SerialSchema.Serial,
  { decode: SerialCodec.decodeSerial, encode: SerialCodec.encodeSerial, sizeOf: SerialCodec.sizeOfSerial },
  few,
);
laws(
  UhciSchema.Uhci,
  { decode: UhciCodec.decodeUhci, encode: UhciCodec.encodeUhci, sizeOf: UhciCodec.sizeOfUhci },
  few,
);
laws(
  UsbPtrSchema.UsbPtr,
  { decode: UsbPtrCodec.decodeUsbPtr, encode: UsbPtrCodec.encodeUsbPtr, sizeOf: UsbPtrCodec.sizeOfUsbPtr },
  few,
);
