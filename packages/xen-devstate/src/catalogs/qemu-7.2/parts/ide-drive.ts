import { list, optional } from '@bytewright/schema-dsl';
import { bool, buffer, int32, uint8, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const IdeDrivePioState = vmstate(
  'ide_drive/pio_state',
  { version: 1, minimum: 1, type: 'IdeDrivePioState' },
  {
    reqNbSectors: int32.wireName('req_nb_sectors'),
    ioBuffer: list(uint8, 131076).wireName('io_buffer'),
    curIoBufferOffset: int32.wireName('cur_io_buffer_offset'),
    curIoBufferLen: int32.wireName('cur_io_buffer_len'),
    endTransferFnIdx: uint8.wireName('end_transfer_fn_idx'),
    elementaryTransferSize: int32.wireName('elementary_transfer_size'),
    packetTransferSize: int32.wireName('packet_transfer_size'),
  },
).source('QEMU hw/ide/core.c: IDE_DMA_BUF_SECTORS * 512 + 4');

export const IdeDriveTrayState = vmstate(
  'ide_drive/tray_state',
  { version: 1, minimum: 1, type: 'IdeDriveTrayState' },
  {
    trayOpen: bool.wireName('tray_open'),
    trayLocked: bool.wireName('tray_locked'),
  },
);

export const IdeDriveAtapiGesnState = vmstate(
  'ide_drive/atapi/gesn_state',
  { version: 1, minimum: 1, type: 'IdeDriveAtapiGesnState' },
  {
    eventsNewMedia: bool.wireName('events.new_media'),
    eventsEjectRequest: bool.wireName('events.eject_request'),
  },
);

export const IdeDrive = vmstate(
  'ide_drive',
  { version: 3, type: 'IdeDrive' },
  {
    multSectors: int32.wireName('mult_sectors'),
    identifySet: int32.wireName('identify_set'),
    identifyData: optional(buffer(512)).wireName('identify_data'),
    feature: uint8,
    error: uint8,
    nsector: uint32,
    sector: uint8,
    lcyl: uint8,
    hcyl: uint8,
    hobFeature: uint8.wireName('hob_feature'),
    hobSector: uint8.wireName('hob_sector'),
    hobNsector: uint8.wireName('hob_nsector'),
    hobLcyl: uint8.wireName('hob_lcyl'),
    hobHcyl: uint8.wireName('hob_hcyl'),
    select: uint8,
    status: uint8,
    lba48: uint8,
    senseKey: uint8.wireName('sense_key'),
    asc: uint8,
    cdromChanged: uint8.wireName('cdrom_changed'),
  },
  {
    'ide_drive/pio_state': IdeDrivePioState,
    'ide_drive/tray_state': IdeDriveTrayState,
    'ide_drive/atapi/gesn_state': IdeDriveAtapiGesnState,
  },
).where(($) => [$.identifyData.presentWhen($.identifySet.ne(0))]).source('QEMU hw/ide/core.c, ide_drive_pio_post_load');
