import type { Node } from '@bytewright/schema-dsl';
import type {
  BindingIR,
  Constant,
  FieldIR,
  IntegerType,
  NodeIR,
  SchemaIR,
  StructIR,
} from '@bytewright/schema-dsl/ir';
import { irOf } from '@bytewright/schema-dsl/ir';
import { devices } from '@bytewright/xen-devstate/catalogs/qemu-7.2';
import type { DeviceState, Section } from '@bytewright/xen-devstate/qemu-7.2';
import type { Counts } from './fixed-lists.js';
import { countElements, withFixedLists } from './fixed-lists.js';

/** What no file says of a machine, and a schema has to be told: parameters by their names. */
export type Parameters = Readonly<Record<string, Constant>>;

/**
 * The intermediate representation of one very file: its sections one after another, each of the device that it holds, with
 * all parameters bound and all lists as long as they are there. Nothing is left to look ahead for.
 *
 * @param value what the generated code decodes the file to
 */
export function fileIR(value: DeviceState, searched: Parameters): SchemaIR {
  const counts: Counts = new Map();
  const structs: Record<string, StructIR> = {};
  const payloads = value.sections.map((section) => {
    const { root, structs: own } = irOf(schemaOf(section), { allowParameters: true });
    Object.assign(structs, own);
    if (section.device === undefined) throw new Error(`${section.idstr} is not understood`);
    countElements(root, section.state, own, counts);
    return bound(root.kind === 'bind' ? root.node : root, { ...searched, version: section.versionId });
  });
  for (const struct of Object.values(structs)) structs[struct.name] = withFixedLists(struct, counts);
  const names = payloads.map((payload, index) => {
    const name = `Section${index}`;
    structs[name] = structOf(name, sectionFields(payload, value.footers));
    return name;
  });
  structs.File = structOf('File', [
    literal('magic', 'u32be', 0x5145564d),
    literal('fileVersion', 'u32be', 3),
    ...names.map((name) => field(name, { kind: 'struct', name })),
    literal('end', 'u8', 0),
    field('trailing', { kind: 'bytes', extent: { kind: 'end', reserve: 0 } }),
  ]);
  return { format: 1, root: { kind: 'struct', name: 'File' }, structs };
}

/** The schema of a section: the first of its name, which is the one in the files that are measured. */
function schemaOf({ idstr }: Section): Node<unknown> {
  const [schema] = devices[idstr.slice(idstr.lastIndexOf('/') + 1)] ?? [];
  if (schema === undefined) throw new Error(`No schema for ${idstr}`);
  return schema;
}

function bound(node: NodeIR, searched: Parameters): NodeIR {
  const bindings = Object.entries(searched).map(
    ([parameter, value]): BindingIR => ({ parameter, value: { op: 'constant', value } }),
  );
  return { kind: 'bind', node, bindings };
}

function sectionFields(state: NodeIR, footers: boolean): readonly FieldIR[] {
  const footer = [literal('mark', 'u8', 0x7e), field('footerId', { kind: 'integer', type: 'u32be' })];
  return [
    literal('type', 'u8', 4),
    field('sectionId', { kind: 'integer', type: 'u32be' }),
    field('idstr', {
      kind: 'string',
      encoding: 'ascii',
      extent: { kind: 'prefix', prefix: { kind: 'integer', type: 'u8' } },
    }),
    field('instanceId', { kind: 'integer', type: 'u32be' }),
    field('versionId', { kind: 'integer', type: 'u32be' }),
    field('state', state),
    ...(footers ? footer : []),
  ];
}

function structOf(name: string, fields: readonly FieldIR[]): StructIR {
  return { name, doc: undefined, fields, checks: [], flat: undefined, parameters: [], recursive: false };
}

function field(name: string, node: NodeIR): FieldIR {
  return { name, doc: undefined, visibility: 'value', node, encode: undefined };
}

function literal(name: string, type: IntegerType, value: number): FieldIR {
  const node: NodeIR = { kind: 'literal', node: { kind: 'integer', type }, value };
  return { name, doc: undefined, visibility: 'constant', node, encode: undefined };
}
