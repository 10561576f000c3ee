import type { JsonMembers, OrderedJson } from '../../vmdescription/json-members.js';
import { arrayOf, membersOf, nameOf, numberOf, textOf } from '../../vmdescription/json-members.js';
import type { FieldContent, StateDescription, StateField } from '../tables/state-description.js';

/** A number on no field of the dump's; a size of 0 stands for one, too. */
const UNSAID = { kind: 'unknown' } as const;

/**
 * What `-dump-vmstate` says of devices. It knows those of QEMU's object model only; of a field it says the name, the version
 * and the size in memory, and not the type. So each field is taken for bytes of that size, which is right for numbers, and
 * wrong for arrays (before QEMU 10.0 no count is said) and for pointers (8 bytes, whatever they lead to).
 *
 * Source: QEMU migration/savevm.c, `dump_vmstate_vmsd`, `dump_vmstate_vmsf`.
 *
 * @throws DocumentError for another form
 */
export function dumpDescriptions(root: JsonMembers): readonly StateDescription[] {
  return root.members.flatMap(([type, json]) => {
    if (type === 'vmschkmachine') return [];
    const path = JSON.stringify(type);
    const description = membersOf(json, path).get('Description');
    // a device that saves nothing has none
    if (description === undefined) return [];
    return [{ ...readVmsd(membersOf(description, `${path}.Description`), path), isDevice: true }];
  });
}

/** Whether JSON looks like what `-dump-vmstate` writes. */
export function isDump(root: JsonMembers): boolean {
  return root.get('vmschkmachine') !== undefined;
}

function readVmsd(members: JsonMembers, path: string): StateDescription {
  const listOf = <T>(name: string, read: (json: OrderedJson, path: string) => T): readonly T[] => {
    const list = members.get(name);
    if (list === undefined) return [];
    return arrayOf(list, `${path}.${name}`).map((json, i) => read(json, `${path}.${name}[${i}]`));
  };
  return {
    address: 0,
    name: nameOf(members.get('name'), `${path}.name`),
    version: numberOf(members.get('version_id'), `${path}.version_id`),
    minimum: numberOf(members.get('minimum_version_id'), `${path}.minimum_version_id`),
    fields: listOf('Fields', (json, at) => readVmsf(membersOf(json, at), at)),
    subsections: listOf('Subsections', (json, at) => readVmsd(membersOf(json, at), at)),
    isDevice: false,
  };
}

function readVmsf(members: JsonMembers, path: string): StateField {
  const size = numberOf(members.get('size'), `${path}.size`);
  const description = members.get('Description');
  const num = members.get('num');
  const content: FieldContent =
    description === undefined
      ? {
          kind: 'value',
          type: 'unknown',
          size: size === 0 ? UNSAID : { kind: 'fixed', value: size },
          description: undefined,
          isMeasured: true,
        }
      : {
          kind: 'struct',
          description: readVmsd(membersOf(description, `${path}.Description`), path),
          version: undefined,
        };
  return {
    name: textOf(members.get('field'), `${path}.field`),
    content,
    since: numberOf(members.get('version_id'), `${path}.version_id`),
    hasPredicate: members.get('field_exists') === true,
    count: num === undefined ? undefined : { kind: 'fixed', value: numberOf(num, `${path}.num`) },
  };
}
