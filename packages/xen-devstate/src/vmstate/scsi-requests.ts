import type { Parameter } from '@bytewright/schema-dsl';
import {
  bool,
  bytes,
  endsWith,
  list,
  literal,
  optional,
  parameter,
  prefix,
  struct,
  u8,
  u32be,
  u64be,
} from '@bytewright/schema-dsl';
import { FROM_DISK, NO_TRANSFER, TO_DISK } from '../functions/index.js';
import { transferOf } from './compute.js';
import { VirtqueueElement } from './virtqueue-element.js';

/** The size of a command descriptor block. Source: QEMU include/scsi/utils.h, `SCSI_CMD_BUF_SIZE`. */
const COMMAND_SIZE = 16;
/** The size of a sector. Source: QEMU include/block/block-common.h, `BDRV_SECTOR_SIZE`. */
const SECTOR_SIZE = 512;
/** The first byte of a request that will be retried. */
const RETRIED = 1;

/** Kinds of controllers, some of which save additional data with each request. */
export const OTHER_CONTROLLER = 0;
export const VIRTIO_SCSI = 1;
export const MPT_SAS = 2;

/** The controller of a disk: one of {@link OTHER_CONTROLLER}, {@link VIRTIO_SCSI}, {@link MPT_SAS}. */
export const scsiController: Parameter<number> = parameter('scsiController', u8, {
  candidates: [OTHER_CONTROLLER, VIRTIO_SCSI, MPT_SAS],
});

/** The direction of a request's transfer: see `scsiTransfer`. */
const transfer: Parameter<number> = parameter('transfer', u8);
const isRetried: Parameter<boolean> = parameter('isRetried', bool);
const writtenBytes: Parameter<number> = parameter('writtenBytes', u32be);

/** The data that virtio-scsi saves for a request. Source: QEMU hw/scsi/virtio-scsi.c, `virtio_scsi_save_request`. */
export const VirtioScsiRequest = struct('VirtioScsiRequest', { queue: u32be, element: VirtqueueElement });

/** A piece of guest memory used by a request. */
export const MptSasPiece = struct('MptSasPiece', { address: u64be, length: u64be });

/**
 * The data that an MPT SAS controller saves for a request.
 *
 * Source: QEMU hw/scsi/mptsas.c, `mptsas_save_request`; hw/scsi/mpi.h, `MPIMsgSCSIIORequest`.
 */
export const MptSasRequest = struct('MptSasRequest', {
  message: bytes(48).doc('What the guest asked for, little-endian.'),
  pieces: list(MptSasPiece, prefix(u32be)),
});

/**
 * The data that a disk saves for a read or a write: the data to be written, or the data already read, unless the request is
 * retried.
 *
 * Source: QEMU hw/scsi/scsi-disk.c, `scsi_disk_save_request`.
 */
export const ScsiTransfer = struct('ScsiTransfer', {
  sector: u64be,
  sectors: u32be,
  bufferSize: u32be,
  written: optional(bytes(writtenBytes)),
  read: optional(bytes(prefix(u32be))),
})
  .where(($) => {
    const hasData = $.bufferSize.ne(0);
    const inSectors = $.sectors.times(SECTOR_SIZE);
    return [
      $.written.presentWhen(hasData.and(transfer.eq(TO_DISK))),
      $.written.with(writtenBytes.of(inSectors.lt($.bufferSize).choose(inSectors, $.bufferSize))),
      $.read.presentWhen(hasData.and(transfer.eq(FROM_DISK)).and(isRetried.not())),
    ];
  })
  .source('QEMU hw/scsi/scsi-disk.c, scsi_disk_save_request');

/** A pending request of a SCSI disk. Source: QEMU hw/scsi/scsi-bus.c, `put_scsi_requests`. */
export const ScsiRequest = struct('ScsiRequest', {
  kind: u8.doc('1: is tried once more; 2: is not.'),
  command: bytes(COMMAND_SIZE).doc('The command descriptor block.'),
  tag: u32be,
  lun: u32be,
  virtioScsi: optional(VirtioScsiRequest),
  mptSas: optional(MptSasRequest),
  transfer: optional(ScsiTransfer),
})
  .where(($) => [
    $.virtioScsi.presentWhen(scsiController.eq(VIRTIO_SCSI)),
    $.mptSas.presentWhen(scsiController.eq(MPT_SAS)),
    $.transfer.presentWhen(transferOf($.command).ne(NO_TRANSFER)),
    $.transfer.with(transfer.of(transferOf($.command)), isRetried.of($.kind.eq(RETRIED))),
  ])
  .source('QEMU hw/scsi/scsi-bus.c, put_scsi_requests');

/**
 * The pending requests of a SCSI device, and `00` after the last one.
 *
 * Source: QEMU hw/scsi/scsi-bus.c, `put_scsi_requests`.
 *
 * @example `00` is `[]`
 */
export const scsiRequests = list(ScsiRequest, endsWith(literal(u8, 0))).wireType('scsi-requests');
