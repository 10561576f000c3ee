import {
  atEnd,
  bool,
  check,
  derived,
  firstOf,
  literal,
  optional,
  parameter,
  struct,
  u8,
} from '@bytewright/schema-dsl';
import { Footer } from './footer.js';
import { SectionHeader } from './section-header.js';

/** Whether the sections of this file have footers: decided by the first one, and the same for all. */
export const footers = parameter('footers', bool);

/** The byte that ends the sections, if it is the last byte of the file. */
export const EndOfFile = struct('EndOfFile', { eof: literal(u8, 0x00), end: atEnd });

/**
 * The end of a payload: the section's own footer, if this file has footers, and then the next header or the end of the file.
 */
export const Boundary = struct('Boundary', {
  footer: derived(optional(Footer)),
  next: firstOf({ header: SectionHeader, end: EndOfFile }),
}).where(($) => [$.footer.presentWhen(footers)]);

/**
 * Weaker evidence, tried only if no {@link Boundary} is found: the section's own footer, then an end byte that is followed by
 * more bytes. It would be wrong to try this first: the `tpm-tis` section of real q35 guests contains such bytes.
 */
export const BoundaryBeforeTrailing = struct('BoundaryBeforeTrailing', {
  footer: Footer,
  eof: literal(u8, 0x00),
}).where(() => [check(footers, 'a file with footers')]);

/**
 * The weakest evidence: the section's own footer, whatever follows. A file that requires this is damaged after the footer, and
 * the damage is then reported there instead of in an intact payload.
 */
export const BoundaryBeforeDamage = struct('BoundaryBeforeDamage', { footer: Footer }).where(() => [
  check(footers, 'a file with footers'),
]);
