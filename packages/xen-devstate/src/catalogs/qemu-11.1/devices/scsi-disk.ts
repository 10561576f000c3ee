// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list } from '@bytewright/schema-dsl';
import { bool, scsiRequests, uint8, uint32, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';

export const SCSIDeviceSense = vmstate(
  'SCSIDevice/sense',
  { version: 1, minimum: 1, type: 'SCSIDeviceSense' },
  {
    sense: list(uint8, 156),
  },
);

export const SCSIDevice = vmstate(
  'SCSIDevice',
  { version: 1, type: 'SCSIDevice' },
  {
    unitAttentionKey: uint8.wireName('unit_attention.key'),
    unitAttentionAsc: uint8.wireName('unit_attention.asc'),
    unitAttentionAscq: uint8.wireName('unit_attention.ascq'),
    senseIsUa: bool.wireName('sense_is_ua'),
    sense: list(uint8, 96),
    senseLen: uint32.wireName('sense_len'),
    requests: scsiRequests.doc('What the device has not yet done.'),
  },
  {
    'SCSIDevice/sense': SCSIDeviceSense,
  },
).source('QEMU hw/scsi/scsi-bus.c, vmstate_scsi_device');

export const ScsiDiskPr = vmstate(
  'scsi-disk/pr',
  { version: 1, minimum: 1, type: 'ScsiDiskPr' },
  {
    qdevPrStateKey: uint64.wireName('qdev.pr_state.key'),
    qdevPrStateResvType: uint8.wireName('qdev.pr_state.resv_type'),
  },
);

export const ScsiDisk = vmstate(
  'scsi-disk',
  { version: 1, minimum: 1, type: 'ScsiDisk' },
  {
    scsiDevice: field(SCSIDevice).wireName('qdev'),
    mediaChanged: bool.wireName('media_changed'),
    mediaEvent: bool.wireName('media_event'),
    ejectRequest: bool.wireName('eject_request'),
    trayOpen: bool.wireName('tray_open'),
    trayLocked: bool.wireName('tray_locked'),
  },
  {
    'scsi-disk/pr': ScsiDiskPr,
  },
);
