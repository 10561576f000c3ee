import type { Node } from '@bytewright/schema-dsl';
import { bytes, until } from '@bytewright/schema-dsl';
import { Boundary, BoundaryBeforeDamage, BoundaryBeforeTrailing } from './boundary.js';

/** A payload that no schema describes: everything up to the first place where its section can end. */
export const verbatim: Node<Uint8Array> = bytes(
  until(Boundary, BoundaryBeforeTrailing, BoundaryBeforeDamage),
).doc('The payload as it is in the file, as no schema describes it.');
