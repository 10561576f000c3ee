import type { DecodeError } from '@bytewright/runtime';
import type { DamagedSection } from '../open/report/report-damage.js';
import { nameOf } from './load.js';

/** Describes the problem of a file on one line: where, what was expected, and in which section. */
export function describeProblem(file: string, error: DecodeError, section?: DamagedSection): string {
  const hint = isRefused(error)
    ? '; raise it with --limit'
    : error.path === 'magic'
      ? '; this is not a device-state file'
      : '';
  return `${nameOf(file)}: ${error.message}${hint}${section === undefined ? '' : `, in ${describeSection(section)}`}`;
}

/** Whether an input was refused for its size, without looking at any of it. */
export function isRefused(error: DecodeError | undefined): boolean {
  return error?.code === 'limit-exceeded' && error.path === '';
}

function describeSection({ index, offset, sectionId, idstr }: DamagedSection): string {
  const id = sectionId === undefined ? '' : ` with id ${sectionId}`;
  const name = idstr === undefined ? '' : ` ${JSON.stringify(idstr)}`;
  return `section ${index}${name}${id} that begins at byte ${offset}`;
}
