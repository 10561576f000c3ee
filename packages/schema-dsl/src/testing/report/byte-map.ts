import { stringify } from 'fast-check';
import type { Explanation } from '../../interpreter/explain.js';
import { explainRoot } from '../../interpreter/explain.js';
import type { SchemaIR } from '../../ir/schema.js';

const MOST_LINES = 80;

type Row = readonly [offset: string, length: string, path: string, value: string];

/**
 * The positions of all parts of an input, one per line: offset, length, path, value. Parts that are not in the value are in
 * parentheses. Ends with the error if the input cannot be decoded completely.
 *
 * @example `0  2  (length)  5`
 */
export function byteMap(ir: SchemaIR, bytes: Uint8Array): string {
  const { root, error } = explainRoot(ir, bytes);
  const rows: Row[] = [['offset', 'length', 'path', 'value']];
  const visit = (part: Explanation): void => {
    const { offset, length, bitLength, path, hidden, complete, value, parts } = part;
    if (parts.length === 0 && path !== '') {
      rows.push([
        String(offset),
        bitLength === undefined ? String(length) : bitLength === 1 ? '1 bit' : `${bitLength} bits`,
        hidden ? `(${path})` : path,
        complete ? short(value) : 'unreadable',
      ]);
    }
    parts.forEach(visit);
  };
  visit(root);
  const shown = rows.slice(0, MOST_LINES + 1);
  const width = (cell: (row: Row) => string): number => Math.max(...shown.map((row) => cell(row).length));
  const [offsets, lengths, paths] = [
    width(([cell]) => cell),
    width(([, cell]) => cell),
    width(([, , cell]) => cell),
  ];
  const lines = shown.map(([offset, length, path, value]) =>
    [offset.padEnd(offsets), length.padEnd(lengths), path.padEnd(paths), value].join('  ').trimEnd(),
  );
  if (rows.length > shown.length) lines.push(`… ${rows.length - shown.length} more parts`);
  if (error !== undefined) lines.push(`then ${error.message}`);
  return lines.join('\n');
}

function short(value: unknown): string {
  const text = stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
