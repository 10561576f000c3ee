import type { Output } from '@bytewright/cli';
import { count } from '@bytewright/cli';
import type { InflatedInput } from '../containers/input/inflate.js';
import type { DeviceStateReading } from '../open/report/read-device-state.js';
import { behindTheState } from './behind-the-state.js';
import { isRefused } from './describe-problem.js';
import { inflatedSize } from './inflated-size.js';
import { nameOf } from './load.js';
import { sectionTable } from './section-table.js';

/**
 * Prints the contents of a file: a line about the file, a table of its sections, and a line about the bytes after them.
 *
 * @param trailing the bytes that follow the state
 */
export async function showReading(
  file: string,
  { report, error }: DeviceStateReading,
  input: Pick<InflatedInput, 'gzip' | 'members'>,
  trailing: Uint8Array,
  out: Output,
): Promise<void> {
  if (isRefused(error)) return;
  const { size, sections, footers } = report;
  const found =
    footers === null ? '' : `, ${count(sections.length, 'section')}, ${footers ? 'with' : 'without'} footers`;
  await out.line(`${out.colors.bold(nameOf(file))}: ${inflatedSize(size, input)}${found}`);
  if (sections.length > 0) {
    const [titles = '', ...rows] = sectionTable(sections, out.columns);
    await out.pieces([`${out.colors.dim(titles)}\n`, ...rows.map((row) => `${row}\n`)]);
  }
  if (trailing.length > 0) await out.line(behindTheState(trailing));
}
