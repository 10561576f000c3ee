import { parseJsonText } from '@bytewright/schema-dsl/inspect';
import type { DescribedDevice, DescribedField, DescribedStruct, Description } from './described.js';
import type { JsonMembers } from './json-members.js';
import { arrayOf, MEMBERS, membersOf, nameOf, numberOf, textOf } from './json-members.js';

/**
 * Reads the JSON of a VMDESCRIPTION. Unknown members are ignored, as later versions of QEMU add some.
 *
 * Source: QEMU migration/vmstate.c, `vmsd_desc_field_start`; migration/savevm.c, `vmstate_save`.
 *
 * @throws DocumentError if it is not JSON, or not of this form
 */
export function readDescription(text: string): Description {
  const root = membersOf(parseJsonText(text, MEMBERS), '');
  const pageSize = root.get('page_size');
  return {
    pageSize: pageSize === undefined ? undefined : numberOf(pageSize, 'page_size'),
    devices: arrayOf(root.get('devices'), 'devices').map((json, i) => {
      const path = `devices[${i}]`;
      return readDevice(membersOf(json, path), path);
    }),
  };
}

function readDevice(members: JsonMembers, path: string): DescribedDevice {
  const idstr = nameOf(members.get('name'), `${path}.name`);
  const [state, ...more] = readStructs(members, path);
  return {
    idstr,
    instanceId: numberOf(members.get('instance_id'), `${path}.instance_id`),
    // an old-style device has fields, but no name or version for them
    state:
      more.length === 0 && state !== undefined
        ? state
        : { ...NOTHING, name: idstr, fields: fieldsOf(members, path) },
  };
}

/** A struct that is being read. */
type Open = { -readonly [K in keyof DescribedStruct]: DescribedStruct[K] };

const NOTHING: DescribedStruct = { name: '', version: 0, fields: [], subsections: [] };

function fieldsOf(members: JsonMembers, path: string): readonly DescribedField[] {
  const fields = members.get('fields');
  return fields === undefined ? [] : readFields(fields, `${path}.fields`);
}

function readFields(json: Parameters<typeof arrayOf>[0], path: string): readonly DescribedField[] {
  return arrayOf(json, path).map((field, i) => readField(membersOf(field, `${path}[${i}]`), `${path}[${i}]`));
}

function readField(members: JsonMembers, path: string): DescribedField {
  const optional = (name: string): number | undefined => {
    const value = members.get(name);
    return value === undefined ? undefined : numberOf(value, `${path}.${name}`);
  };
  const struct = members.get('struct');
  return {
    name: textOf(members.get('name'), `${path}.name`),
    type: nameOf(members.get('type'), `${path}.type`),
    size: numberOf(members.get('size'), `${path}.size`),
    count: optional('array_len'),
    index: optional('index'),
    structs:
      struct === undefined
        ? readStructs(members, path)
        : readStructs(membersOf(struct, `${path}.struct`), `${path}.struct`),
  };
}

/**
 * Reads the structs in an object, each of which begins with its name. A field that is a list has one struct per element in the
 * same object.
 */
function readStructs({ members }: JsonMembers, path: string): readonly DescribedStruct[] {
  const structs: Open[] = [];
  for (const [name, value] of members) {
    const memberPath = `${path}.${name}`;
    if (name === 'vmsd_name') structs.push({ ...NOTHING, name: nameOf(value, memberPath) });
    const last = structs.at(-1);
    if (last === undefined) continue;
    if (name === 'version') last.version = numberOf(value, memberPath);
    else if (name === 'fields') last.fields = readFields(value, memberPath);
    else if (name === 'subsections') last.subsections = readSubsections(value, memberPath);
  }
  return structs;
}

function readSubsections(json: Parameters<typeof arrayOf>[0], path: string): readonly DescribedStruct[] {
  return arrayOf(json, path).flatMap((member, i) =>
    readStructs(membersOf(member, `${path}[${i}]`), `${path}[${i}]`),
  );
}
