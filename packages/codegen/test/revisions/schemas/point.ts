import { i16be, struct } from '@bytewright/schema-dsl';

/** The same in all revisions. */
export const Point = struct('Point', { x: i16be, y: i16be });
