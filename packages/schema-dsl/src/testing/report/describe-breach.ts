import { byteCount } from '@bytewright/runtime/codec';
import { stringify } from 'fast-check';
import type { Explanation } from '../../interpreter/explain.js';
import { explainRoot } from '../../interpreter/explain.js';
import { formatPath } from '../../interpreter/path.js';
import type { SchemaIR } from '../../ir/schema.js';
import type { Breach } from '../laws/breach.js';
import type { Subject } from '../laws/subject.js';
import { byteMap } from './byte-map.js';
import { hexDump } from './hex-dump.js';

const LONGEST_VALUE = 4000;

/**
 * A broken law, described for a person: what happened, the value, the bytes with the byte in question marked, the positions of
 * all parts, and how to reproduce it.
 */
export function describeBreach({ name, ir }: Subject, title: string, breach: Breach, replay: string): string {
  const { problem, bytes, written } = breach;
  const parts = [`${name} breaks ${title}`, problem];
  if ('value' in breach) parts.push(`value:\n${indent(cut(stringify(breach.value)))}`);
  const offset = breach.offset ?? offsetOf(breach, ir);
  if (bytes !== undefined) {
    parts.push(dump(bytes, offset));
    if (written !== undefined) parts.push(`encode writes ${dump(written, offset)}`);
    parts.push(`as the interpreter decodes them:\n${indent(byteMap(ir, bytes))}`);
  }
  parts.push(replay);
  return parts.join('\n\n');
}

/** The offset of the part of a value that a breach is about. */
function offsetOf({ path, bytes }: Breach, ir: SchemaIR): number | undefined {
  if (path === undefined || bytes === undefined) return undefined;
  const { root } = explainRoot(ir, bytes);
  // for a part without bytes of its own, the part that contains it
  const holders = path.map((_, i) => formatPath(path.slice(0, i + 1)));
  const find = (part: Explanation): Explanation =>
    part.parts
      .filter((inner) => holders.includes(inner.path))
      .map(find)
      .at(0) ?? part;
  const found = find(root);
  return found === root ? undefined : found.offset;
}

function dump(bytes: Uint8Array, mark: number | undefined): string {
  if (bytes.length === 0) return 'no bytes';
  return `${byteCount(bytes.length)}:\n${indent(hexDump(bytes, mark !== undefined && mark <= bytes.length ? mark : undefined))}`;
}

function cut(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text;
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}
