/**
 * What QEMU itself says of a device's bytes, as a migration stream ends with it. Elements of an array that differ in size
 * have an entry each, with `index`; others share one, with `array_len`. Source: QEMU migration/vmstate.c.
 */
interface Description {
  readonly vmsd_name?: string;
  readonly fields?: readonly DescribedField[];
  readonly subsections?: readonly Description[];
}

interface DescribedField extends Description {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly array_len?: number;
  readonly index?: number;
  readonly struct?: Description;
}

/** A device in a VMDESCRIPTION. */
export interface DescribedDevice extends Description {
  readonly name: string;
  readonly instance_id: number;
}

/** A field that QEMU describes: its names, and where it lies in the payload. */
export interface DescribedLeaf {
  readonly wirePath: string;
  readonly type: string;
  readonly offset: number;
  readonly length: number;
}

/** Types whose inner structure VMDESCRIPTION does not tell reliably: it has each key once, however many elements there are. */
const OPAQUE = new Set(['qtailq', 'gtree', 'qlist']);

/** The leaves of a device's payload, and how many bytes they take together. */
export function describedLeaves(device: Description): { readonly leaves: DescribedLeaf[]; readonly size: number } {
  const leaves: DescribedLeaf[] = [];
  const size = collect(device, '', 0, leaves);
  return { leaves, size };
}

function collect({ fields = [], subsections = [] }: Description, path: string, from: number, into: DescribedLeaf[]): number {
  const join = (step: string): string => (path === '' ? step : `${path}.${step}`);
  let at = from;
  // the last element of an array may have no `index`: then it follows on the one before it
  let before: DescribedField | undefined;
  for (const field of fields) {
    const isLast = field.index === undefined && before?.index !== undefined && before.name === field.name;
    const index = isLast ? (before?.index ?? 0) + 1 : field.index;
    before = field;
    for (let i = 0; i < (field.array_len ?? 1); i++) {
      const number = field.array_len === undefined ? index : i;
      const step = join(number === undefined ? field.name : `${field.name}[${number}]`);
      const inner = field.struct ?? (field.fields !== undefined && !OPAQUE.has(field.type) ? field : undefined);
      if (inner === undefined) {
        into.push({ wirePath: step, type: field.type, offset: at, length: field.size });
        at += field.size;
      } else at = collect(inner, step, at, into);
    }
  }
  for (const subsection of subsections) {
    const name = subsection.vmsd_name ?? '';
    at = collect(subsection, join(name), at + 1 + 1 + name.length + 4, into);
  }
  return at;
}
