import type { Arm, Node } from '@bytewright/schema-dsl';
import { derived, on, optional, struct, union } from '@bytewright/schema-dsl';
import { version } from '../vmstate/version.js';
import { Boundary, BoundaryBeforeTrailing, footers } from './boundary.js';
import { candidatesOf, withMachineParameters } from './candidates.js';
import type { CatalogDevices } from './catalog-devices.js';
import { Footer, sectionId } from './footer.js';
import { plausible, sectionHeaderFields } from './section-header.js';
import { verbatim } from './verbatim.js';

/** The value of a section with any device. */
export interface AnySection {
  readonly sectionId: number;
  readonly idstr: string;
  readonly instanceId: number;
  readonly versionId: number;
  /** The schema of the payload: the name in the section header, or the type name if several share that name. */
  readonly device: string | undefined;
  readonly state?: unknown;
  readonly payload?: Uint8Array;
}

/**
 * A section with one of a catalog's devices. The name in its header selects the schemas to try; the first one after which the
 * section can end is used. A payload that none matches is kept verbatim.
 *
 * Machine parameters that are not in the file, such as the size of a configuration space, are searched for in the same way.
 *
 * @param devices schemas of payloads; those with unknown values are left out
 * @throws SchemaError if a schema is invalid
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
  // the arms are only known at run time
  return Section as unknown as Node<AnySection>;
}

function armsOf(devices: CatalogDevices): Record<string, Arm<Node<unknown>, string>> {
  const arms: Record<string, Arm<Node<unknown>, string>> = {};
  for (const name of Object.keys(devices)) {
    for (const candidate of candidatesOf(devices, name))
      arms[candidate.device] = on(name, withMachineParameters(candidate, [Boundary, BoundaryBeforeTrailing]));
  }
  return arms;
}
