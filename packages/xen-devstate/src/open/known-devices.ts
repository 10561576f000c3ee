import { irOf } from '@bytewright/schema-dsl';
import { describeNode } from '@bytewright/schema-dsl/ir';
import { candidatesOf, unusableOf } from '../wire/candidates.js';
import type { Catalog } from './catalog.js';

/** What a catalog knows of a device. */
export interface KnownDevice {
  readonly name: string;
  /** The name of the catalog. */
  readonly catalog: string;
  /** What that describes. */
  readonly title: string;
  /** Schemas of that name that payloads are read by, in the order in which they are tried. */
  readonly schemas: readonly KnownSchema[];
  /** What is not known. Payloads that hold it are kept verbatim. */
  readonly missing: readonly string[];
}

/** A schema of a device's payload. */
export interface KnownSchema {
  /** As `device` has it in values. */
  readonly device: string;
  /** The name of its TypeScript type. */
  readonly type: string;
  /** Facts of the machine that are on no wire, and are tried. */
  readonly machineParameters: readonly string[];
  /** Where what the tables do not say is from. */
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
 * What catalogs know of devices, by name.
 *
 * @param name of one device only
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
