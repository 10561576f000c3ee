/**
 * Bytes that QEMU's types take on the wire, by the names that its tables have for them. What is not here takes as many as
 * the state is large.
 *
 * Source: QEMU migration/vmstate-types.c; hw/pci/pci.c (`pci irq state`); hw/nvram/fw_cfg.c; hw/nvram/eeprom93xx.c.
 */
const SIZES: Readonly<Record<string, number>> = {
  bool: 1,
  int8: 1,
  int16: 2,
  int32: 4,
  int64: 8,
  uint8: 1,
  uint16: 2,
  uint32: 4,
  uint64: 8,
  'int32 equal': 4,
  'int64 equal': 8,
  'uint8 equal': 1,
  'uint16 equal': 2,
  'uint32 equal': 4,
  'int32 le': 4,
  timer: 8,
  CPU_Double_U: 8,
  float64: 8,
  int32_as_uint16: 2,
  uint16_from_uint8: 1,
  'pci irq state': 16,
  nullptr: 1,
};

/** What a type looks like on the wire, where it has a meaning of its own besides. */
const PLAIN: Readonly<Record<string, string>> = {
  'int32 equal': 'int32',
  'int64 equal': 'uint64',
  'uint8 equal': 'uint8',
  'uint16 equal': 'uint16',
  'uint32 equal': 'uint32',
  'int32 le': 'int32',
  timer: 'int64',
  CPU_Double_U: 'uint64',
  int32_as_uint16: 'uint16',
  uint16_from_uint8: 'uint8',
};

/** Bytes of a type; `undefined` where the type alone does not say. */
export function sizeOfType(type: string): number | undefined {
  return Object.hasOwn(SIZES, type) ? SIZES[type] : undefined;
}

/** The type that the same bytes could be: `int64` for `timer`. */
export function plainType(type: string): string {
  return Object.hasOwn(PLAIN, type) ? (PLAIN[type] ?? type) : type;
}

/** What is written of a type that nothing is done with. */
export function isUnused(type: string): boolean {
  return type === 'unused_buffer';
}

/** Whether a type is loaded only where it equals what the loading device has. */
export function isChecked(type: string): boolean {
  return type.endsWith(' equal') || type === 'int32 le';
}
