import { SNAPSHOT_FORMAT } from './snapshot.js';

/** The first format, in which padding was called filling. */
const FIRST = 'bytewright/snapshot@1';

/**
 * The data of a snapshot as the present format has it; data of any other format, or of none, as it is.
 *
 * @param data what JSON.parse gave; it is changed
 * @example `{ "format": "bytewright/snapshot@1", … "kind": "filling" }` gives `{ "format": "bytewright/snapshot@2", … "kind": "padding" }`
 */
export function fromEarlierFormat(data: unknown): unknown {
  if (!isObject(data) || data.format !== FIRST) return data;
  const nested: object[] = [data];
  for (const one of nested) {
    if (isObject(one) && one.kind === 'filling') one.kind = 'padding';
    // arrays grow while walked
    for (const part of Object.values(one)) if (typeof part === 'object' && part !== null) nested.push(part);
  }
  data.format = SNAPSHOT_FORMAT;
  return data;
}

function isObject(data: unknown): data is { kind?: unknown; format?: unknown } {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
