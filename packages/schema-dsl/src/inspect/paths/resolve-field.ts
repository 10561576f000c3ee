import { describe } from '@bytewright/runtime/codec';
import type { Field } from '../fields/field.js';
import { elementOf, fieldsIn, holdsSubsections, lengthOf } from '../fields/fields-in.js';
import { nearestNames } from './nearest-names.js';
import { PathError } from './path-error.js';

/**
 * Resolves a path, starting from one of several fields. Steps are names separated by `.`, and indices in brackets. A name is
 * that in the value or QEMU's own, which may itself contain dots and brackets; a subsection's name, whole or after its `/`,
 * stands for its place in the list and its state.
 *
 * @param fields the fields at which the path may start
 * @param path without a leading dot
 * @throws PathError that lists the available names, if the path leads nowhere or to several fields
 * @example `resolveField(fields, 'state.drives[0].media_rate.mediaRate')`
 */
export function resolveField(fields: readonly Field[], path: string): Field {
  return afterName(fields, path, path, undefined);
}

function afterName(fields: readonly Field[], rest: string, path: string, whole: Field | undefined): Field {
  let furthest: PathError | undefined;
  for (const group of readings(fields, rest)) {
    const [first, second] = group.fields;
    if (first === undefined) continue;
    if (second !== undefined) {
      const meant = group.fields.map((field) => field.path).join(', ');
      throw new PathError(`${describe(group.name)} is the name of several fields: ${meant}`, path.length);
    }
    try {
      return follow(first, rest.slice(group.name.length), path);
    } catch (error) {
      if (!(error instanceof PathError)) throw error;
      if (furthest === undefined || error.understood > furthest.understood) furthest = error;
    }
  }
  if (furthest !== undefined) throw furthest;
  const wanted = /^[^.[]*/.exec(rest)?.[0] || rest;
  const there = fields.map(({ label }) => label);
  const where = whole === undefined ? '' : ` in ${whole.path}`;
  const known = there.length === 0 ? 'there are no fields' : `there is ${nearestNames(wanted, there)}`;
  throw new PathError(`no field ${describe(wanted)}${where}: ${known}`, path.length - rest.length);
}

function follow(field: Field, rest: string, path: string): Field {
  if (rest === '') return field;
  const understood = path.length - rest.length;
  if (field.value === undefined) throw new PathError(`${field.path} is absent in this file`, understood);
  if (rest.startsWith('.')) {
    const inner = holdsSubsections(field) ? states(field) : fieldsIn(field);
    if (inner.length === 0)
      throw new PathError(`${field.path} has no fields, so no ${describe(rest.slice(1))}`, understood);
    return afterName(inner, rest.slice(1), path, field);
  }
  const [bracket = '', digits = ''] = /^\[([0-9]{1,15})\]/.exec(rest) ?? [];
  if (bracket === '')
    throw new PathError(
      `expected . or an index such as [0] after ${field.path}, found ${describe(rest)}`,
      understood,
    );
  const element = elementOf(field, Number(digits));
  if (element !== undefined) return follow(element, rest.slice(bracket.length), path);
  const length = lengthOf(field.value);
  const there = Reflect.has(Object(field.value), 'length') ? `it has ${length} elements` : 'it is not a list';
  throw new PathError(`no ${field.path}${bracket}: ${there}`, understood);
}

/** Fields with a name that a text begins with. */
interface NamedFields {
  readonly name: string;
  readonly fields: readonly Field[];
}

/**
 * The possible readings of the beginning of a text: names in the value before QEMU's, longer ones before shorter ones,
 * a subsection's last.
 */
function readings(fields: readonly Field[], text: string): NamedFields[] {
  const subsections = fields.filter(holdsSubsections).flatMap(states);
  return [
    ...begins(fields, text, ({ label }) => label),
    ...begins(fields, text, ({ wireName }) => wireName),
    ...begins(fields, text, ({ wireName }) => wireName.replace(/\[[0-9]+\]$/, '')),
    ...begins(subsections, text, ({ label }) => label),
    ...begins(subsections, text, ({ label }) => label.slice(label.lastIndexOf('/') + 1)),
  ];
}

function begins(fields: readonly Field[], text: string, nameOf: (field: Field) => string): NamedFields[] {
  const byName = new Map<string, Field[]>();
  for (const field of fields) {
    const name = nameOf(field);
    if (name === '' || !text.startsWith(name) || !/^[.[]?$/.test(text.charAt(name.length))) continue;
    byName.set(name, [...(byName.get(name) ?? []), field]);
  }
  const named = [...byName].map(([name, same]) => ({ name, fields: same }));
  return named.sort((a, b) => b.name.length - a.name.length);
}

/** The states of subsections, by the subsections' names. */
function states(list: Field): readonly Field[] {
  return fieldsIn(list).flatMap((element) =>
    fieldsIn(element)
      .filter(({ label }) => label === 'state')
      .map((state) => ({ ...state, label: element.label })),
  );
}
