/** Names that have a meaning for JavaScript objects, and the name of the list of subsections. */
const TAKEN = new Set([
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'toJSON',
  'then',
  'subsections',
]);

/**
 * Converts the name of a field to camel case for TypeScript. Words in capitals become lower case; text in brackets is also a
 * word.
 *
 * @example `cmos_data` is `cmosData`, `env.cr[0]` is `envCr0`, `mac_reg[CTRL]` is `macRegCtrl`, `TxStatus` is `txStatus`
 */
export function fieldName(wireName: string): string {
  const words = wireName.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const small = words.map((word) => (/^[A-Z0-9]+$/.test(word) ? word.toLowerCase() : word));
  const joined = small
    .map((word, i) => (i === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1))
    .join('');
  const named = /^[a-z]/.test(joined) ? joined : `n${joined}`;
  return TAKEN.has(named) ? `${named}Field` : named;
}

/**
 * The names of a struct's fields, in order. If several would have the same name, the second one is numbered 2, and so on: a
 * table may list a field twice, which is then saved twice.
 *
 * @example `xmm_regs`, `xmm_regs` are `xmmRegs`, `xmmRegs2`
 */
export function fieldNames(wireNames: readonly string[]): readonly string[] {
  // in lower case, as the schema language refuses names that differ only in case
  const used = new Set<string>();
  /** The last number assigned to each name that several fields would have. */
  const numbers = new Map<string, number>();
  return wireNames.map((wireName) => {
    const plain = fieldName(wireName);
    let name = plain;
    if (used.has(plain.toLowerCase())) {
      let number = numbers.get(plain.toLowerCase()) ?? 1;
      do name = `${plain}${++number}`;
      while (used.has(name.toLowerCase()));
      numbers.set(plain.toLowerCase(), number);
    }
    used.add(name.toLowerCase());
    return name;
  });
}
