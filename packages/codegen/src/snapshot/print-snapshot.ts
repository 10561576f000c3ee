import type { Snapshot } from './snapshot.js';

/** Columns that a line may take. */
const WIDTH = 150;

/**
 * A snapshot as JSON that people can read: what fits in a line is in one. A field of a struct is a line, most of the time, so
 * that a change of it shows as one.
 */
export function printSnapshot(snapshot: Snapshot): string {
  // through JSON first: members that are undefined are none
  return `${print(JSON.parse(JSON.stringify(snapshot)), '', true)}\n`;
}

/** `isOpen`: always in lines of its own. Lists of fields and structs are, too: they grow. */
function print(value: unknown, indent: string, isOpen: boolean): string {
  const whole = oneLine(value);
  if (typeof value !== 'object' || value === null) return whole;
  if (!isOpen && indent.length + whole.length <= WIDTH) return whole;
  const inside = `${indent}  `;
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const parts = Array.isArray(value)
    ? value.map((item) => `${inside}${print(item, inside, false)}`)
    : Object.entries(value).map(
        ([key, item]) => `${inside}${JSON.stringify(key)}: ${print(item, inside, isListOfParts(key, item))}`,
      );
  return parts.length === 0 ? whole : `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}

const GROWING = new Set(['fields', 'structs', 'arms', 'uses']);

const isListOfParts = (key: string, value: unknown): boolean =>
  GROWING.has(key) && typeof value === 'object' && value !== null;

/** JSON with a space where a person would put one. */
function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
