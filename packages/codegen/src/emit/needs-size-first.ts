import type { NodeIR, NodeKind, SchemaIR } from '@bytewright/schema-dsl/ir';
import { structNamed } from '@bytewright/schema-dsl/ir';
import { mayNest } from './nesting.js';
import { readChildren } from './read-children.js';

/** What is written by where its region ends, which a root's does where its size says. */
const BY_REGION: ReadonlySet<NodeKind> = new Set<NodeKind>([
  'at',
  'atEach',
  'atEnd',
  'gaps',
  'processed',
  'tail',
]);

/**
 * Whether a root's size has to be known before it is written: something in it stands where its region ends, or it may contain
 * itself, as only measuring counts how deep.
 */
export function needsSizeFirst(name: string, structs: SchemaIR['structs']): boolean {
  return mayNest(name, structs) || isByRegion(name, structs, new Set());
}

function isByRegion(name: string, structs: SchemaIR['structs'], seen: Set<string>): boolean {
  if (seen.has(name)) return false;
  seen.add(name);
  // what is only looked for ahead is not written
  const isIn = (node: NodeIR): boolean =>
    BY_REGION.has(node.kind) ||
    (node.kind === 'struct' && isByRegion(node.name, structs, seen)) ||
    (node.kind === 'presence' ? [node.node] : readChildren(node)).some(isIn);
  return structNamed(name, structs).fields.some(({ node }) => isIn(node));
}
