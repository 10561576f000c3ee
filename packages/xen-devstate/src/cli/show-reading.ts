import type { DeviceStateReading } from '../report/read-device-state.js';
import { count } from './count.js';
import { isRefused } from './describe-problem.js';
import { nameOf } from './load.js';
import type { Output } from './output.js';
import { sectionTable } from './section-table.js';

/** Prints what a file holds: a line about the file, a table of its sections, and what follows them. */
export async function showReading(
  file: string,
  { report, error }: DeviceStateReading,
  gzip: boolean,
  out: Output,
): Promise<void> {
  if (isRefused(error)) return;
  const { size, sections, footers, trailing } = report;
  const found =
    footers === null ? '' : `, ${count(sections.length, 'section')}, ${footers ? 'with' : 'without'} footers`;
  await out.line(
    `${out.colors.bold(nameOf(file))}: ${count(size, 'byte')}${gzip ? ' after inflating' : ''}${found}`,
  );
  if (sections.length > 0) {
    const [titles = '', ...rows] = sectionTable(sections, out.columns);
    await out.pieces([`${out.colors.dim(titles)}\n`, ...rows.map((row) => `${row}\n`)]);
  }
  if (trailing > 0) await out.line(`${count(trailing, 'byte')} after the end of the sections`);
}
