/**
 * QEMU's own path to a field: names of fields joined by `.`, the index of an element in brackets. A subsection contributes its
 * whole name as one step; its fields follow directly. If fields of one struct share a name, an appended `[k]` numbers
 * them, as in VMDESCRIPTION. Source: QEMU migration/vmstate.c, `vmsd_desc_field_start`.
 *
 * @example `env.segs[2].base`, `drives[0].fdrive/media_rate.media_rate`, `unused[1]`
 */
export function joinWirePath(head: string, step: string): string {
  if (head === '' || step === '' || step.startsWith('[')) return head + step;
  return `${head}.${step}`;
}

/**
 * Names as VMDESCRIPTION numbers them: repeated ones get an appended `[k]`.
 *
 * @example `numberNames(['a', 'unused', 'unused'])` is `['a', 'unused[0]', 'unused[1]']`
 */
export function numberNames(names: readonly string[]): string[] {
  const total = new Map<string, number>();
  for (const name of names) total.set(name, (total.get(name) ?? 0) + 1);
  const seen = new Map<string, number>();
  return names.map((name) => {
    if (total.get(name) === 1) return name;
    const index = seen.get(name) ?? 0;
    seen.set(name, index + 1);
    return `${name}[${index}]`;
  });
}
