/**
 * The wire size of QEMU's types in bytes, by the names in its tables. The size of any other type depends on the state.
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

/** The representation of types that also have another meaning. */
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

/** The size of a type; `undefined` if the type does not determine it. */
export function sizeOfType(type: string): number | undefined {
  return Object.hasOwn(SIZES, type) ? SIZES[type] : undefined;
}

/** The plain type with the same bytes: `int64` for `timer`. */
export function plainType(type: string): string {
  return Object.hasOwn(PLAIN, type) ? (PLAIN[type] ?? type) : type;
}

/** Whether the bytes of a type are unused. */
export function isUnused(type: string): boolean {
  return type === 'unused_buffer';
}

/** Whether a value of this type must equal the loading device's own value. */
export function isChecked(type: string): boolean {
  return type.endsWith(' equal') || type === 'int32 le';
}
