import type { Output } from '@bytewright/cli';
import { count } from '@bytewright/cli';
import type { InflatedInput } from '../containers/input/inflate.js';
import type { DeviceStateReading } from '../open/report/read-device-state.js';
import type { WrittenBy } from '../open/written-by.js';
import { versionOf } from '../open/written-by.js';
import { behindTheState } from './behind-the-state.js';
import { isRefused } from './describe-problem.js';
import { inflatedSize } from './inflated-size.js';
import { nameOf } from './load.js';
import { sectionTable } from './section-table.js';
import { writtenByLine } from './written-by-line.js';

/**
 * Prints the contents of a file: a line about the file, a table of its sections, and a line about the bytes after them.
 *
 * @param more the bytes that follow the state, and which QEMU wrote it
 */
export async function showReading(
  file: string,
  { report, error }: DeviceStateReading,
  input: Pick<InflatedInput, 'gzip' | 'members'>,
  { trailing, writer }: { readonly trailing: Uint8Array; readonly writer?: WrittenBy | undefined },
  out: Output,
): Promise<void> {
  if (isRefused(error)) return;
  const { size, sections, footers } = report;
  const found =
    footers === null ? '' : `, ${count(sections.length, 'section')}, ${footers ? 'with' : 'without'} footers`;
  await out.line(`${out.colors.bold(nameOf(file))}: ${inflatedSize(size, input)}${found}`);
  const unknown = sections.filter(({ decodedBy }) => decodedBy === 'verbatim').length;
  // a guess at a version says nothing of another architecture's machine
  const isForeign = unknown >= sections.length / 4 && unknown > 0;
  const line = isForeign ? foreignLine(unknown) : writer && writtenByLine(writer);
  if (line !== undefined) await out.line(line);
  if (sections.length > 0) {
    const version = writer?.isOtherVersion ? versionOf(writer.catalog) : undefined;
    const [titles = '', ...rows] = sectionTable(sections, out.columns, version);
    await out.pieces([`${out.colors.dim(titles)}\n`, ...rows.map((row) => `${row}\n`)]);
  }
  if (trailing.length > 0) await out.line(behindTheState(trailing));
}

/** What to do where no catalog is of such a machine. */
function foreignLine(unknown: number): string {
  return `${count(unknown, 'section')} of devices that no catalog knows: see --layout, or devstate import`;
}
