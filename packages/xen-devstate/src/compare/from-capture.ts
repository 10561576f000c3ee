import type { DescribedField, DescribedStruct } from '../vmdescription/described.js';
import type { WireDescription, WireField } from './wire-description.js';
import { ALWAYS, fixedSize } from './wire-description.js';

/**
 * Describes a section from a VMDESCRIPTION, as one machine wrote it once. The contents of lists, and anything that machine did
 * not send, are missing.
 */
export function describeCapture({ name, version, fields, subsections }: DescribedStruct): WireDescription {
  return {
    ...{ name, isDescribed: true, version, minimum: undefined },
    fields: runsOf(fields).map(fieldOf),
    subsections: subsections.map(describeCapture),
  };
}

/** Groups the entries of each field: elements that differ are listed one by one. */
function runsOf(fields: readonly DescribedField[]): readonly (readonly DescribedField[])[] {
  const runs: DescribedField[][] = [];
  for (const field of fields) {
    const last = runs.at(-1);
    if (last?.[0]?.name === field.name && last[0].index !== undefined) last.push(field);
    else runs.push([field]);
  }
  return runs;
}

function fieldOf(run: readonly DescribedField[]): WireField {
  const [first] = run as [DescribedField]; // a run has at least one
  const { name, type, size, structs } = first;
  const count = run.reduce((sum, field) => sum + (field.count ?? 1), 0);
  const isArray = run.length > 1 || first.count !== undefined || first.index !== undefined;
  const [inside] = structs;
  const isPlain = structs.length === 1 && (type === 'struct' || type === 'vstruct' || type === 'tmp');
  return {
    name,
    type: isPlain ? 'struct' : type,
    isTypeExact: true,
    size: run.every((field) => field.size === size) ? fixedSize(size) : sizesOf(run),
    count: isArray ? { kind: 'fixed', value: count } : undefined,
    presence: ALWAYS,
    isOverlaid: false,
    content: isPlain && inside !== undefined ? describeCapture(inside) : undefined,
  };
}

function sizesOf(run: readonly DescribedField[]): WireField['size'] {
  const sizes = run.map(({ size }) => size);
  return { least: Math.min(...sizes), most: Math.max(...sizes), usual: undefined };
}
