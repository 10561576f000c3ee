import * as fc from 'fast-check';
import type { PresenceNode } from '../../ir/node.js';
import type { Generate } from './place.js';

export const presence: Generate<PresenceNode> = () => fc.boolean();
