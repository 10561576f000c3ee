/** A section of a handmade file. */
export interface HandmadeSection {
  readonly id: number;
  readonly name: string;
  readonly instance?: number;
  readonly version?: number;
  readonly payload: readonly number[] | Uint8Array;
}

/** The bytes of a device-state file, composed from the description of the format, without the codec. */
export function deviceStateBytes(
  footers: boolean,
  sections: readonly HandmadeSection[],
  trailing: readonly number[] = [],
): Uint8Array {
  const parts = sections.flatMap(({ id, name, instance = 0, version = 1, payload }) => [
    ...[0x04, ...be32(id), name.length, ...Buffer.from(name, 'latin1')],
    ...[...be32(instance), ...be32(version), ...payload],
    ...(footers ? [0x7e, ...be32(id)] : []),
  ]);
  return Uint8Array.from([...Buffer.from('QEVM'), ...be32(3), ...parts, 0x00, ...trailing]);
}

function be32(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}
