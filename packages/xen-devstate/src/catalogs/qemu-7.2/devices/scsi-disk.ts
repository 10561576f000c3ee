import { list } from '@bytewright/schema-dsl';
import { bool, buffer, hole, uint8, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

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
    requests: buffer(hole('SCSIDevice.requests (scsi-requests)', 'u32be')),
  },
  {
    'SCSIDevice/sense': SCSIDeviceSense,
  },
);

export const ScsiDisk = vmstate(
  'scsi-disk',
  { version: 1, minimum: 1, type: 'ScsiDisk' },
  {
    qdev: SCSIDevice,
    mediaChanged: bool.wireName('media_changed'),
    mediaEvent: bool.wireName('media_event'),
    ejectRequest: bool.wireName('eject_request'),
    trayOpen: bool.wireName('tray_open'),
    trayLocked: bool.wireName('tray_locked'),
  },
);
