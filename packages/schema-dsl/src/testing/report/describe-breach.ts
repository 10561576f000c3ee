import { stringify } from 'fast-check';
import type { Breach, Subject } from '../laws/law.js';
import { byteMap } from './byte-map.js';
import { hexDump } from './hex-dump.js';

const LONGEST_VALUE = 4000;

/**
 * A breach of a law as a person needs it: what happened, the value, the bytes, where what lies, how to get it
 * again.
 */
export function describeBreach({ name, ir }: Subject, title: string, breach: Breach, replay: string): string {
  const { problem, bytes } = breach;
  const parts = [`${name} breaks ${title}`, problem];
  if ('value' in breach) parts.push(`value:\n${indent(cut(stringify(breach.value)))}`);
  if (bytes !== undefined) {
    parts.push(
      bytes.length === 0
        ? 'no bytes'
        : `${count(bytes.length)}:
${indent(hexDump(bytes))}`,
    );
    parts.push(`as the interpreter reads them:\n${indent(byteMap(ir, bytes))}`);
  }
  parts.push(`(${replay})`);
  return parts.join('\n\n');
}

function count(bytes: number): string {
  return bytes === 1 ? '1 byte' : `${bytes} bytes`;
}

function cut(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text;
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}
