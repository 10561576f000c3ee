import { bytes, firstOf, struct, until } from '@bytewright/schema-dsl';
import { Boundary, BoundaryBeforeDamage, BoundaryBeforeTrailing, footers } from './boundary.js';
import { Footer, sectionId } from './footer.js';
import { plausible, SectionHeader, sectionHeaderFields } from './section-header.js';

/**
 * A first section that ends with a footer: what a file with footers begins with.
 *
 * Its payload ends at the first place where a section can end and another one begins, with a footer or without;
 * that a footer stands there is what decides. Where no second section follows, as in a file that is cut short,
 * the section's own footer decides by itself; a lone zero byte at the end of the input never does.
 */
export const FooteredFirstSection = struct('FooteredFirstSection', {
  ...sectionHeaderFields,
  payload: bytes(
    until(
      firstOf({ footer: Boundary.with(footers.of(true)), header: SectionHeader }),
      BoundaryBeforeTrailing.with(footers.of(true)),
      BoundaryBeforeDamage.with(footers.of(true)),
    ),
  ),
  footer: Footer,
}).where(($) => [
  ...plausible($),
  $.payload.with(sectionId.of($.sectionId)),
  $.footer.with(sectionId.of($.sectionId)),
]);
