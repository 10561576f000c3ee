// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import type { CatalogDevices } from '@bytewright/xen-devstate/schema';
import { Eepro100, Slirp } from '@bytewright/xen-devstate/vmstate';
import { Ac97 } from '../qemu-7.2/devices/ac97.js';
import { AcpiBuild } from '../qemu-7.2/devices/acpi-build.js';
import { AcpiErst } from '../qemu-7.2/devices/acpi-erst.js';
import { Apic } from '../qemu-7.2/devices/apic.js';
import { Audio } from '../qemu-7.2/devices/audio.js';
import { BochsDisplay } from '../qemu-7.2/devices/bochs-display.js';
import { CirrusVga, CirrusVgaCore } from '../qemu-7.2/devices/cirrus-vga.js';
import { Clock } from '../qemu-7.2/devices/clock.js';
import { Configuration } from '../qemu-7.2/devices/configuration.js';
import { CpuCommon } from '../qemu-7.2/devices/cpu-common.js';
import { Cs4231a } from '../qemu-7.2/devices/cs4231a.js';
import { CtucanPci } from '../qemu-7.2/devices/ctucan-pci.js';
import { Dma } from '../qemu-7.2/devices/dma.js';
import { E1000 } from '../qemu-7.2/devices/e1000.js';
import { Eeprom } from '../qemu-7.2/devices/eeprom.js';
import { Ehci } from '../qemu-7.2/devices/ehci.js';
import { Es1370 } from '../qemu-7.2/devices/es1370.js';
import { Fdc, FdcCore } from '../qemu-7.2/devices/fdc.js';
import { FwCfg } from '../qemu-7.2/devices/fw-cfg.js';
import { GpexRoot } from '../qemu-7.2/devices/gpex-root.js';
import { Gus } from '../qemu-7.2/devices/gus.js';
import { HdaAudio } from '../qemu-7.2/devices/hda-audio.js';
import { I2cBus } from '../qemu-7.2/devices/i2c-bus.js';
import { I2cDdc } from '../qemu-7.2/devices/i2c-ddc.js';
import { I440FX } from '../qemu-7.2/devices/i440-fx.js';
import { I6300esbWdt } from '../qemu-7.2/devices/i6300esb-wdt.js';
import { I8254 } from '../qemu-7.2/devices/i8254.js';
import { I82801b11Bridge } from '../qemu-7.2/devices/i82801b11-bridge.js';
import { Ib700Wdt } from '../qemu-7.2/devices/ib700-wdt.js';
import { ICH9LPC } from '../qemu-7.2/devices/ich9-lpc.js';
import { Ide } from '../qemu-7.2/devices/ide.js';
import { IntelHda } from '../qemu-7.2/devices/intel-hda.js';
import { Interval } from '../qemu-7.2/devices/interval.js';
import { Ioapic } from '../qemu-7.2/devices/ioapic.js';
import { Ioh3240ExpressRootPort } from '../qemu-7.2/devices/ioh3240-express-root-port.js';
import { IommuIntel } from '../qemu-7.2/devices/iommu-intel.js';
import { IpmiBmcExtern } from '../qemu-7.2/devices/ipmi-bmc-extern.js';
import { IpmiInterface } from '../qemu-7.2/devices/ipmi-interface.js';
import { IpmiInterfaceIsaBt } from '../qemu-7.2/devices/ipmi-interface-isa-bt.js';
import { IpmiInterfacePciBt } from '../qemu-7.2/devices/ipmi-interface-pci-bt.js';
import { IpmiInterfacePciKcs } from '../qemu-7.2/devices/ipmi-interface-pci-kcs.js';
import { Ipoctal232 } from '../qemu-7.2/devices/ipoctal232.js';
import { IsaIde } from '../qemu-7.2/devices/isa-ide.js';
import { IvshmemDoorbell } from '../qemu-7.2/devices/ivshmem-doorbell.js';
import { IvshmemPlain } from '../qemu-7.2/devices/ivshmem-plain.js';
import { KvaserPci } from '../qemu-7.2/devices/kvaser-pci.js';
import { KvmTprOpt } from '../qemu-7.2/devices/kvm-tpr-opt.js';
import { Lsiscsi } from '../qemu-7.2/devices/lsiscsi.js';
import { Mch } from '../qemu-7.2/devices/mch.js';
import { Megasas } from '../qemu-7.2/devices/megasas.js';
import { MegasasGen2 } from '../qemu-7.2/devices/megasas-gen2.js';
import { Mioe3680Pci } from '../qemu-7.2/devices/mioe3680-pci.js';
import { Mptsas } from '../qemu-7.2/devices/mptsas.js';
import { Ne2000 } from '../qemu-7.2/devices/ne2000.js';
import { Ne2000Core } from '../qemu-7.2/devices/ne2000-core.js';
import { Ne20002 } from '../qemu-7.2/devices/ne20002.js';
import { Ohci } from '../qemu-7.2/devices/ohci.js';
import { ParallelIsa } from '../qemu-7.2/devices/parallel-isa.js';
import { PciBridge } from '../qemu-7.2/devices/pci-bridge.js';
import { PciSerial } from '../qemu-7.2/devices/pci-serial.js';
import { PciSerialMulti } from '../qemu-7.2/devices/pci-serial-multi.js';
import { PCIBUS } from '../qemu-7.2/devices/pcibus.js';
import { PciePciBridge } from '../qemu-7.2/devices/pcie-pci-bridge.js';
import { PCIHost } from '../qemu-7.2/devices/pcihost.js';
import { Pckbd } from '../qemu-7.2/devices/pckbd.js';
import { PckbdCore } from '../qemu-7.2/devices/pckbd-core.js';
import { PckbdMmio } from '../qemu-7.2/devices/pckbd-mmio.js';
import { Pcm3680iPci } from '../qemu-7.2/devices/pcm3680i-pci.js';
import { Pcnet, PcnetCore } from '../qemu-7.2/devices/pcnet.js';
import { Pcspk } from '../qemu-7.2/devices/pcspk.js';
import { PflashCfi01 } from '../qemu-7.2/devices/pflash-cfi01.js';
import { PIIX3 } from '../qemu-7.2/devices/piix3.js';
import { Port92 } from '../qemu-7.2/devices/port92.js';
import { Ps2kbd } from '../qemu-7.2/devices/ps2kbd.js';
import { Ps2mouse } from '../qemu-7.2/devices/ps2mouse.js';
import { PvpanicPci } from '../qemu-7.2/devices/pvpanic-pci.js';
import { Qxl } from '../qemu-7.2/devices/qxl.js';
import { Rtl8139 } from '../qemu-7.2/devices/rtl8139.js';
import { Sdhci } from '../qemu-7.2/devices/sdhci.js';
import { Serial } from '../qemu-7.2/devices/serial.js';
import { SerialCore } from '../qemu-7.2/devices/serial-core.js';
import { SmbusEeprom } from '../qemu-7.2/devices/smbus-eeprom.js';
import { SmbusIpmi } from '../qemu-7.2/devices/smbus-ipmi.js';
import { Timer } from '../qemu-7.2/devices/timer.js';
import { Tpci200 } from '../qemu-7.2/devices/tpci200.js';
import { Tulip } from '../qemu-7.2/devices/tulip.js';
import { U2fKeyPassthru } from '../qemu-7.2/devices/u2f-key-passthru.js';
import { Uhci } from '../qemu-7.2/devices/uhci.js';
import { UsbCcid } from '../qemu-7.2/devices/usb-ccid.js';
import { UsbHost } from '../qemu-7.2/devices/usb-host.js';
import { UsbHub } from '../qemu-7.2/devices/usb-hub.js';
import { UsbKbd } from '../qemu-7.2/devices/usb-kbd.js';
import { UsbMtp } from '../qemu-7.2/devices/usb-mtp.js';
import { UsbPtr } from '../qemu-7.2/devices/usb-ptr.js';
import { UsbStorage } from '../qemu-7.2/devices/usb-storage.js';
import { UsbUas } from '../qemu-7.2/devices/usb-uas.js';
import { Vga } from '../qemu-7.2/devices/vga.js';
import { VgaCore } from '../qemu-7.2/devices/vga-core.js';
import { VirtioVga } from '../qemu-7.2/devices/virtio-vga.js';
import { Vmcoreinfo } from '../qemu-7.2/devices/vmcoreinfo.js';
import { Vmgenid } from '../qemu-7.2/devices/vmgenid.js';
import { Vmmouse } from '../qemu-7.2/devices/vmmouse.js';
import { VmwareVga } from '../qemu-7.2/devices/vmware-vga.js';
import { Vmxnet3 } from '../qemu-7.2/devices/vmxnet3.js';
import { Xhci } from '../qemu-7.2/devices/xhci.js';
import { XhciSysbus } from '../qemu-7.2/devices/xhci-sysbus.js';
import { Xio3130ExpressDownstreamPort } from '../qemu-7.2/devices/xio3130-express-downstream-port.js';
import { Xio3130ExpressUpstreamPort } from '../qemu-7.2/devices/xio3130-express-upstream-port.js';
import { Platform } from '../qemu-7.2-xen/devices/platform.js';
import { XenPvdevice } from '../qemu-7.2-xen/devices/xen-pvdevice.js';
import { E1000e } from '../qemu-10.0/devices/e1000e.js';
import { Globalstate } from '../qemu-10.0/devices/globalstate.js';
import { Hpet } from '../qemu-10.0/devices/hpet.js';
import { I8259 } from '../qemu-10.0/devices/i8259.js';
import { Ich9Ahci } from '../qemu-10.0/devices/ich9-ahci.js';
import { Igb } from '../qemu-10.0/devices/igb.js';
import { PIIX4 } from '../qemu-10.0/devices/piix4.js';
import { RamfbDev } from '../qemu-10.0/devices/ramfb-dev.js';
import { Sb16 } from '../qemu-10.0/devices/sb16.js';
import { VirtioGpuScanouts } from '../qemu-10.0/devices/virtio-gpu-scanouts.js';
import { VirtioMemDeviceEarly } from '../qemu-10.0/devices/virtio-mem-device-early.js';
import { Vmclock } from '../qemu-10.0/devices/vmclock.js';
import { AcpiGed } from '../qemu-11.1/devices/acpi-ged.js';
import { AmdIommu } from '../qemu-11.1/devices/amd-iommu.js';
import { CprState } from '../qemu-11.1/devices/cpr-state.js';
import { Ich9Smb } from '../qemu-11.1/devices/ich9-smb.js';
import { Iommufd } from '../qemu-11.1/devices/iommufd.js';
import { IpmiBmcSim } from '../qemu-11.1/devices/ipmi-bmc-sim.js';
import { Mc146818rtc } from '../qemu-11.1/devices/mc146818rtc.js';
import { Nvme } from '../qemu-11.1/devices/nvme.js';
import { PcieRootPort } from '../qemu-11.1/devices/pcie-root-port.js';
import { Pciespscsi } from '../qemu-11.1/devices/pciespscsi.js';
import { Piix4Pm } from '../qemu-11.1/devices/piix4-pm.js';
import { Pvscsi } from '../qemu-11.1/devices/pvscsi.js';
import { ScsiDisk } from '../qemu-11.1/devices/scsi-disk.js';
import { SdCard } from '../qemu-11.1/devices/sd-card.js';
import { Sysbusespscsi } from '../qemu-11.1/devices/sysbusespscsi.js';
import { VfioContainer } from '../qemu-11.1/devices/vfio-container.js';
import { VfioCprPci } from '../qemu-11.1/devices/vfio-cpr-pci.js';
import { VFIOPCIDevice } from '../qemu-11.1/devices/vfiopcidevice.js';
import { VgaIsa } from '../qemu-11.1/devices/vga-isa.js';
import { VirtioBalloon } from '../qemu-11.1/devices/virtio-balloon.js';
import { VirtioBlk } from '../qemu-11.1/devices/virtio-blk.js';
import { VirtioConsole } from '../qemu-11.1/devices/virtio-console.js';
import { VirtioCrypto } from '../qemu-11.1/devices/virtio-crypto.js';
import { VirtioGpu } from '../qemu-11.1/devices/virtio-gpu.js';
import { VirtioInput } from '../qemu-11.1/devices/virtio-input.js';
import { VirtioIommu } from '../qemu-11.1/devices/virtio-iommu.js';
import { VirtioMem } from '../qemu-11.1/devices/virtio-mem.js';
import { VirtioNet } from '../qemu-11.1/devices/virtio-net.js';
import { VirtioRng } from '../qemu-11.1/devices/virtio-rng.js';
import { VirtioRtc } from '../qemu-11.1/devices/virtio-rtc.js';
import { VirtioScsi } from '../qemu-11.1/devices/virtio-scsi.js';
import { VirtioSoundDevice } from '../qemu-11.1/devices/virtio-sound-device.js';
import { Virtio9p } from '../qemu-11.1/devices/virtio9p.js';
import { Clipboard } from './devices/clipboard.js';
import { Cpu } from './devices/cpu.js';

/** What this catalog describes. */
export const title = 'QEMU 11.1 (Debian, Xen\'s i386)';

/** What a section of QEMU 11.1 (Debian, Xen's i386) can hold: schemas by the name in its header, to be tried in order. */
export const devices: CatalogDevices = {
  'acpi-erst': [AcpiErst],
  'acpi-ged': [AcpiGed],
  'amd-iommu': [AmdIommu],
  'bochs-display': [BochsDisplay],
  'hda-audio': [HdaAudio],
  'i2c-ddc': [I2cDdc],
  'intel-hda': [IntelHda],
  'ioh-3240-express-root-port': [Ioh3240ExpressRootPort],
  'iommu-intel': [IommuIntel],
  'ipmi-bmc-extern': [IpmiBmcExtern],
  'ipmi-bmc-sim': [IpmiBmcSim],
  'ipmi-interface': [IpmiInterface],
  'ipmi-interface-isa-bt': [IpmiInterfaceIsaBt],
  'ipmi-interface-pci-bt': [IpmiInterfacePciBt],
  'ipmi-interface-pci-kcs': [IpmiInterfacePciKcs],
  'isa-ide': [IsaIde],
  'ivshmem-doorbell': [IvshmemDoorbell],
  'ivshmem-plain': [IvshmemPlain],
  'kvm-tpr-opt': [KvmTprOpt],
  'megasas-gen2': [MegasasGen2],
  'pci-serial': [PciSerial],
  'pci-serial-multi': [PciSerialMulti],
  'pcie-pci-bridge': [PciePciBridge],
  'pcie-root-port': [PcieRootPort],
  'pckbd-mmio': [PckbdMmio],
  'pvpanic-pci': [PvpanicPci],
  'ramfb-dev': [RamfbDev],
  'scsi-disk': [ScsiDisk],
  'sd-card': [SdCard],
  'smbus-eeprom': [SmbusEeprom],
  'smbus-ipmi': [SmbusIpmi],
  'u2f-key-passthru': [U2fKeyPassthru],
  'usb-ccid': [UsbCcid],
  'usb-host': [UsbHost],
  'usb-hub': [UsbHub],
  'usb-kbd': [UsbKbd],
  'usb-mtp': [UsbMtp],
  'usb-ptr': [UsbPtr],
  'usb-storage': [UsbStorage],
  'usb-uas': [UsbUas],
  'vfio-container': [VfioContainer],
  'vfio-cpr-pci': [VfioCprPci],
  'vga-isa': [VgaIsa],
  'virtio-9p': [Virtio9p],
  'virtio-balloon': [VirtioBalloon],
  'virtio-blk': [VirtioBlk],
  'virtio-console': [VirtioConsole],
  'virtio-crypto': [VirtioCrypto],
  'virtio-gpu': [VirtioGpu],
  'virtio-gpu-scanouts': [VirtioGpuScanouts],
  'virtio-input': [VirtioInput],
  'virtio-iommu': [VirtioIommu],
  'virtio-mem': [VirtioMem],
  'virtio-mem-device-early': [VirtioMemDeviceEarly],
  'virtio-net': [VirtioNet],
  'virtio-rng': [VirtioRng],
  'virtio-rtc': [VirtioRtc],
  'virtio-scsi': [VirtioScsi],
  'virtio-sound-device': [VirtioSoundDevice],
  'virtio-vga': [VirtioVga],
  'xen-pvdevice': [XenPvdevice],
  'xhci-sysbus': [XhciSysbus],
  'xio3130-express-downstream-port': [Xio3130ExpressDownstreamPort],
  'xio3130-express-upstream-port': [Xio3130ExpressUpstreamPort],
  CprState: [CprState],
  I440FX: [I440FX],
  ICH9LPC: [ICH9LPC],
  PCIBUS: [PCIBUS],
  PCIHost: [PCIHost],
  PIIX3: [PIIX3],
  PIIX4: [PIIX4],
  VFIOPCIDevice: [VFIOPCIDevice],
  ac97: [Ac97],
  acpi_build: [AcpiBuild],
  apic: [Apic],
  audio: [Audio],
  cirrus_vga: [CirrusVga, CirrusVgaCore],
  clipboard: [Clipboard],
  clock: [Clock],
  configuration: [Configuration],
  cpu: [Cpu],
  cpu_common: [CpuCommon],
  cs4231a: [Cs4231a],
  ctucan_pci: [CtucanPci],
  dma: [Dma],
  e1000: [E1000],
  e1000e: [E1000e],
  eeprom: [Eeprom],
  ehci: [Ehci],
  es1370: [Es1370],
  fdc: [Fdc, FdcCore],
  fw_cfg: [FwCfg],
  globalstate: [Globalstate],
  gpex_root: [GpexRoot],
  gus: [Gus],
  hpet: [Hpet],
  i2c_bus: [I2cBus],
  i6300esb_wdt: [I6300esbWdt],
  i8254: [I8254],
  i82550: [Eepro100],
  i82551: [Eepro100],
  i82557a: [Eepro100],
  i82557b: [Eepro100],
  i82557c: [Eepro100],
  i82558a: [Eepro100],
  i82558b: [Eepro100],
  i82559a: [Eepro100],
  i82559b: [Eepro100],
  i82559c: [Eepro100],
  i82559er: [Eepro100],
  i82562: [Eepro100],
  i8259: [I8259],
  i82801: [Eepro100],
  i82801b11_bridge: [I82801b11Bridge],
  ib700_wdt: [Ib700Wdt],
  ich9_ahci: [Ich9Ahci],
  ich9_smb: [Ich9Smb],
  ide: [Ide],
  igb: [Igb],
  interval: [Interval],
  ioapic: [Ioapic],
  iommufd: [Iommufd],
  ipoctal232: [Ipoctal232],
  kvaser_pci: [KvaserPci],
  lsiscsi: [Lsiscsi],
  mc146818rtc: [Mc146818rtc],
  mch: [Mch],
  megasas: [Megasas],
  mioe3680_pci: [Mioe3680Pci],
  mptsas: [Mptsas],
  ne2000: [Ne2000, Ne20002, Ne2000Core],
  nvme: [Nvme],
  ohci: [Ohci],
  parallel_isa: [ParallelIsa],
  pci_bridge: [PciBridge],
  pciespscsi: [Pciespscsi],
  pckbd: [Pckbd, PckbdCore],
  pcm3680i_pci: [Pcm3680iPci],
  pcnet: [Pcnet, PcnetCore],
  pcspk: [Pcspk],
  pflash_cfi01: [PflashCfi01],
  piix4_pm: [Piix4Pm],
  platform: [Platform],
  port92: [Port92],
  ps2kbd: [Ps2kbd],
  ps2mouse: [Ps2mouse],
  pvscsi: [Pvscsi],
  qxl: [Qxl],
  rtl8139: [Rtl8139],
  sb16: [Sb16],
  sdhci: [Sdhci],
  serial: [Serial, SerialCore],
  slirp: [Slirp],
  sysbusespscsi: [Sysbusespscsi],
  timer: [Timer],
  tpci200: [Tpci200],
  tulip: [Tulip],
  uhci: [Uhci],
  vga: [Vga, VgaCore],
  vmclock: [Vmclock],
  vmcoreinfo: [Vmcoreinfo],
  vmgenid: [Vmgenid],
  vmmouse: [Vmmouse],
  vmware_vga: [VmwareVga],
  vmxnet3: [Vmxnet3],
  xhci: [Xhci],
};

/** Devices of which something is not known, and what that is. */
export const incomplete: Readonly<Record<string, readonly string[]>> = {
};
