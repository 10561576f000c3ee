import { list, prefix, struct, u8 } from '@bytewright/schema-dsl';
import { Point } from './point.js';

/** What both revisions begin with. */
const common = { layer: u8, outline: list(Point, prefix(u8)) };

export const ShapeV1 = struct('ShapeV1', { ...common });

export const ShapeV2 = struct('ShapeV2', { ...common, holes: list(Point, prefix(u8)) });
