import type { Program } from '../../elf/program.js';
import { ImportError } from '../../import-error.js';
import type { DescriptionLayout } from '../table-layout.js';
import type { FoundDescription, FoundTables } from './found-tables.js';
import type { MemberReport } from './member-report.js';
import type { Naming } from './place-of.js';
import { offsets, placeOf } from './place-of.js';

const WORD = 8;
const HALF = 4;
/** Versions are small numbers that were counted up by hand, but for that of `eeprom`, which is a date. */
const LARGEST_VERSION = 4096;
const NEARLY_ALL = 0.95;
/** Most descriptions have a version and a minimum version that are not 0, and few have anything else that is a small number. */
const USUAL = 0.6;
/** Words behind the list of fields where the list of subsections is looked for. */
const FARTHEST = 16 * WORD;
/** More subsections than any description has. */
const MOST_SUBSECTIONS = 256;

/**
 * Finds the members of a description by what they must be like in all of them.
 *
 * @throws ImportError where one lies nowhere, or could lie in several places
 */
export function descriptionMembers(
  program: Program,
  tables: FoundTables,
): { readonly description: DescriptionLayout; readonly reports: readonly MemberReport[] } {
  const all = [...tables.descriptions.values()];
  const { fields } = tables;
  const half = ({ address }: FoundDescription, at: number): number | undefined =>
    program.integerAt(address + at);
  const naming: Naming<FoundDescription> = {
    description: ({ name }) => name,
    item: ({ name }) => name,
    value: (one, at) => String(half(one, at) ?? 'a pointer'),
  };
  const isVersion = (value: number | undefined): boolean =>
    value !== undefined && value >= 0 && value < LARGEST_VERSION;
  const usual = offsets(WORD, fields, HALF).filter((at) => {
    const values = all.map((one) => half(one, at));
    return (
      values.filter(isVersion).length >= NEARLY_ALL * all.length &&
      values.filter((value) => isVersion(value) && value !== 0).length >= USUAL * all.length
    );
  });
  const [first, second, ...more] = usual;
  if (first === undefined || second === undefined || more.length > 0)
    throw new ImportError(
      `cannot tell where the version and the minimum version of a description lie: ${usual.length === 0 ? 'nothing is' : `at ${usual.join(', ')} is`} a small number in most of ${all.length}, and two places should be${oddOne(usual)}`,
    );
  const other = (at: number): number => (at === first ? second : first);
  const version = placeOf(
    'the version of a description',
    usual,
    [
      {
        says: 'no description has a minimum version above its version',
        of: all,
        holds: (one, at) => (half(one, at) ?? -1) >= (half(one, other(at)) ?? 0),
      },
      {
        says: 'some have a minimum version below it',
        of: all,
        share: 0,
        holds: (one, at) => (half(one, at) ?? -1) > (half(one, other(at)) ?? 0),
      },
    ],
    naming,
  );
  const minimum: MemberReport = {
    ...version,
    member: 'the minimum version of a description',
    at: other(version.at),
  };

  /** The names in the list of descriptions that a member leads to, up to a null; `undefined` where it leads to no such list. */
  const listed = ({ address }: FoundDescription, at: number): readonly string[] | undefined => {
    const list = program.pointerAt(address + at);
    const names: string[] = [];
    for (let slot = list ?? 0; list !== undefined && names.length < MOST_SUBSECTIONS; slot += WORD) {
      const target = program.pointerAt(slot);
      if (target === undefined) return names.length > 0 && program.sizeAt(slot) === 0 ? names : undefined;
      const name = program.textAt(program.pointerAt(target));
      // what is not built in has a name, and nothing else
      const hasFields =
        program.pointerAt(target + fields) !== undefined || program.sizeAt(target + fields) === 0;
      if (name === undefined || !hasFields) return undefined;
      names.push(name);
    }
    return undefined;
  };
  const isNull = ({ address }: FoundDescription, at: number): boolean => program.sizeAt(address + at) === 0;
  const places = offsets(WORD, fields + FARTHEST, WORD).filter((at) => at !== fields);
  // that of the description behind one lies farther off, and is as good
  const nearest = places.find((at) => all.some((one) => listed(one, at) !== undefined));
  if (nearest === undefined)
    throw new ImportError(
      `cannot tell where the subsections of a description lie: none of ${all.length} leads to a list of others`,
    );
  const subsections = placeOf(
    'the subsections of a description',
    [nearest],
    [
      {
        says: 'they are a list of descriptions that ends with null, or nothing',
        of: all,
        holds: (one, at) => (isNull(one, at) ? undefined : listed(one, at) !== undefined),
      },
      {
        // on the wire a subsection is told by the name of what it is of. Source: QEMU migration/vmstate.c, vmstate_subsection_load
        says: 'most are called like what they are of',
        of: all,
        share: USUAL,
        holds: (one, at) => listed(one, at)?.every((name) => name.startsWith(one.name)),
      },
    ],
    naming,
  );
  return {
    description: { version: version.at, minimum: minimum.at, fields, subsections: subsections.at },
    reports: [version, minimum, subsections],
  };

  /** Of places that nearly are what is looked for, which description is against one. */
  function oddOne(found: readonly number[]): string {
    for (const at of offsets(WORD, fields, HALF)) {
      if (found.includes(at)) continue;
      const fitting = all.filter((one) => isVersion(half(one, at)) && half(one, at) !== 0);
      const odd = all.find((one) => !isVersion(half(one, at)));
      if (odd !== undefined && fitting.length >= USUAL * all.length)
        return `; at ${at} it is in ${fitting.length}, but ${odd.name} has ${half(odd, at) ?? 'a pointer'} there`;
    }
    return '';
  }
}
