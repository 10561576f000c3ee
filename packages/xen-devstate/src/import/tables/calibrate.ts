import type { Program } from '../elf/program.js';
import { ImportError } from '../import-error.js';
import { descriptionMembers } from './calibration/description-members.js';
import { fieldMembers } from './calibration/field-members.js';
import { findTables } from './calibration/find-tables.js';
import type { FoundDescription, FoundTables } from './calibration/found-tables.js';
import type { CalibrationReport, MemberReport } from './calibration/member-report.js';
import type { TableLayout } from './table-layout.js';

/** How a program lays its tables out, and what says so. */
export interface Calibration {
  readonly layout: TableLayout;
  readonly report: CalibrationReport;
}

/**
 * Finds out how a program lays its tables out. No description is known by its content: tables are found by where pointers lead, and
 * each member is where all descriptions have what such a member must be.
 *
 * @throws ImportError where there are no such tables, or a member could be at several places or at none; it says which
 *   description does not fit at the best one, and how
 */
export function calibrate(program: Program): Calibration {
  const tables = findTables(program);
  const all = [...tables.descriptions.values()];
  const { description, reports: ofDescription } = descriptionMembers(program, tables);
  const versionOf = (address: number): number | undefined => program.integerAt(address + description.version);
  const { field, reports: ofField } = fieldMembers(program, tables, versionOf);
  const end = endOf(program, all, { stride: field.stride, flags: field.flags });
  return {
    layout: { description, field, end: end.flags },
    report: {
      descriptions: all.length,
      fields: all.reduce((sum, { fields }) => sum + fields.length, 0),
      members: [...pointersIn(tables, all), ...ofDescription, ...ofField, end.report],
    },
  };
}

/** What the tables were found by holds for what was found. */
function pointersIn(
  { fields, stride, info, description }: FoundTables,
  all: readonly FoundDescription[],
): readonly MemberReport[] {
  const count = (member: string, at: number, of: (one: FoundDescription) => number): MemberReport => ({
    member,
    at,
    confirmed: all.reduce((sum, one) => sum + of(one), 0),
    descriptions: all.filter((one) => of(one) > 0).length,
    against: 0,
  });
  return [
    count('the fields of a description', fields, () => 1),
    count('the next field', stride, (one) => one.fields.length - 1),
    count('the type of a field', info, (one) => one.fields.filter(({ type }) => type !== undefined).length),
    count(
      'the struct of a field',
      description,
      (one) => one.fields.filter(({ struct }) => struct !== undefined).length,
    ),
  ];
}

/** What stands behind the last field of a list: zeros, but for flags that are the same everywhere. */
function endOf(
  program: Program,
  all: readonly FoundDescription[],
  { stride, flags }: { readonly stride: number; readonly flags: number },
): { readonly flags: number; readonly report: MemberReport } {
  const kinds = new Map<number | undefined, FoundDescription[]>();
  for (const one of all) {
    const value = endFlags(program, one.end, { stride, flags });
    const known = kinds.get(value);
    if (known === undefined) kinds.set(value, [one]);
    else known.push(one);
  }
  const [[usual, like] = [undefined, []], other] = [...kinds].sort(([, a], [, b]) => b.length - a.length);
  if (usual === undefined || other !== undefined) {
    const odd = usual === undefined ? like[0] : other?.[1][0];
    throw new ImportError(
      `cannot tell how a list of fields ends: that of ${odd?.name ?? 'a description'} ends in another way than ${usual === undefined ? 'lists do' : `${like.length} others`}`,
    );
  }
  return {
    flags: usual,
    report: {
      member: 'the end of a list',
      at: flags,
      confirmed: like.length,
      descriptions: like.length,
      against: 0,
    },
  };
}

function endFlags(
  program: Program,
  end: number,
  { stride, flags }: { readonly stride: number; readonly flags: number },
): number | undefined {
  for (let at = 0; at < stride; at += 4)
    if (at !== flags && program.integerAt(end + at) !== 0) return undefined;
  const value = program.integerAt(end + flags);
  // one bit, or none
  return value !== undefined && value >= 0 && (value & (value - 1)) === 0 ? value : undefined;
}
