import type { AcpiBuild } from './devices/acpi-build.js';
import { readAcpiBuild, writeAcpiBuild } from './devices/acpi-build.js';
import type { Apic } from './devices/apic.js';
import { readApic, writeApic } from './devices/apic.js';
import type { Cpu } from './devices/cpu.js';
import { readCpu, writeCpu } from './devices/cpu.js';
import type { CpuCommon } from './devices/cpu-common.js';
import { readCpuCommon, writeCpuCommon } from './devices/cpu-common.js';
import type { Dma } from './devices/dma.js';
import { readDma, writeDma } from './devices/dma.js';
import type { E1000 } from './devices/e1000.js';
import { readE1000, writeE1000 } from './devices/e1000.js';
import type { Fdc } from './devices/fdc.js';
import { readFdc, writeFdc } from './devices/fdc.js';
import type { FwCfg } from './devices/fw-cfg.js';
import { readFwCfg, writeFwCfg } from './devices/fw-cfg.js';
import type { Globalstate } from './devices/globalstate.js';
import { readGlobalstate, writeGlobalstate } from './devices/globalstate.js';
import type { Hpet } from './devices/hpet.js';
import { readHpet, writeHpet } from './devices/hpet.js';
import type { I2cBus } from './devices/i2c-bus.js';
import { readI2cBus, writeI2cBus } from './devices/i2c-bus.js';
import type { I440FX } from './devices/i440fx.js';
import { readI440FX, writeI440FX } from './devices/i440fx.js';
import type { I8254 } from './devices/i8254.js';
import { readI8254, writeI8254 } from './devices/i8254.js';
import type { I8259 } from './devices/i8259.js';
import { readI8259, writeI8259 } from './devices/i8259.js';
import type { Ide } from './devices/ide.js';
import { readIde, writeIde } from './devices/ide.js';
import type { Ioapic } from './devices/ioapic.js';
import { readIoapic, writeIoapic } from './devices/ioapic.js';
import type { KvmTprOpt } from './devices/kvm-tpr-opt.js';
import { readKvmTprOpt, writeKvmTprOpt } from './devices/kvm-tpr-opt.js';
import type { Mc146818rtc } from './devices/mc146818rtc.js';
import { readMc146818rtc, writeMc146818rtc } from './devices/mc146818rtc.js';
import type { ParallelIsa } from './devices/parallel-isa.js';
import { readParallelIsa, writeParallelIsa } from './devices/parallel-isa.js';
import type { PCIBUS } from './devices/pcibus.js';
import { readPCIBUS, writePCIBUS } from './devices/pcibus.js';
import type { PCIHost } from './devices/pcihost.js';
import { readPCIHost, writePCIHost } from './devices/pcihost.js';
import type { Pckbd } from './devices/pckbd.js';
import { readPckbd, writePckbd } from './devices/pckbd.js';
import type { Pcspk } from './devices/pcspk.js';
import { readPcspk, writePcspk } from './devices/pcspk.js';
import type { PIIX3 } from './devices/piix3.js';
import { readPIIX3, writePIIX3 } from './devices/piix3.js';
import type { FootedPiix4Pm, Piix4Pm } from './devices/piix4-pm.js';
import { readFootedPiix4Pm, readPiix4Pm, writeFootedPiix4Pm, writePiix4Pm } from './devices/piix4-pm.js';
import type { Port92 } from './devices/port92.js';
import { readPort92, writePort92 } from './devices/port92.js';
import type { Ps2kbd } from './devices/ps2kbd.js';
import { readPs2kbd, writePs2kbd } from './devices/ps2kbd.js';
import type { Ps2mouse } from './devices/ps2mouse.js';
import { readPs2mouse, writePs2mouse } from './devices/ps2mouse.js';
import type { Serial } from './devices/serial.js';
import { readSerial, writeSerial } from './devices/serial.js';
import type { Slirp } from './devices/slirp.js';
import { readSlirp, writeSlirp } from './devices/slirp.js';
import type { Timer } from './devices/timer.js';
import { readTimer, writeTimer } from './devices/timer.js';
import type { Vga } from './devices/vga.js';
import { readVga, writeVga } from './devices/vga.js';
import type { Vmmouse } from './devices/vmmouse.js';
import { readVmmouse, writeVmmouse } from './devices/vmmouse.js';
import type { Reading } from './reading.js';
import { asciiAt, take } from './reading.js';
import type { Writing } from './writing.js';
import { cover, putAscii, putWord } from './writing.js';

/** One device of the files that are measured. */
export type Section = { sectionId: number; idstr: string; instanceId: number; versionId: number } & (
  | { device: 'timer'; state: Timer }
  | { device: 'slirp'; state: Slirp }
  | { device: 'cpu_common'; state: CpuCommon }
  | { device: 'cpu'; state: Cpu }
  | { device: 'kvm-tpr-opt'; state: KvmTprOpt }
  | { device: 'apic'; state: Apic }
  | { device: 'fw_cfg'; state: FwCfg }
  | { device: 'PCIBUS'; state: PCIBUS }
  | { device: 'I440FX'; state: I440FX }
  | { device: 'dma'; state: Dma }
  | { device: 'PIIX3'; state: PIIX3 }
  | { device: 'i8259'; state: I8259 }
  | { device: 'ioapic'; state: Ioapic }
  | { device: 'vga'; state: Vga }
  | { device: 'hpet'; state: Hpet }
  | { device: 'mc146818rtc'; state: Mc146818rtc }
  | { device: 'i8254'; state: I8254 }
  | { device: 'serial'; state: Serial }
  | { device: 'parallel_isa'; state: ParallelIsa }
  | { device: 'fdc'; state: Fdc }
  | { device: 'ps2kbd'; state: Ps2kbd }
  | { device: 'ps2mouse'; state: Ps2mouse }
  | { device: 'pckbd'; state: Pckbd }
  | { device: 'vmmouse'; state: Vmmouse }
  | { device: 'port92'; state: Port92 }
  | { device: 'e1000'; state: E1000 }
  | { device: 'ide'; state: Ide }
  | { device: 'i2c_bus'; state: I2cBus }
  | { device: 'piix4_pm'; state: Piix4Pm | FootedPiix4Pm }
  | { device: 'acpi_build'; state: AcpiBuild }
  | { device: 'PCIHost'; state: PCIHost }
  | { device: 'pcspk'; state: Pcspk }
  | { device: 'globalstate'; state: Globalstate }
);

/** The versions that the files have. */
const VERSIONS: Readonly<Record<Section['device'], number>> = {
  timer: 2,
  slirp: 4,
  cpu_common: 1,
  cpu: 12,
  'kvm-tpr-opt': 1,
  apic: 3,
  fw_cfg: 2,
  PCIBUS: 1,
  I440FX: 3,
  dma: 1,
  PIIX3: 3,
  i8259: 1,
  ioapic: 3,
  vga: 2,
  hpet: 2,
  mc146818rtc: 3,
  i8254: 3,
  serial: 3,
  parallel_isa: 1,
  fdc: 2,
  ps2kbd: 3,
  ps2mouse: 2,
  pckbd: 3,
  vmmouse: 0,
  port92: 1,
  e1000: 2,
  ide: 3,
  i2c_bus: 1,
  piix4_pm: 3,
  acpi_build: 1,
  PCIHost: 1,
  pcspk: 1,
  globalstate: 1,
};

/**
 * Reads a section behind its type, without a footer.
 *
 * @throws Error for a device or a version that does not occur in what is measured.
 */
export function readSection(r: Reading): Section {
  const start = take(r, 5);
  const sectionId = r.view.getUint32(start);
  const size = r.view.getUint8(start + 4);
  const idstr = asciiAt(r, take(r, size), size);
  const behind = take(r, 8);
  const instanceId = r.view.getUint32(behind);
  const versionId = r.view.getUint32(behind + 4);
  const device = idstr.slice(idstr.lastIndexOf('/') + 1) as Section['device']; // the version is undefined for others
  if (VERSIONS[device] !== versionId) throw new Error(`Unknown version ${versionId} of ${device}`);
  // what is read belongs to the device by which it is chosen
  return { sectionId, idstr, instanceId, versionId, device, state: readState(r, device) } as Section;
}

function readState(r: Reading, device: Section['device']): Section['state'] {
  switch (device) {
    case 'timer':
      return readTimer(r);
    case 'slirp':
      return readSlirp(r, take(r, 131));
    case 'cpu_common':
      return readCpuCommon(r);
    case 'cpu':
      return readCpu(r);
    case 'kvm-tpr-opt':
      return readKvmTprOpt(r, take(r, 144));
    case 'apic':
      return readApic(r);
    case 'fw_cfg':
      return readFwCfg(r);
    case 'PCIBUS':
      return readPCIBUS(r);
    case 'I440FX':
      return readI440FX(r, take(r, 277));
    case 'dma':
      return readDma(r, take(r, 75));
    case 'PIIX3':
      return readPIIX3(r);
    case 'i8259':
      return readI8259(r, take(r, 16));
    case 'ioapic':
      return readIoapic(r, take(r, 206));
    case 'vga':
      return readVga(r);
    case 'hpet':
      return readHpet(r);
    case 'mc146818rtc':
      return readMc146818rtc(r);
    case 'i8254':
      return readI8254(r, take(r, 108));
    case 'serial':
      return readSerial(r);
    case 'parallel_isa':
      return readParallelIsa(r, take(r, 12));
    case 'fdc':
      return readFdc(r);
    case 'ps2kbd':
      return readPs2kbd(r);
    case 'ps2mouse':
      return readPs2mouse(r, take(r, 291));
    case 'pckbd':
      return readPckbd(r);
    case 'vmmouse':
      return readVmmouse(r, take(r, 4105));
    case 'port92':
      return readPort92(r, take(r, 1));
    case 'e1000':
      return readE1000(r);
    case 'ide':
      return readIde(r);
    case 'i2c_bus':
      return readI2cBus(r, take(r, 1));
    case 'piix4_pm':
      return r.footers ? readFootedPiix4Pm(r) : readPiix4Pm(r);
    case 'acpi_build':
      return readAcpiBuild(r, take(r, 1));
    case 'PCIHost':
      return readPCIHost(r, take(r, 4));
    case 'pcspk':
      return readPcspk(r, take(r, 2));
    case 'globalstate':
      return readGlobalstate(r, take(r, 104));
  }
}

/** Writes what {@link readSection} reads. */
export function writeSection(w: Writing, section: Section): void {
  putWord(w, section.sectionId);
  putAscii(w, section.idstr);
  const at = cover(w, 8);
  w.view.setUint32(at, section.instanceId);
  w.view.setUint32(at + 4, section.versionId);
  switch (section.device) {
    case 'timer':
      writeTimer(w, section.state);
      break;
    case 'slirp':
      writeSlirp(w, cover(w, 131), section.state);
      break;
    case 'cpu_common':
      writeCpuCommon(w, section.state);
      break;
    case 'cpu':
      writeCpu(w, section.state);
      break;
    case 'kvm-tpr-opt':
      writeKvmTprOpt(w, cover(w, 144), section.state);
      break;
    case 'apic':
      writeApic(w, section.state);
      break;
    case 'fw_cfg':
      writeFwCfg(w, section.state);
      break;
    case 'PCIBUS':
      writePCIBUS(w, section.state);
      break;
    case 'I440FX':
      writeI440FX(w, cover(w, 277), section.state);
      break;
    case 'dma':
      writeDma(w, cover(w, 75), section.state);
      break;
    case 'PIIX3':
      writePIIX3(w, section.state);
      break;
    case 'i8259':
      writeI8259(w, cover(w, 16), section.state);
      break;
    case 'ioapic':
      writeIoapic(w, cover(w, 206), section.state);
      break;
    case 'vga':
      writeVga(w, section.state);
      break;
    case 'hpet':
      writeHpet(w, section.state);
      break;
    case 'mc146818rtc':
      writeMc146818rtc(w, section.state);
      break;
    case 'i8254':
      writeI8254(w, cover(w, 108), section.state);
      break;
    case 'serial':
      writeSerial(w, section.state);
      break;
    case 'parallel_isa':
      writeParallelIsa(w, cover(w, 12), section.state);
      break;
    case 'fdc':
      writeFdc(w, section.state);
      break;
    case 'ps2kbd':
      writePs2kbd(w, section.state);
      break;
    case 'ps2mouse':
      writePs2mouse(w, cover(w, 291), section.state);
      break;
    case 'pckbd':
      writePckbd(w, section.state);
      break;
    case 'vmmouse':
      writeVmmouse(w, cover(w, 4105), section.state);
      break;
    case 'port92':
      writePort92(w, cover(w, 1), section.state);
      break;
    case 'e1000':
      writeE1000(w, section.state);
      break;
    case 'ide':
      writeIde(w, section.state);
      break;
    case 'i2c_bus':
      writeI2cBus(w, cover(w, 1), section.state);
      break;
    case 'piix4_pm':
      if (section.state.smbus === undefined) writePiix4Pm(w, section.state);
      else writeFootedPiix4Pm(w, section.state);
      break;
    case 'acpi_build':
      writeAcpiBuild(w, cover(w, 1), section.state);
      break;
    case 'PCIHost':
      writePCIHost(w, cover(w, 4), section.state);
      break;
    case 'pcspk':
      writePcspk(w, cover(w, 2), section.state);
      break;
    case 'globalstate':
      writeGlobalstate(w, cover(w, 104), section.state);
      break;
  }
}
