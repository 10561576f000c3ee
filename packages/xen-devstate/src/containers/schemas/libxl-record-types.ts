/**
 * The types of records in a libxl stream that say where it goes on and where the device state is. All others have a length
 * and are passed over.
 *
 * Source: Xen docs/specs/libxl-migration-stream.pandoc, Record types.
 */
export const LIBXL_RECORD = { end: 0, libxcContext: 1, emulatorContext: 3 } as const;
