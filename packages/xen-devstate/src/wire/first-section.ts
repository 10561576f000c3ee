import { bytes, firstOf, struct, until } from '@bytewright/schema-dsl';
import { Boundary, BoundaryBeforeDamage, BoundaryBeforeTrailing, footers } from './boundary.js';
import { Footer, sectionId } from './footer.js';
import { plausible, SectionHeader, sectionHeaderFields } from './section-header.js';

/**
 * A first section that ends with a footer, which means that the file has footers.
 *
 * Its payload ends at the first place where a section can end and another one begin, with or without a footer; the presence of
 * a footer there decides. If no second section follows, as in a truncated file, the section's own footer is sufficient; a zero
 * byte at the end of the input never is.
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
