import { bytes, irOf, struct, toEnd } from '@bytewright/schema-dsl';
import type { Field } from '@bytewright/schema-dsl/inspect';
import { joinWirePath } from '@bytewright/schema-dsl/inspect';
import type { NodeIR, SchemaIR } from '@bytewright/schema-dsl/ir';
import { SectionHeader } from '../wire/section-header.js';
import type { AnySection } from '../wire/section-of.js';

/** QEMU's names for the fields of a section header. Source: QEMU migration/savevm.c, `save_section_header`. */
export const HEADER_NAMES: Readonly<Record<string, string>> = {
  type: 'type',
  sectionId: 'section_id',
  idstr: 'idstr',
  instanceId: 'instance_id',
  versionId: 'version_id',
};

/** The device of a section, which is not on the wire. */
const NAME: NodeIR = { kind: 'string', encoding: 'utf-8', extent: { kind: 'end', reserve: 0 } };
const Payload = struct('Payload', { payload: bytes(toEnd) });

/**
 * The fields of a section's value: those of its header, `device`, then `state`, or `payload` if no schema describes it. Wire
 * paths of the fields in `state` do not include `state`, which does not exist in QEMU.
 *
 * @param ir the schema of its payload
 */
export function sectionFields(section: AnySection, ir: SchemaIR | undefined): readonly Field[] {
  const header = irOf(SectionHeader);
  const { fields } = header.structs.SectionHeader ?? { fields: [] };
  const known = fields.flatMap((field): Field[] => {
    if (field.visibility !== 'value') return [];
    const { name, node, doc, metadata } = field;
    return [fieldOf(name, HEADER_NAMES[name] ?? name, node, header, section, { doc, metadata })];
  });
  known.push(fieldOf('device', '', NAME, header, section));
  if (section.device !== undefined && ir !== undefined)
    return [...known, fieldOf('state', '', ir.root, ir, section)];
  const verbatim = irOf(Payload);
  const node = verbatim.structs.Payload?.fields[0]?.node ?? verbatim.root;
  return [...known, fieldOf('payload', 'payload', node, verbatim, section)];
}

function fieldOf(
  name: string,
  wireName: string,
  node: NodeIR,
  { structs }: SchemaIR,
  section: AnySection,
  { doc, metadata }: Partial<Pick<Field, 'doc' | 'metadata'>> = {},
): Field {
  const value: unknown = Reflect.get(section, name);
  const wirePath = joinWirePath('', wireName);
  return {
    segments: [name],
    path: name,
    wirePath,
    label: name,
    wireName,
    node,
    structs,
    metadata,
    doc,
    value,
  };
}
