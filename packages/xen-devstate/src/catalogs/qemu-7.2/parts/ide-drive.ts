// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { bytes, optional } from '@bytewright/schema-dsl';
import { bool, buffer, int32, uint8, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const IdeDrivePioState = vmstate(
  'ide_drive/pio_state',
  { version: 1, minimum: 1, type: 'IdeDrivePioState' },
  {
    reqNbSectors: int32.wireName('req_nb_sectors'),
    ioBuffer: bytes(131076).wireName('io_buffer'),
    curIoBufferOffset: int32.wireName('cur_io_buffer_offset'),
    curIoBufferLen: int32.wireName('cur_io_buffer_len'),
    endTransferFnIdx: uint8.wireName('end_transfer_fn_idx'),
    elementaryTransferSize: int32.wireName('elementary_transfer_size'),
    packetTransferSize: int32.wireName('packet_transfer_size'),
  },
).doc('A transfer by the processor that has begun.').source('QEMU hw/ide/core.c, ide_init_drive: IDE_DMA_BUF_SECTORS * 512 + 4');

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
    multSectors: int32.wireName('mult_sectors').doc('Sectors that READ MULTIPLE transfers at once.'),
    identifySet: int32.wireName('identify_set'),
    identifyData: optional(buffer(512)).wireName('identify_data').doc('What IDENTIFY DEVICE answers; once a guest has asked.'),
    feature: uint8,
    error: uint8,
    sectorCount: uint32.wireName('nsector'),
    sector: uint8,
    cylinderLow: uint8.wireName('lcyl'),
    cylinderHigh: uint8.wireName('hcyl'),
    previousFeature: uint8.wireName('hob_feature'),
    previousSector: uint8.wireName('hob_sector'),
    previousSectorCount: uint8.wireName('hob_nsector'),
    previousCylinderLow: uint8.wireName('hob_lcyl'),
    previousCylinderHigh: uint8.wireName('hob_hcyl'),
    select: uint8.doc('Bit 4: the second drive; bit 6: LBA.'),
    status: uint8.doc('0x80 busy, 0x40 ready, 0x20 fault, 0x10 seek done, 0x08 data request, 0x01 error.'),
    lba48: uint8.doc('Whether the last command had a 48-bit address.'),
    senseKey: uint8.wireName('sense_key'),
    additionalSense: uint8.wireName('asc'),
    cdromChanged: uint8.wireName('cdrom_changed'),
  },
  {
    'ide_drive/pio_state': IdeDrivePioState,
    'ide_drive/tray_state': IdeDriveTrayState,
    'ide_drive/atapi/gesn_state': IdeDriveAtapiGesnState,
  },
).where(($) => [$.identifyData.presentWhen($.identifySet.ne(0))]).doc('A drive, or the place for one.').source('QEMU hw/ide/core.c, vmstate_ide_drive');
