import { irOf } from '@bytewright/schema-dsl';
import { describeNode } from '@bytewright/schema-dsl/ir';
import { candidatesOf, unusableOf } from '../wire/candidates.js';
import type { Catalog } from './catalog.js';

/** The description of a device in a catalog. */
export interface KnownDevice {
  readonly name: string;
  /** The name of the catalog. */
  readonly catalog: string;
  /** The title of the catalog. */
  readonly title: string;
  /** The schemas for payloads with that name, in the order in which they are tried. */
  readonly schemas: readonly KnownSchema[];
  /** The parts that are unknown. Payloads that contain them are kept verbatim. */
  readonly missing: readonly string[];
}

/** A schema of a device's payload. */
export interface KnownSchema {
  /** The value of `device` in sections. */
  readonly device: string;
  /** The name of its TypeScript type. */
  readonly type: string;
  /** Parameters of the machine that are not on the wire and are searched for. */
  readonly machineParameters: readonly string[];
  /** The source of knowledge that is not in QEMU's tables. */
  readonly source: string | undefined;
  readonly doc: string | undefined;
  readonly fields: readonly KnownField[];
}

/** A field of a device. */
export interface KnownField {
  readonly name: string;
  readonly wireName: string;
  readonly type: string;
  readonly doc: string | undefined;
}

/**
 * The devices of catalogs, by name.
 *
 * @param name selects one device only
 */
export async function knownDevices(
  catalogs: readonly Catalog[],
  name?: string,
): Promise<ReadonlyMap<string, readonly KnownDevice[]>> {
  const known = new Map<string, KnownDevice[]>();
  for (const { name: catalog, title, schemas: load } of catalogs) {
    const { devices, incomplete } = await load();
    const names = new Set([...Object.keys(devices), ...Object.keys(incomplete)]);
    for (const one of names) {
      if (name !== undefined && one !== name) continue;
      const schemas = candidatesOf(devices, one).map(knownSchema);
      const unusable = unusableOf(devices, one).flatMap(({ type, missing }) =>
        missing.map((parameter) => `${type}: ${parameter}`),
      );
      const listed = Object.hasOwn(incomplete, one) ? (incomplete[one] ?? []) : [];
      const device = { name: one, catalog, title, schemas, missing: [...listed, ...unusable] };
      known.set(one, [...(known.get(one) ?? []), device]);
    }
  }
  return new Map([...known].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function knownSchema({
  device,
  schema,
  machineParameters,
}: ReturnType<typeof candidatesOf>[number]): KnownSchema {
  const { root, structs } = irOf(schema, { allowParameters: true });
  const inner = root.kind === 'bind' ? root.node : root;
  const definition = inner.kind === 'struct' ? structs[inner.name] : undefined;
  const fields = (definition?.fields ?? []).flatMap(
    ({ name, metadata, doc, node, visibility }): KnownField[] => {
      if (visibility !== 'value') return [];
      const type = metadata?.wireType ?? describeNode(node);
      return [{ name, wireName: metadata?.wireName ?? name, type, doc }];
    },
  );
  return {
    ...{ device, machineParameters, fields },
    type: definition?.name ?? device,
    source: definition?.metadata?.source,
    doc: definition?.doc,
  };
}
