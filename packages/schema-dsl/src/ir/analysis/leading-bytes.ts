import type { NodeIR } from '../node.js';
import type { SchemaIR } from '../schema.js';
import { bytePatterns } from './byte-patterns.js';

/** The constant bytes that every encoding of a node begins with, such as a signature. */
export function leadingBytes(node: NodeIR, structs: SchemaIR['structs']): readonly number[] {
  const [pattern, other] = bytePatterns(node, structs);
  const lead: number[] = [];
  if (pattern === undefined || other !== undefined) return lead;
  for (const place of pattern.bytes) {
    const [byte, second] = place ?? [];
    if (byte === undefined || second !== undefined) break;
    lead.push(byte);
  }
  return lead;
}
