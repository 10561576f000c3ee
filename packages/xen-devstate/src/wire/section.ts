import { derived, optional, struct, union } from '@bytewright/schema-dsl';
import { footers } from './boundary.js';
import { Footer, sectionId } from './footer.js';
import { plausible, sectionHeaderFields } from './section-header.js';
import { verbatim } from './verbatim.js';

/**
 * One device's state: a header, a payload without length, and a footer if the file has footers.
 *
 * A payload that no schema describes is kept verbatim; it ends at the first place where the section can end. `device` names the
 * schema of the payload, or is `undefined`.
 */
export const Section = struct('Section', {
  ...sectionHeaderFields,
  body: union(
    {},
    {
      tag: 'device',
      value: 'state',
      raw: 'payload',
      otherwise: verbatim,
    },
  ),
  footer: derived(optional(Footer)),
})
  .where(($) => [
    ...plausible($),
    $.body.with(sectionId.of($.sectionId)),
    $.footer.presentWhen(footers),
    $.footer.with(sectionId.of($.sectionId)),
  ])
  .doc('One device: who it is, and its state.')
  .flat('body');
