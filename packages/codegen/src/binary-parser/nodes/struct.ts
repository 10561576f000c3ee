import { equalValues } from '@bytewright/runtime/codec';
import type { CheckIR, FieldIR, StructIR, StructReference } from '@bytewright/schema-dsl/ir';
import { bitFieldOf, isComputed, isFirstOfRun } from '@bytewright/schema-dsl/ir';
import { Parser } from 'binary-parser/dist/binary_parser.js';
import { capabilities } from '../capabilities.js';
import type { Evaluate } from '../expressions/compile-expression.js';
import { endSlot, evaluateAt, measuredFields, STRUCT_START, startSlot } from '../expressions/evaluate-at.js';
import type { Slots } from '../parse-state.js';
import { isHelper } from '../parse-state.js';
import { RejectedInputError } from '../rejected-input-error.js';
import type { AddNode, ParserBuild, Site } from '../site.js';
import { addStep } from '../site.js';
import { UnsupportedConstructError } from '../unsupported-construct-error.js';
import type { BitSlot } from './bits.js';
import { addRun } from './bits.js';
import { addNode } from './index.js';

export const struct: AddNode<StructReference> = (node, { parser, slot, build }) => {
  parser.nest(slot, { type: structType(node.name, build) });
};

/** The type under which a struct is nested: its parser or, where it contains itself, a registered name. */
export function structType(name: string, build: ParserBuild): Parser | string {
  const known = build.structs.get(name);
  if (known !== undefined) return known;
  const definition = build.ir.structs[name];
  if (definition === undefined) throw new TypeError(`No struct ${name} in this schema`);
  const parser = new Parser();
  const type = definition.recursive ? registered(parser, name) : parser;
  build.structs.set(name, type);
  addFields(definition, parser, build);
  return type;
}

let registrations = 0;

/** Names live in one registry a process, and there for good: each is used once. */
function registered(parser: Parser, name: string): string {
  const alias = `bytewright$${++registrations}$${name}`;
  parser.namely(alias);
  return alias;
}

function addFields(definition: StructIR, parser: Parser, build: ParserBuild): void {
  const { name, fields, recursive } = definition;
  const [checksum] = definition.checksums ?? [];
  if (checksum !== undefined) {
    const { reason } = capabilities.relations.checksum;
    throw new UnsupportedConstructError(`${name}.${checksum.field}`, 'checksum', reason);
  }
  const measured = measuredFields(definition);
  const siteOf = (field: string): Site => ({
    parser,
    slot: field,
    path: `${name}.${field}`,
    struct: definition,
    build,
  });
  addStep(parser, (slots) => build.state.enter(slots, recursive, name));
  // a check may ask where the next field begins
  const saveStart = (field: FieldIR | undefined): void => {
    if (field !== undefined && measured.has(field.name)) parser.saveOffset(startSlot(field.name));
  };
  if (measured.size > 0) parser.saveOffset(STRUCT_START);
  saveStart(fields[0]);
  addChecks(-1, siteOf(''));
  for (const [index, field] of fields.entries()) {
    const site = siteOf(field.name);
    const bits = bitFieldOf(field.node);
    if (bits !== undefined && isFirstOfRun(bits)) addRun(runFrom(index, definition), parser);
    addNode(field.node, site);
    if (measured.has(field.name)) parser.saveOffset(endSlot(field.name));
    saveStart(fields[index + 1]);
    addChecks(index, site);
  }
  addStep(parser, (slots) => {
    build.state.leave(recursive);
    keepValue(definition, slots);
  });
}

/** The bit fields of the run that begins with field number `index`. */
function runFrom(index: number, { name, fields }: StructIR): readonly BitSlot[] {
  const run: BitSlot[] = [];
  for (const field of fields.slice(index)) {
    const node = bitFieldOf(field.node);
    if (node === undefined || (run.length > 0 && isFirstOfRun(node))) break;
    run.push({ node, slot: field.name, path: `${name}.${field.name}` });
  }
  return run;
}

/** A derived field is what is written for it: 0 and -0 differ, and a NaN that is handed on is one. */
function evaluateCheck({ code, holds }: CheckIR, site: Site): Evaluate {
  if (code !== 'mismatch' || holds.op !== 'eq') return evaluateAt(site, holds);
  const [left, right] = [evaluateAt(site, holds.left), evaluateAt(site, holds.right)];
  if (!isComputed(holds.right)) return () => equalValues(left(), right());
  return () => left() === right() && !Object.is(left(), -0);
}

function addChecks(after: number, site: Site): void {
  for (const check of site.struct?.checks ?? []) {
    if (check.after !== after) continue;
    const holds = evaluateCheck(check, site);
    const path = check.field === undefined ? site.struct?.name : `${site.struct?.name}.${check.field}`;
    addStep(site.parser, () => {
      if (!holds()) throw new RejectedInputError(path ?? site.path, `does not hold: ${check.message}`);
    });
  }
}

/** Of what has been read, leaves what belongs to the struct's value. */
function keepValue({ fields, flat }: StructIR, slots: Slots): void {
  const read = { ...slots };
  for (const slot of Object.keys(slots)) if (isHelper(slot)) delete slots[slot];
  // removed first, set again afterwards: a member of the flat field may have a hidden field's name
  for (const { name } of fields) delete slots[name];
  for (const { name, visibility } of fields) {
    if (visibility !== 'value') continue;
    if (name === flat) Object.assign(slots, read[name]);
    else slots[name] = read[name];
  }
}
