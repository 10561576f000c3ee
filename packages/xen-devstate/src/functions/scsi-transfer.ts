/** Which way a disk's data goes: no data that is saved, to the host, or to the disk. */
export const NO_TRANSFER = 0;
export const FROM_DISK = 1;
export const TO_DISK = 2;

/** READ (6), (10), (12), (16). */
const READS: ReadonlySet<number> = new Set([0x08, 0x28, 0xa8, 0x88]);
/** WRITE, WRITE AND VERIFY, and VERIFY, likewise. */
const WRITES: ReadonlySet<number> = new Set([0x0a, 0x2a, 0xaa, 0x8a, 0x2e, 0xae, 0x8e, 0x2f, 0xaf, 0x8f]);

/**
 * Which way the data of a command for a SCSI disk goes. Commands other than reads and writes are done at once, and save
 * nothing.
 *
 * Source: QEMU hw/scsi/scsi-disk.c, `scsi_disk_reqops_dispatch`; hw/scsi/scsi-bus.c, `scsi_cmd_xfer_mode`.
 *
 * @param command the command descriptor block, whose first byte is the operation
 * @example READ (10) is `28`: `scsiTransfer(Uint8Array.of(0x28))` is 1
 */
export function scsiTransfer(command: Uint8Array): number {
  const operation = command[0] ?? 0;
  if (READS.has(operation)) return FROM_DISK;
  return WRITES.has(operation) ? TO_DISK : NO_TRANSFER;
}
