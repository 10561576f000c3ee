import type { Column } from '@bytewright/cli';
import { printable, tableLines } from '@bytewright/cli';
import type { SectionReport } from '../open/report/report.js';

const COLUMNS: readonly Column[] = [
  { title: 'offset', align: 'right' },
  { title: 'id', align: 'right' },
  { title: 'name', align: 'left', canShrink: true },
  { title: 'instance', align: 'right' },
  { title: 'version', align: 'right' },
  { title: 'payload', align: 'right' },
  { title: 'footer', align: 'left' },
  { title: 'end', align: 'left' },
  { title: 'decoded by', align: 'left', canShrink: true },
  { title: 'device', align: 'left', canShrink: true },
];

/** Versions from here up are dates, such as 0x20081125, and readable in hexadecimal only. */
const DATES = 0x10000;

/**
 * The table of a file's sections, one per line, below the column titles.
 *
 * @param version that of the schemas, if another version wrote the file
 */
export function sectionTable(sections: readonly SectionReport[], width?: number, version?: string): string[] {
  const rows = sections.map((section) => [
    String(section.offset),
    String(section.sectionId),
    printable(section.idstr),
    String(section.instanceId),
    section.versionId < DATES ? String(section.versionId) : `0x${section.versionId.toString(16)}`,
    String(section.payloadLength),
    section.footer ? 'yes' : 'no',
    section.end,
    version !== undefined && section.decodedBy === 'schema' ? `schema of ${version}` : section.decodedBy,
    section.device === null ? '' : printable(section.device),
  ]);
  return tableLines(COLUMNS, rows, width);
}
