import type { Node, Parameter } from '@bytewright/schema-dsl';
import { derived, on, optional, search, struct, union } from '@bytewright/schema-dsl';
import { irOf } from '@bytewright/schema-dsl/ir';
import * as facts from '../overlay/facts.js';
import { version } from '../vmstate/version.js';
import { Boundary, BoundaryBeforeTrailing, footers } from './boundary.js';
import type { CatalogDevices } from './catalog-devices.js';
import { Footer, sectionId } from './footer.js';
import { plausible, sectionHeaderFields } from './section-header.js';
import { verbatim } from './verbatim.js';

/** What a section's value is, whatever devices there are. */
export interface AnySection {
  readonly sectionId: number;
  readonly idstr: string;
  readonly instanceId: number;
  readonly versionId: number;
  /** The schema of the payload: the name in the section's header, or that of the type where several share a name. */
  readonly device: string | undefined;
  readonly state?: unknown;
  readonly payload?: Uint8Array;
}

/**
 * A section that holds one of a catalog's devices. The name in its header picks the schemas to try; the first one counts
 * behind which the section can end. A payload that none fits is kept verbatim.
 *
 * What no file says of a machine, such as the size of a configuration space, is searched for in the same way.
 *
 * @param devices schemas of payloads; those that still have holes are left out
 * @throws SchemaError for schemas that are none
 */
export function sectionOf(devices: CatalogDevices): Node<AnySection> {
  const Section = struct('Section', {
    ...sectionHeaderFields,
    body: union(armsOf(devices), {
      tag: 'device',
      value: 'state',
      raw: 'payload',
      fallback: 'no arm fits',
      otherwise: verbatim,
    }),
    footer: derived(optional(Footer)),
  })
    .where(($) => [
      ...plausible($),
      $.body.tag($.idstr.afterLast('/')),
      $.body.followedBy(Boundary, BoundaryBeforeTrailing),
      $.body.with(sectionId.of($.sectionId), version.of($.versionId)),
      $.footer.presentWhen(footers),
      $.footer.with(sectionId.of($.sectionId)),
    ])
    .doc('One device: who it is, and its state.')
    .flat('body');
  // which arms there are is only known when the program runs
  return Section as unknown as Node<AnySection>;
}

/** What the schemas of a catalog are called in values: the first one of a name bears that, others their types' names. */
function armsOf(devices: CatalogDevices): Record<string, ReturnType<typeof on>> {
  const arms: Record<string, ReturnType<typeof on>> = {};
  for (const [name, candidates] of Object.entries(devices)) {
    let isFirst = true;
    for (const schema of candidates) {
      const { type, free } = describe(schema);
      if (free.some((parameter) => !isSearchable(parameter))) continue;
      arms[isFirst ? name : type] = on(name, withFacts(schema, free));
      isFirst = false;
    }
  }
  return arms;
}

/** The type of a schema, and the parameters that it has to be told. */
function describe(schema: Node<unknown>): { readonly type: string; readonly free: readonly string[] } {
  const { root, structs } = irOf(schema, { allowParameters: true });
  const inner = root.kind === 'bind' ? root.node : root;
  if (inner.kind !== 'struct') throw new TypeError('The schema of a device is a struct');
  const parameters = structs[inner.name]?.parameters.map(({ name }) => name) ?? [];
  return { type: inner.name, free: parameters.filter((name) => name !== version.parameter) };
}

const isSearchable = (parameter: string): boolean => Object.hasOwn(facts.CANDIDATES, parameter);

/** The schema with all machine facts searched for that it asks for. */
function withFacts(schema: Node<unknown>, free: readonly string[]): Node<unknown> {
  let node = schema;
  for (const [name, candidates] of Object.entries(facts.CANDIDATES)) {
    if (!free.includes(name)) continue;
    const parameter = Reflect.get(facts, name) as Parameter<unknown>; // candidates are of facts of that name
    node = search(parameter, candidates, node, { followedBy: [Boundary, BoundaryBeforeTrailing] });
  }
  return node;
}
