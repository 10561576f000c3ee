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

/** Whether the sections of this file have footers: decided at the first one, true of all or of none. */
export const footers = parameter('footers', bool);

/** The byte that ends the sections, where it is the last byte of the file. */
export const EndOfFile = struct('EndOfFile', { eof: literal(u8, 0x00), end: atEnd });

/**
 * What follows a payload: the section's own footer, if this file has footers, and then the next header or the
 * end of the file.
 */
export const Boundary = struct('Boundary', {
  footer: derived(optional(Footer)),
  next: firstOf({ header: SectionHeader, end: EndOfFile }),
}).where(($) => [$.footer.presentWhen(footers)]);

/**
 * A weaker sign, tried only where no {@link Boundary} is found: the section's own footer, then an end byte with
 * more bytes behind it. On its own it would be wrong: the `tpm-tis` section of real q35 guests holds such bytes.
 */
export const BoundaryBeforeTrailing = struct('BoundaryBeforeTrailing', {
  footer: Footer,
  eof: literal(u8, 0x00),
}).where(() => [check(footers, 'a file with footers')]);

/**
 * The weakest sign: the section's own footer, whatever comes next. A file that needs it is damaged behind the
 * footer, and the fault is then reported there instead of in a payload that is sound.
 */
export const BoundaryBeforeDamage = struct('BoundaryBeforeDamage', { footer: Footer }).where(() => [
  check(footers, 'a file with footers'),
]);
