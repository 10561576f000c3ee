/** Reads VMDESCRIPTION with `JSON.parse` alone, which is correct if no list has two elements. */
interface Struct {
  readonly vmsd_name?: string;
  readonly fields?: readonly Field[];
  readonly subsections?: readonly Struct[];
}

interface Field extends Struct {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly array_len?: number;
  readonly struct?: Struct;
}

type Leaf = readonly [offset: number, length: number];

/** The places of the fields that are not structs, in the payload of a section. Empty ones are left out. */
export function plainLeaves(
  json: Uint8Array,
): (idstr: string, instanceId: number, occurrence: number) => readonly Leaf[] {
  const { devices } = JSON.parse(new TextDecoder().decode(json)) as {
    devices: readonly (Struct & { name: string; instance_id: number })[];
  };
  return (idstr, instanceId, occurrence) => {
    const device = devices.filter((one) => one.name === idstr && one.instance_id === instanceId)[occurrence];
    const leaves: Leaf[] = [];
    if (device !== undefined) add(device, 0, leaves);
    return leaves;
  };
}

function add(struct: Struct, start: number, leaves: Leaf[]): number {
  let offset = start;
  for (const field of struct.fields ?? []) {
    const inner = field.struct ?? (field.fields && field.type !== 'qtailq' ? field : undefined);
    for (let i = 0; i < (field.array_len ?? 1); i++) {
      if (inner !== undefined) {
        offset = add(inner, offset, leaves);
        continue;
      }
      if (field.type === 'qtailq' && field.fields) add(field, offset + 1, leaves);
      else if (field.size > 0 && i === 0) leaves.push([offset, field.size * (field.array_len ?? 1)]);
      offset += field.size;
    }
  }
  for (const part of struct.subsections ?? [])
    offset = add(part, offset + 6 + (part.vmsd_name ?? '').length, leaves);
  return offset;
}
