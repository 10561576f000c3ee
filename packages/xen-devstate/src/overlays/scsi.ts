import type { DescriptionOverlay, FieldOverlay } from './overlay.js';

const OLD: FieldOverlay = { presentWhen: 'espVersion.lt(5)' };
const SINCE_5: FieldOverlay = { presentWhen: 'espVersion.ge(5)' };

/** The controller's own version: a byte before it, since version 2 of the containing description. */
const ESP_BUS: DescriptionOverlay = {
  source: 'QEMU hw/scsi/esp.c, vmstate_sysbus_esp_scsi; hw/scsi/esp-pci.c, vmstate_esp_pci_scsi',
  minimum: 2,
  fields: {
    'esp.mig_version_id': { name: 'espVersion', relations: ['$.esp.with(espVersion.of($.espVersion))'] },
  },
};

/** SCSI controllers and disks. */
export const SCSI: Readonly<Record<string, DescriptionOverlay>> = {
  SCSIDevice: {
    source: 'QEMU hw/scsi/scsi-bus.c, vmstate_scsi_device',
    fields: { requests: { doc: 'What the device has not yet done.' } },
  },
  pciespscsi: ESP_BUS,
  sysbusespscsi: ESP_BUS,
  esp: {
    source:
      'QEMU hw/scsi/esp.c, esp_is_before_version_5, esp_is_version_5, esp_is_version_6, esp_is_version_8',
    fields: {
      mig_ti_rptr: OLD,
      mig_ti_wptr: OLD,
      mig_ti_buf: OLD,
      mig_deferred_status: OLD,
      mig_deferred_complete: OLD,
      mig_cmdbuf: OLD,
      'mig_cmdbuf#2': OLD,
      mig_cmdlen: OLD,
      mig_dma_left: OLD,
      data_in_ready: SINCE_5,
      data_ready: SINCE_5,
      cmdfifo_cdb_offset: SINCE_5,
      fifo: { ...SINCE_5, relations: ['$.fifo.with(fifoSize.of(16))'] },
      cmdfifo: { ...SINCE_5, relations: ['$.cmdfifo.with(fifoSize.of(32))'] },
      ti_cmd: SINCE_5,
      mig_ti_cmd: { presentWhen: 'espVersion.ge(5).and(espVersion.le(6))' },
      lun: { presentWhen: 'espVersion.ge(6)' },
      drq_state: { presentWhen: 'espVersion.ge(7)' },
      asc_mode: { presentWhen: 'espVersion.ge(8)' },
    },
  },
  pvscsi: {
    source: 'QEMU hw/scsi/vmw_pvscsi.c, pvscsi_vmstate_test_pci_device: else it is in pvscsi/pcie',
    fields: { parent_obj: { presentWhen: 'onPcie.not()' } },
  },
};
