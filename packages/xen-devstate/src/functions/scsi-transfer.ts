/** The direction of a disk transfer: none that is saved, to the host, or to the disk. */
export const NO_TRANSFER = 0;
export const FROM_DISK = 1;
export const TO_DISK = 2;

/** READ (6), (10), (12), (16). */
const READS: ReadonlySet<number> = new Set([0x08, 0x28, 0xa8, 0x88]);
/** WRITE, WRITE AND VERIFY, and VERIFY, in the same sizes. */
const WRITES: ReadonlySet<number> = new Set([0x0a, 0x2a, 0xaa, 0x8a, 0x2e, 0xae, 0x8e, 0x2f, 0xaf, 0x8f]);

/**
 * The direction of the data transfer of a SCSI disk command. Commands other than reads and writes complete immediately, and
 * save no data.
 *
 * Source: QEMU hw/scsi/scsi-disk.c, `scsi_disk_reqops_dispatch`; hw/scsi/scsi-bus.c, `scsi_cmd_xfer_mode`.
 *
 * @param command the command descriptor block, whose first byte is the operation code
 * @example READ (10) is `28`: `scsiTransfer(Uint8Array.of(0x28))` is 1
 */
export function scsiTransfer(command: Uint8Array): number {
  const operation = command[0] ?? 0;
  if (READS.has(operation)) return FROM_DISK;
  return WRITES.has(operation) ? TO_DISK : NO_TRANSFER;
}
