/** A column of a table. @example `{ title: 'size', align: 'right' }` */
export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Whether its cells may be truncated if a line is too long. */
  readonly canShrink?: boolean;
}

const GAP = '  ';
const LEAST_WIDTH = 6;

/**
 * Formats rows as aligned lines, with the titles first. Columns that allow it are truncated so that lines fit into `width`,
 * as far as possible; without a width, nothing is truncated.
 *
 * @example `tableLines([{ title: 'id', align: 'right' }], [['7'], ['12']])` is `['id', ' 7', '12']`
 */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number = Number.POSITIVE_INFINITY,
): string[] {
  const lines = [columns.map(({ title }) => title), ...rows];
  const widths = columns.map((_, i) => lines.reduce((most, line) => Math.max(most, line[i]?.length ?? 0), 0));
  let excess = widths.reduce((sum, one) => sum + one + GAP.length, -GAP.length) - width;
  for (const [i, { canShrink }] of columns.entries()) {
    const cut = canShrink ? Math.max(0, Math.min(excess, (widths[i] ?? 0) - LEAST_WIDTH)) : 0;
    widths[i] = (widths[i] ?? 0) - cut;
    excess -= cut;
  }
  return lines.map((line) =>
    columns
      .map(({ align }, i) => padCell(line[i] ?? '', widths[i] ?? 0, align))
      .join(GAP)
      .trimEnd(),
  );
}

function padCell(cell: string, width: number, align: Column['align']): string {
  const text = cell.length > width ? `${cell.slice(0, width - 1)}…` : cell;
  return align === 'right' ? text.padStart(width) : text.padEnd(width);
}
