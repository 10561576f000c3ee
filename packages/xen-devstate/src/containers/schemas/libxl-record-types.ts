/**
 * The record types in a libxl stream that are needed to find the device state. All others have a length and are skipped.
 *
 * Source: Xen docs/specs/libxl-migration-stream.pandoc, Record types.
 */
export const LIBXL_RECORD = { end: 0, libxcContext: 1, emulatorContext: 3 } as const;
