import { hexOf } from '@bytewright/runtime/codec';

const MOST_LINES = 64;
const BYTES_A_LINE = 16;

/**
 * A hex dump: sixteen bytes per line, with offsets and ASCII. One byte may be marked, or the end; if there are many bytes,
 * those around the mark are shown.
 *
 * @example
 * ```text
 * 00000000  02 68 69                                         |.hi|
 *              ^^ byte 1
 * ```
 */
export function hexDump(bytes: Uint8Array, mark?: number): string {
  const markedLine = mark === undefined ? undefined : Math.floor(mark / BYTES_A_LINE);
  // a mark after the last byte may need a line of its own
  const last = Math.max(Math.ceil(bytes.length / BYTES_A_LINE), (markedLine ?? -1) + 1);
  const first = markedLine === undefined || markedLine < MOST_LINES ? 0 : markedLine - MOST_LINES / 2;
  const end = Math.min(last, first + MOST_LINES);
  const lines: string[] = [];
  if (first > 0) lines.push(`… ${first * BYTES_A_LINE} bytes before`);
  for (let line = first; line < end; line++) {
    lines.push(lineAt(bytes, line * BYTES_A_LINE));
    if (mark !== undefined && line === markedLine) {
      const column = '00000000  '.length + 3 * (mark % BYTES_A_LINE);
      lines.push(`${' '.repeat(column)}^^ ${mark < bytes.length ? `byte ${mark}` : 'the end'}`);
    }
  }
  const left = bytes.length - end * BYTES_A_LINE;
  if (left > 0) lines.push(`… ${left} more bytes`);
  return lines.join('\n');
}

function lineAt(bytes: Uint8Array, offset: number): string {
  const row = [...bytes.subarray(offset, offset + BYTES_A_LINE)];
  const hex = hexOf(row, ' ');
  const ascii = row.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('');
  return `${offset.toString(16).padStart(8, '0')}  ${hex.padEnd(47)}  |${ascii}|`;
}
