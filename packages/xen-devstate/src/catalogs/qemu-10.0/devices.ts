// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import type { CatalogDevices } from '@bytewright/xen-devstate/schema';
import { Eepro100, Slirp } from '@bytewright/xen-devstate/vmstate';
import { Ac97 } from './devices/ac97.js';
import { AcpiBuild } from './devices/acpi-build.js';
import { AcpiErst } from './devices/acpi-erst.js';
import { AcpiGed } from './devices/acpi-ged.js';
import { Apic } from './devices/apic.js';
import { Audio } from './devices/audio.js';
import { BochsDisplay } from './devices/bochs-display.js';
import { CcidCardPassthru } from './devices/ccid-card-passthru.js';
import { CirrusVga, CirrusVgaCore } from './devices/cirrus-vga.js';
import { Clock } from './devices/clock.js';
import { Configuration } from './devices/configuration.js';
import { CprState } from './devices/cpr-state.js';
import { Cpu } from './devices/cpu.js';
import { CpuCommon } from './devices/cpu-common.js';
import { Cs4231a } from './devices/cs4231a.js';
import { CtucanPci } from './devices/ctucan-pci.js';
import { DbusVmstate } from './devices/dbus-vmstate.js';
import { Dma } from './devices/dma.js';
import { E1000 } from './devices/e1000.js';
import { E1000e } from './devices/e1000e.js';
import { Eeprom } from './devices/eeprom.js';
import { Ehci } from './devices/ehci.js';
import { Es1370 } from './devices/es1370.js';
import { Fdc, FdcCore } from './devices/fdc.js';
import { FwCfg } from './devices/fw-cfg.js';
import { Globalstate } from './devices/globalstate.js';
import { GpexRoot } from './devices/gpex-root.js';
import { Gus } from './devices/gus.js';
import { HdaAudio } from './devices/hda-audio.js';
import { Hpet } from './devices/hpet.js';
import { I2cBus } from './devices/i2c-bus.js';
import { I2cDdc } from './devices/i2c-ddc.js';
import { I440FX } from './devices/i440-fx.js';
import { I6300esbWdt } from './devices/i6300esb-wdt.js';
import { I8254 } from './devices/i8254.js';
import { I8259 } from './devices/i8259.js';
import { I82801b11Bridge } from './devices/i82801b11-bridge.js';
import { Ib700Wdt } from './devices/ib700-wdt.js';
import { Ich9Ahci } from './devices/ich9-ahci.js';
import { ICH9LPC } from './devices/ich9-lpc.js';
import { Ich9Smb } from './devices/ich9-smb.js';
import { Ide } from './devices/ide.js';
import { Igb } from './devices/igb.js';
import { ImxUsbphy } from './devices/imx-usbphy.js';
import { IntelHda } from './devices/intel-hda.js';
import { Interval } from './devices/interval.js';
import { Ioapic } from './devices/ioapic.js';
import { Ioh3240ExpressRootPort } from './devices/ioh3240-express-root-port.js';
import { IommuIntel } from './devices/iommu-intel.js';
import { IpmiBmcExtern } from './devices/ipmi-bmc-extern.js';
import { IpmiBmcSim } from './devices/ipmi-bmc-sim.js';
import { IpmiInterface } from './devices/ipmi-interface.js';
import { IpmiInterfaceIsaBt } from './devices/ipmi-interface-isa-bt.js';
import { IpmiInterfacePciBt } from './devices/ipmi-interface-pci-bt.js';
import { IpmiInterfacePciKcs } from './devices/ipmi-interface-pci-kcs.js';
import { Ipoctal232 } from './devices/ipoctal232.js';
import { IsaIde } from './devices/isa-ide.js';
import { IvshmemDoorbell } from './devices/ivshmem-doorbell.js';
import { IvshmemPlain } from './devices/ivshmem-plain.js';
import { KvaserPci } from './devices/kvaser-pci.js';
import { KvmTprOpt } from './devices/kvm-tpr-opt.js';
import { Kvmclock } from './devices/kvmclock.js';
import { Lsiscsi } from './devices/lsiscsi.js';
import { Mc146818rtc } from './devices/mc146818rtc.js';
import { Mch } from './devices/mch.js';
import { Megasas } from './devices/megasas.js';
import { MegasasGen2 } from './devices/megasas-gen2.js';
import { Mioe3680Pci } from './devices/mioe3680-pci.js';
import { Mptsas } from './devices/mptsas.js';
import { Ne2000 } from './devices/ne2000.js';
import { Ne2000Core } from './devices/ne2000-core.js';
import { Ne20002 } from './devices/ne20002.js';
import { Ohci } from './devices/ohci.js';
import { ParallelIsa } from './devices/parallel-isa.js';
import { PciBridge } from './devices/pci-bridge.js';
import { PciSerial } from './devices/pci-serial.js';
import { PciSerialMulti } from './devices/pci-serial-multi.js';
import { PCIBUS } from './devices/pcibus.js';
import { PciePciBridge } from './devices/pcie-pci-bridge.js';
import { PcieRootPort } from './devices/pcie-root-port.js';
import { Pciespscsi } from './devices/pciespscsi.js';
import { PCIHost } from './devices/pcihost.js';
import { Pckbd } from './devices/pckbd.js';
import { PckbdCore } from './devices/pckbd-core.js';
import { PckbdMmio } from './devices/pckbd-mmio.js';
import { Pcm3680iPci } from './devices/pcm3680i-pci.js';
import { Pcnet, PcnetCore } from './devices/pcnet.js';
import { Pcspk } from './devices/pcspk.js';
import { PflashCfi01 } from './devices/pflash-cfi01.js';
import { PIIX3 } from './devices/piix3.js';
import { PIIX4 } from './devices/piix4.js';
import { Piix4Pm } from './devices/piix4-pm.js';
import { Platform } from './devices/platform.js';
import { Port92 } from './devices/port92.js';
import { Ps2kbd } from './devices/ps2kbd.js';
import { Ps2mouse } from './devices/ps2mouse.js';
import { PvpanicPci } from './devices/pvpanic-pci.js';
import { Pvscsi } from './devices/pvscsi.js';
import { Qxl } from './devices/qxl.js';
import { RamfbDev } from './devices/ramfb-dev.js';
import { Replay } from './devices/replay.js';
import { Rtl8139 } from './devices/rtl8139.js';
import { Sb16 } from './devices/sb16.js';
import { ScsiDisk } from './devices/scsi-disk.js';
import { SdCard } from './devices/sd-card.js';
import { Sdhci } from './devices/sdhci.js';
import { Serial } from './devices/serial.js';
import { SerialCore } from './devices/serial-core.js';
import { SmbusEeprom } from './devices/smbus-eeprom.js';
import { SmbusIpmi } from './devices/smbus-ipmi.js';
import { Sysbusespscsi } from './devices/sysbusespscsi.js';
import { Timer } from './devices/timer.js';
import { Tpci200 } from './devices/tpci200.js';
import { TpmCrb } from './devices/tpm-crb.js';
import { TpmEmulator } from './devices/tpm-emulator.js';
import { TpmTis } from './devices/tpm-tis.js';
import { Tulip } from './devices/tulip.js';
import { U2fKeyPassthru } from './devices/u2f-key-passthru.js';
import { UefiVarsSysbus } from './devices/uefi-vars-sysbus.js';
import { Uhci } from './devices/uhci.js';
import { UsbCcid } from './devices/usb-ccid.js';
import { UsbHost } from './devices/usb-host.js';
import { UsbHub } from './devices/usb-hub.js';
import { UsbKbd } from './devices/usb-kbd.js';
import { UsbMtp } from './devices/usb-mtp.js';
import { UsbPtr } from './devices/usb-ptr.js';
import { UsbRedir } from './devices/usb-redir.js';
import { UsbStorage } from './devices/usb-storage.js';
import { UsbUas } from './devices/usb-uas.js';
import { VFIOPCIDevice } from './devices/vfiopcidevice.js';
import { Vga } from './devices/vga.js';
import { VgaCore } from './devices/vga-core.js';
import { VhostUserBlk } from './devices/vhost-user-blk.js';
import { VhostUserFs } from './devices/vhost-user-fs.js';
import { VhostVdpaDevice } from './devices/vhost-vdpa-device.js';
import { VirtioBalloon } from './devices/virtio-balloon.js';
import { VirtioBlk } from './devices/virtio-blk.js';
import { VirtioConsole } from './devices/virtio-console.js';
import { VirtioCrypto } from './devices/virtio-crypto.js';
import { VirtioGpu } from './devices/virtio-gpu.js';
import { VirtioGpuScanouts } from './devices/virtio-gpu-scanouts.js';
import { VirtioInput } from './devices/virtio-input.js';
import { VirtioIommu } from './devices/virtio-iommu.js';
import { VirtioMem } from './devices/virtio-mem.js';
import { VirtioMemDeviceEarly } from './devices/virtio-mem-device-early.js';
import { VirtioNet } from './devices/virtio-net.js';
import { VirtioRng } from './devices/virtio-rng.js';
import { VirtioScsi } from './devices/virtio-scsi.js';
import { VirtioSoundDevice } from './devices/virtio-sound-device.js';
import { VirtioVga } from './devices/virtio-vga.js';
import { VirtioVhostScsi } from './devices/virtio-vhost-scsi.js';
import { VirtioVhostVsock } from './devices/virtio-vhost-vsock.js';
import { Virtio9p } from './devices/virtio9p.js';
import { VmbusBridge } from './devices/vmbus-bridge.js';
import { VmbusDev } from './devices/vmbus-dev.js';
import { Vmclock } from './devices/vmclock.js';
import { Vmcoreinfo } from './devices/vmcoreinfo.js';
import { Vmgenid } from './devices/vmgenid.js';
import { Vmmouse } from './devices/vmmouse.js';
import { VmwareVga } from './devices/vmware-vga.js';
import { Vmxnet3 } from './devices/vmxnet3.js';
import { XenEvtchn } from './devices/xen-evtchn.js';
import { XenGnttab } from './devices/xen-gnttab.js';
import { XenOverlay } from './devices/xen-overlay.js';
import { XenXenstore } from './devices/xen-xenstore.js';
import { Xhci } from './devices/xhci.js';
import { XhciSysbus } from './devices/xhci-sysbus.js';
import { Xio3130ExpressDownstreamPort } from './devices/xio3130-express-downstream-port.js';
import { Xio3130ExpressUpstreamPort } from './devices/xio3130-express-upstream-port.js';

/** What this catalog describes. */
export const title = 'QEMU 10.0 (Debian, x86_64)';

/** What a section of QEMU 10.0 (Debian, x86_64) can hold: schemas by the name in its header, to be tried in order. */
export const devices: CatalogDevices = {
  'acpi-erst': [AcpiErst],
  'acpi-ged': [AcpiGed],
  'bochs-display': [BochsDisplay],
  'ccid-card-passthru': [CcidCardPassthru],
  'dbus-vmstate': [DbusVmstate],
  'hda-audio': [HdaAudio],
  'i2c-ddc': [I2cDdc],
  'imx.usbphy': [ImxUsbphy],
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
  'tpm-crb': [TpmCrb],
  'tpm-emulator': [TpmEmulator],
  'tpm-tis': [TpmTis],
  'u2f-key-passthru': [U2fKeyPassthru],
  'uefi-vars-sysbus': [UefiVarsSysbus],
  'usb-ccid': [UsbCcid],
  'usb-host': [UsbHost],
  'usb-hub': [UsbHub],
  'usb-kbd': [UsbKbd],
  'usb-mtp': [UsbMtp],
  'usb-ptr': [UsbPtr],
  'usb-redir': [UsbRedir],
  'usb-storage': [UsbStorage],
  'usb-uas': [UsbUas],
  'vhost-user-blk': [VhostUserBlk],
  'vhost-user-fs': [VhostUserFs],
  'vhost-vdpa-device': [VhostVdpaDevice],
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
  'virtio-scsi': [VirtioScsi],
  'virtio-sound-device': [VirtioSoundDevice],
  'virtio-vga': [VirtioVga],
  'virtio-vhost_scsi': [VirtioVhostScsi],
  'virtio-vhost_vsock': [VirtioVhostVsock],
  'vmbus-bridge': [VmbusBridge],
  'vmbus-dev': [VmbusDev],
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
  ipoctal232: [Ipoctal232],
  kvaser_pci: [KvaserPci],
  kvmclock: [Kvmclock],
  lsiscsi: [Lsiscsi],
  mc146818rtc: [Mc146818rtc],
  mch: [Mch],
  megasas: [Megasas],
  mioe3680_pci: [Mioe3680Pci],
  mptsas: [Mptsas],
  ne2000: [Ne2000, Ne20002, Ne2000Core],
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
  replay: [Replay],
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
  xen_evtchn: [XenEvtchn],
  xen_gnttab: [XenGnttab],
  xen_overlay: [XenOverlay],
  xen_xenstore: [XenXenstore],
  xhci: [Xhci],
};

/** Devices of which something is not known, and what that is. */
export const incomplete: Readonly<Record<string, readonly string[]>> = {
};
