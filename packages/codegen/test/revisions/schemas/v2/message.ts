import { byteLength, derived, list, prefix, struct, u8, u16be } from '@bytewright/schema-dsl';
import { Point } from '../point.js';

/** Wider than it was. */
export const Style = struct('Style', { colour: u16be });

/** Said in both revisions, with the same content: generated once. */
export const Author = struct('Author', { id: u8 });

export const Message = struct('Message', {
  size: derived(u8),
  style: Style,
  author: Author,
  points: list(Point, prefix(u8)),
  urgent: u8,
}).where(($) => [$.size.is(byteLength($.points))]);
