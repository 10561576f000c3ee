import type { Arm, Node } from '@bytewright/schema-dsl';
import { derived, on, optional, struct, union } from '@bytewright/schema-dsl';
import { version } from '../vmstate/version.js';
import { Boundary, BoundaryBeforeTrailing, footers } from './boundary.js';
import { candidatesOf, withFacts } from './candidates.js';
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
 * @param devices schemas of payloads; those that still have unknown values are left out
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

function armsOf(devices: CatalogDevices): Record<string, Arm<Node<unknown>, string>> {
  const arms: Record<string, Arm<Node<unknown>, string>> = {};
  for (const name of Object.keys(devices)) {
    for (const candidate of candidatesOf(devices, name))
      arms[candidate.device] = on(name, withFacts(candidate, [Boundary, BoundaryBeforeTrailing]));
  }
  return arms;
}
