import type { OpenedWith } from './opened-with.js';

/**
 * How badly a catalog fits a file: the sections that it does not understand, and, less than any of these, whether sections
 * stand in another order than its build of QEMU writes them in. 0 for one that fits.
 */
export function misfitOf({ codec, report }: OpenedWith): number {
  const verbatim = report.sections.filter(({ how }) => how === 'scan').length;
  const first = new Map<string, number>();
  for (const [i, { idstr }] of report.sections.entries()) if (!first.has(idstr)) first.set(idstr, i);
  const isOtherwise = codec.order.some(([before, behind]) => {
    const [i, j] = [first.get(before), first.get(behind)];
    return i !== undefined && j !== undefined && i > j;
  });
  return verbatim + (isOtherwise ? 0.5 : 0);
}
