import { byteLength, derived, list, prefix, struct, u8 } from '@bytewright/schema-dsl';
import { Point } from '../point.js';

/** As no other revision has it, though another one has a struct of this name. */
export const Style = struct('Style', { colour: u8 });

/** Said in both revisions, with the same content: generated once. */
export const Author = struct('Author', { id: u8 });

export const Message = struct('Message', {
  size: derived(u8),
  style: Style,
  author: Author,
  points: list(Point, prefix(u8)),
}).where(($) => [$.size.is(byteLength($.points))]);
