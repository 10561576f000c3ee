import type { DecodeError } from '@bytewright/runtime';
import type { DamagedSection } from '../open/report/report-damage.js';
import { nameOf } from './load.js';

/** What is wrong with a file, in a line: where, what was expected, and which section that is in. */
export function describeProblem(file: string, error: DecodeError, section?: DamagedSection): string {
  const hint = isRefused(error)
    ? '; --limit raises that'
    : error.path === 'magic'
      ? '; this is no device-state file'
      : '';
  return `${nameOf(file)}: ${error.message}${hint}${section === undefined ? '' : `, in ${describeSection(section)}`}`;
}

/** Whether an input was refused for its size, and nothing of it looked at. */
export function isRefused(error: DecodeError | undefined): boolean {
  return error?.code === 'limit-exceeded' && error.path === '';
}

function describeSection({ index, offset, sectionId, idstr }: DamagedSection): string {
  const id = sectionId === undefined ? '' : ` with id ${sectionId}`;
  const name = idstr === undefined ? '' : ` ${JSON.stringify(idstr)}`;
  return `section ${index}${name}${id} that begins at byte ${offset}`;
}
