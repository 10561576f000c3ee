import type { Catalog } from './catalog.js';
import type { OpenedWith } from './opened-with.js';

/**
 * How badly a catalog matches a file: the number of sections that it cannot decode and, with less weight than any of these,
 * whether the order of sections differs from that of its QEMU build. 0 for a perfect match.
 */
export function mismatchScore({ codec, report }: OpenedWith): number {
  const verbatim = report.sections.filter(({ decodedBy }) => decodedBy === 'verbatim').length;
  return verbatim + (isRegisteredOtherwise(codec, namesIn(report)) ? 0.5 : 0);
}

/** The names of a file's sections, in order. */
export function namesIn({ sections }: OpenedWith['report']): readonly string[] {
  return sections.map(({ idstr }) => idstr);
}

/** Whether the order of section names differs from that of a catalog's QEMU build. */
export function isRegisteredOtherwise({ order }: Pick<Catalog, 'order'>, names: readonly string[]): boolean {
  const first = new Map<string, number>();
  for (const [i, name] of names.entries()) if (!first.has(name)) first.set(name, i);
  return order.some(([before, behind, only]) => {
    if (only !== undefined && !first.has(only)) return false;
    const [i, j] = [first.get(before), first.get(behind)];
    return i !== undefined && j !== undefined && i > j;
  });
}
