import type { Catalog } from './catalog.js';
import type { OpenedWith } from './opened-with.js';

/**
 * How badly a catalog fits a file: the sections that it does not understand, and, less than any of these, whether sections
 * stand in another order than its build of QEMU writes them in. 0 for one that fits.
 */
export function mismatchScore({ codec, report }: OpenedWith): number {
  const verbatim = report.sections.filter(({ decodedBy }) => decodedBy === 'verbatim').length;
  return verbatim + (isRegisteredOtherwise(codec, namesIn(report)) ? 0.5 : 0);
}

/** The names of a file's sections, in its order. */
export function namesIn({ sections }: OpenedWith['report']): readonly string[] {
  return sections.map(({ idstr }) => idstr);
}

/** Whether sections of these names stand in another order than the build of QEMU that a catalog is of writes them in. */
export function isRegisteredOtherwise({ order }: Pick<Catalog, 'order'>, names: readonly string[]): boolean {
  const first = new Map<string, number>();
  for (const [i, name] of names.entries()) if (!first.has(name)) first.set(name, i);
  return order.some(([before, behind]) => {
    const [i, j] = [first.get(before), first.get(behind)];
    return i !== undefined && j !== undefined && i > j;
  });
}
