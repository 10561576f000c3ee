import type { CatalogDevices } from '@bytewright/xen-devstate/schema';
import { Ac97 } from './devices/ac97.js';
import { AcpiBuild } from './devices/acpi-build.js';
import { AcpiErst } from './devices/acpi-erst.js';
import { AcpiGed } from './devices/acpi-ged.js';
import { Apic } from './devices/apic.js';
import { Audio } from './devices/audio.js';
import { BochsDisplay } from './devices/bochs-display.js';
import { CirrusVga, CirrusVgaCore } from './devices/cirrus-vga.js';
import { Clock } from './devices/clock.js';
import { Cpu } from './devices/cpu.js';
import { CpuCommon } from './devices/cpu-common.js';
import { Cs4231a } from './devices/cs4231a.js';
import { CtucanPci } from './devices/ctucan-pci.js';
import { DbusVmstate } from './devices/dbus-vmstate.js';
import { Dma } from './devices/dma.js';
import { E1000 } from './devices/e1000.js';
import { Ehci } from './devices/ehci.js';
import { Es1370 } from './devices/es1370.js';
import { Fdc, FdcCore } from './devices/fdc.js';
import { FwCfg } from './devices/fw-cfg.js';
import { Globalstate } from './devices/globalstate.js';
import { GpexRoot } from './devices/gpex-root.js';
import { Gus } from './devices/gus.js';
import { HdaAudio } from './devices/hda-audio.js';
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
import { IpmiInterfaceIsaBt } from './devices/ipmi-interface-isa-bt.js';
import { IpmiInterfacePciBt } from './devices/ipmi-interface-pci-bt.js';
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
import { PciSerial } from './devices/pci-serial.js';
import { PciSerialMulti } from './devices/pci-serial-multi.js';
import { PCIBUS } from './devices/pcibus.js';
import { PCIHost } from './devices/pcihost.js';
import { Pckbd } from './devices/pckbd.js';
import { PckbdCore } from './devices/pckbd-core.js';
import { PckbdMmio } from './devices/pckbd-mmio.js';
import { Pcm3680iPci } from './devices/pcm3680i-pci.js';
import { Pcspk } from './devices/pcspk.js';
import { PIIX3 } from './devices/piix3.js';
import { PIIX4 } from './devices/piix4.js';
import { Piix4Pm } from './devices/piix4-pm.js';
import { Platform } from './devices/platform.js';
import { Port92 } from './devices/port92.js';
import { Ps2kbd } from './devices/ps2kbd.js';
import { Ps2mouse } from './devices/ps2mouse.js';
import { PvpanicPci } from './devices/pvpanic-pci.js';
import { RamfbDev } from './devices/ramfb-dev.js';
import { Replay } from './devices/replay.js';
import { Rtl8139 } from './devices/rtl8139.js';
import { Sb16 } from './devices/sb16.js';
import { Serial } from './devices/serial.js';
import { SerialCore } from './devices/serial-core.js';
import { SmbusEeprom } from './devices/smbus-eeprom.js';
import { SmbusIpmi } from './devices/smbus-ipmi.js';
import { Timer } from './devices/timer.js';
import { Tpci200 } from './devices/tpci200.js';
import { TpmCrb } from './devices/tpm-crb.js';
import { TpmEmulator } from './devices/tpm-emulator.js';
import { TpmTis } from './devices/tpm-tis.js';
import { Tulip } from './devices/tulip.js';
import { U2fKeyPassthru } from './devices/u2f-key-passthru.js';
import { Uhci } from './devices/uhci.js';
import { UsbCcid } from './devices/usb-ccid.js';
import { UsbHub } from './devices/usb-hub.js';
import { UsbKbd } from './devices/usb-kbd.js';
import { UsbMtp } from './devices/usb-mtp.js';
import { UsbPtr } from './devices/usb-ptr.js';
import { UsbStorage } from './devices/usb-storage.js';
import { UsbUas } from './devices/usb-uas.js';
import { Vga, VgaCore } from './devices/vga.js';
import { VirtioBalloonDevice } from './devices/virtio-balloon-device.js';
import { VirtioMmio } from './devices/virtio-mmio.js';
import { VirtioPci } from './devices/virtio-pci.js';
import { VmbusDev } from './devices/vmbus-dev.js';
import { Vmclock } from './devices/vmclock.js';
import { Vmcoreinfo } from './devices/vmcoreinfo.js';
import { Vmgenid } from './devices/vmgenid.js';
import { Vmmouse } from './devices/vmmouse.js';
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
  I440FX: [I440FX],
  ICH9LPC: [ICH9LPC],
  PCIBUS: [PCIBUS],
  PCIHost: [PCIHost],
  PIIX3: [PIIX3],
  PIIX4: [PIIX4],
  ac97: [Ac97],
  'acpi-erst': [AcpiErst],
  'acpi-ged': [AcpiGed],
  acpi_build: [AcpiBuild],
  apic: [Apic],
  audio: [Audio],
  'bochs-display': [BochsDisplay],
  cirrus_vga: [CirrusVga, CirrusVgaCore],
  clock: [Clock],
  cpu: [Cpu],
  cpu_common: [CpuCommon],
  cs4231a: [Cs4231a],
  ctucan_pci: [CtucanPci],
  'dbus-vmstate': [DbusVmstate],
  dma: [Dma],
  e1000: [E1000],
  ehci: [Ehci],
  es1370: [Es1370],
  fdc: [Fdc, FdcCore],
  fw_cfg: [FwCfg],
  globalstate: [Globalstate],
  gpex_root: [GpexRoot],
  gus: [Gus],
  'hda-audio': [HdaAudio],
  'i2c-ddc': [I2cDdc],
  i2c_bus: [I2cBus],
  i6300esb_wdt: [I6300esbWdt],
  i8254: [I8254],
  i8259: [I8259],
  i82801b11_bridge: [I82801b11Bridge],
  ib700_wdt: [Ib700Wdt],
  ich9_ahci: [Ich9Ahci],
  ide: [Ide],
  igb: [Igb],
  'imx.usbphy': [ImxUsbphy],
  'intel-hda': [IntelHda],
  interval: [Interval],
  ioapic: [Ioapic],
  'ioh-3240-express-root-port': [Ioh3240ExpressRootPort],
  'iommu-intel': [IommuIntel],
  'ipmi-bmc-extern': [IpmiBmcExtern],
  'ipmi-bmc-sim': [IpmiBmcSim],
  'ipmi-interface-isa-bt': [IpmiInterfaceIsaBt],
  'ipmi-interface-pci-bt': [IpmiInterfacePciBt],
  ipoctal232: [Ipoctal232],
  'isa-ide': [IsaIde],
  'ivshmem-doorbell': [IvshmemDoorbell],
  'ivshmem-plain': [IvshmemPlain],
  kvaser_pci: [KvaserPci],
  'kvm-tpr-opt': [KvmTprOpt],
  kvmclock: [Kvmclock],
  lsiscsi: [Lsiscsi],
  mc146818rtc: [Mc146818rtc],
  mch: [Mch],
  megasas: [Megasas],
  'megasas-gen2': [MegasasGen2],
  mioe3680_pci: [Mioe3680Pci],
  mptsas: [Mptsas],
  ne2000: [Ne2000, Ne20002, Ne2000Core],
  ohci: [Ohci],
  parallel_isa: [ParallelIsa],
  'pci-serial': [PciSerial],
  'pci-serial-multi': [PciSerialMulti],
  pckbd: [Pckbd, PckbdCore],
  'pckbd-mmio': [PckbdMmio],
  pcm3680i_pci: [Pcm3680iPci],
  pcspk: [Pcspk],
  piix4_pm: [Piix4Pm],
  platform: [Platform],
  port92: [Port92],
  ps2kbd: [Ps2kbd],
  ps2mouse: [Ps2mouse],
  'pvpanic-pci': [PvpanicPci],
  'ramfb-dev': [RamfbDev],
  replay: [Replay],
  rtl8139: [Rtl8139],
  sb16: [Sb16],
  serial: [Serial, SerialCore],
  'smbus-eeprom': [SmbusEeprom],
  'smbus-ipmi': [SmbusIpmi],
  timer: [Timer],
  tpci200: [Tpci200],
  'tpm-crb': [TpmCrb],
  'tpm-emulator': [TpmEmulator],
  'tpm-tis': [TpmTis],
  tulip: [Tulip],
  'u2f-key-passthru': [U2fKeyPassthru],
  uhci: [Uhci],
  'usb-ccid': [UsbCcid],
  'usb-hub': [UsbHub],
  'usb-kbd': [UsbKbd],
  'usb-mtp': [UsbMtp],
  'usb-ptr': [UsbPtr],
  'usb-storage': [UsbStorage],
  'usb-uas': [UsbUas],
  vga: [Vga, VgaCore],
  'virtio-balloon-device': [VirtioBalloonDevice],
  virtio_mmio: [VirtioMmio],
  virtio_pci: [VirtioPci],
  'vmbus-dev': [VmbusDev],
  vmclock: [Vmclock],
  vmcoreinfo: [Vmcoreinfo],
  vmgenid: [Vmgenid],
  vmmouse: [Vmmouse],
  xen_gnttab: [XenGnttab],
  xen_overlay: [XenOverlay],
  xen_xenstore: [XenXenstore],
  xhci: [Xhci],
  'xhci-sysbus': [XhciSysbus],
  'xio3130-express-downstream-port': [Xio3130ExpressDownstreamPort],
  'xio3130-express-upstream-port': [Xio3130ExpressUpstreamPort],
};

/** Devices of which something is not known, and what that is. */
export const incomplete: Readonly<Record<string, readonly string[]>> = {
  CprState: ['CprState.fds (qlist)', 'CprFd.fd (fd)'],
  VFIOPCIDevice: ['VFIOPCIDevice.pdev2'],
  configuration: ['ConfigurationCapabilities.capabilities (capability)'],
  e1000e: ['E1000e.coreTimadj'],
  eeprom: ['Eeprom.size', 'Eeprom.unused', 'Eeprom.contents'],
  hpet: ['Hpet.timer'],
  ich9_smb: ['Ich9Smb.irqEnabled', 'Ich9Smb.smb'],
  'ipmi-interface': ['IpmiInterface.kcs', 'IpmiInterfaceKcs.unused'],
  'ipmi-interface-pci-kcs': ['IpmiInterfaceKcs.unused'],
  pci_bridge: ['PciBridge.shpc (shpc)', 'PciBridge.shpc'],
  'pcie-pci-bridge': ['PciePciBridge.shpc (shpc)'],
  'pcie-root-port': ['PcieRootPort.parentObjParentObjParentObjParentObj'],
  pciespscsi: ['Esp.migTiRptr', 'Esp.migTiWptr', 'Esp.migTiBuf', 'Esp.migDeferredStatus', 'Esp.migDeferredComplete', 'Esp.migCmdbuf', 'Esp.migCmdbuf2', 'Esp.migCmdlen', 'Esp.migDmaLeft', 'Esp.dataReady', 'Esp.cmdfifoCdbOffset', 'Esp.fifo', 'Esp.cmdfifo', 'Esp.migTiCmd', 'Esp.lun'],
  pcnet: ['PcnetCore.unused'],
  pflash_cfi01: ['PflashCfi01BlkWrite.blkBytes'],
  pvscsi: ['Pvscsi.parentObj'],
  'scsi-disk': ['SCSIDevice.requests (scsi-requests)'],
  'sd-card': ['SdCard.wpGroupBmap'],
  sdhci: ['Sdhci.fifoBuffer'],
  sysbusespscsi: ['Esp.migTiRptr', 'Esp.migTiWptr', 'Esp.migTiBuf', 'Esp.migDeferredStatus', 'Esp.migDeferredComplete', 'Esp.migCmdbuf', 'Esp.migCmdbuf2', 'Esp.migCmdlen', 'Esp.migDmaLeft', 'Esp.dataReady', 'Esp.cmdfifoCdbOffset', 'Esp.fifo', 'Esp.cmdfifo', 'Esp.migTiCmd', 'Esp.lun'],
  'vhost-user-blk': ['VhostUserBlk.virtio (virtio)'],
  'vhost-user-fs': ['VhostUserFs.virtio (virtio)', 'VhostUserFsBackend.backEnd (virtio-fs back-end state)'],
  'vhost-vdpa-device': ['VhostVdpaDevice.virtio (virtio)'],
  virtio: ['VirtioExtraState.extraState (virtqueue_extra_state)'],
  'virtio-9p': ['Virtio9p.virtio (virtio)'],
  'virtio-balloon': ['VirtioBalloon.virtio (virtio)'],
  'virtio-blk': ['VirtioBlk.virtio (virtio)'],
  'virtio-console': ['VirtioConsole.virtio (virtio)'],
  'virtio-crypto': ['VirtioCrypto.virtio (virtio)'],
  'virtio-input': ['VirtioInput.virtio (virtio)'],
  'virtio-iommu': ['VirtioIommu.virtio (virtio)'],
  'virtio-iommu-device': ['VirtioIommuDevice.domains (gtree)', 'Domain.mappings (gtree)', 'Domain.endpointList (qlist)'],
  'virtio-mem': ['VirtioMem.virtio (virtio)'],
  'virtio-mem-device': ['VirtioMemDevice.tmp', 'VirtioMemDevice.size', 'VirtioMemDevice.bitmap'],
  'virtio-mem-device-early': ['VirtioMemDeviceEarly.bitmap'],
  'virtio-net': ['VirtioNet.virtio (virtio)'],
  'virtio-net-device': ['VirtioNetDevice.maxQueuePairs', 'VirtioNetDevice.currQueuePairs', 'VirtioNetDevice.currGuestOffloads', 'VirtioNetTxWaiting.vqs1', 'VirtioNetDeviceBackend.backend (virtio-net vhost-user backend state)'],
  'virtio-rng': ['VirtioRng.virtio (virtio)'],
  'virtio-scsi': ['VirtioScsi.virtio (virtio)'],
  'virtio-sound-device': ['VirtioSoundDevice.virtio (virtio)'],
  'virtio-vhost_scsi': ['VirtioVhostScsi.virtio (virtio)'],
  'virtio-vhost_vsock': ['VirtioVhostVsock.virtio (virtio)'],
  'vmbus-bridge': ['Vmbus.gpadlList (qtailq)'],
  vmware_vga: ['VmwareVgaInternal.scratch'],
  vmxnet3: ['Vmxnet3McastList.mcastList'],
  xen_evtchn: ['XenEvtchn.pirqInuseBitmap'],
};
