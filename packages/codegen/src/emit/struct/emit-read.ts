import type { Expression, FieldIR, StructIR } from '@bytewright/schema-dsl/ir';
import {
  childrenOf,
  offsetsIn,
  operands,
  ownsRegion,
  virtualValues,
  visitNodes,
} from '@bytewright/schema-dsl/ir';
import { referencedFields } from '../../plan/referenced-fields.js';
import type { Code } from '../code.js';
import { AHEAD_PARAMETERS, call } from '../code.js';
import type { FunctionEmitter, ModuleEmitter } from '../emitter.js';
import { freshName, parameterDeclarations } from '../emitter.js';
import { article, functionNames } from '../names.js';
import { emitMatch, emitRead } from '../nodes/index.js';
import { matchClass } from '../nodes/string.js';
import { requireEntry } from '../require-entry.js';
import { checkedStarts, emitChecks } from './emit-checks.js';
import { checksumBoundaries, emitChecksums, keepEnd, keepStart } from './emit-checksums.js';
import { emitRun, fixedRun } from './emit-run.js';
import { classOfText } from './matched-by-class.js';
import { ReadCoverage } from './read-coverage.js';
import { returnValue } from './return-value.js';
import type { FunctionCode } from './struct-function.js';
import { forField, functionEmitter } from './struct-function.js';
import { wireLayout } from './wire-layout.js';

/** `readX`: reads a struct where an input stands, and moves the input behind it. */
export function emitReadFunction(struct: StructIR, isExported: boolean, module: ModuleEmitter): FunctionCode {
  const emitter = functionEmitter(module, struct, 'read');
  const wanted = new Set([...visibleFields(struct), ...referencedFields(struct)]);
  const { code, members } = emitFields(struct, wanted, emitter);
  const { recursive } = struct;
  const body: Code = [
    'const { bytes, view, end } = input;',
    ...(recursive ? [call('', module.imports.runtime('enterStruct'), ['input'])] : []),
    'let offset = input.offset;',
    'const start = offset;',
    ...code,
    `input.offset = ${ownsRegion(struct) ? 'end' : 'offset'};`,
    ...(recursive ? [call('', module.imports.runtime('leaveStruct'), ['input'])] : []),
    ...returnValue(struct, members),
  ];
  return {
    name: functionNames.read(struct.name),
    isExported,
    doc: `Reads ${article(struct.name)} where the input stands, and moves the input behind it.`,
    parameters: [
      { name: 'input', type: module.imports.runtimeType('Input') },
      ...parameterDeclarations(struct),
    ],
    returns: struct.name,
    body,
  };
}

/** `matchX`: tries a struct ahead; gives its end, or -1 where it does not parse. */
export function emitMatchFunction(
  struct: StructIR,
  isExported: boolean,
  module: ModuleEmitter,
): FunctionCode {
  const emitter = functionEmitter(module, struct, 'match');
  const { code } = emitFields(struct, referencedFields(struct), emitter);
  const body: Code = ['let offset = start;', ...code, 'return offset;'];
  return {
    name: functionNames.match(struct.name),
    isExported,
    doc: `Tries ${article(struct.name)} from \`start\` on: gives the offset behind it, or -1 where none parses.`,
    parameters: [...AHEAD_PARAMETERS, ...parameterDeclarations(struct)],
    returns: 'number',
    body,
  };
}

function visibleFields(struct: StructIR): readonly string[] {
  return struct.fields.filter((field) => field.visibility === 'value').map((field) => field.name);
}

function emitFields(
  struct: StructIR,
  wanted: ReadonlySet<string>,
  emitter: FunctionEmitter,
): { readonly code: Code; readonly members: readonly (readonly [string, string])[] } {
  const code: Code[number][] = [];
  const coverage = ownsRegion(struct) ? new ReadCoverage(emitter) : undefined;
  if (coverage !== undefined) code.push(...coverage.open());
  code.push(...emitChecks(-1, emitter));
  const starts = checkedStarts(emitter);
  const spans = fieldsWithSpans(struct);
  const offsets = fieldsWithOffsets(struct);
  const boundaries = checksumBoundaries(struct);
  const layout = wireLayout(struct, emitter);
  for (let index = 0; index < struct.fields.length; ) {
    const run = fixedRun(index, wanted, emitter);
    if (coverage !== undefined) code.push(...coverage.before(struct.fields[index]));
    if (run.length > 0) {
      const { code: reads, size } = emitRun(run, wanted, layout, emitter);
      code.push(...reads, ...keepStarts(run, index, starts, offsets, emitter));
      const [first] = run;
      if (first !== undefined && boundaries.starts.has(first.name)) code.push(...keepStart(first, emitter));
      index += run.length;
      const next = struct.fields[index]?.name;
      // the checks behind a run may ask where what follows it begins, and stand before the offset moves on
      if (next !== undefined) emitter.starts.set(next, `offset + ${size}`);
      const checks = run.flatMap((_, i) => emitChecks(index - run.length + i, emitter));
      code.push(...checks, `offset += ${size};`);
      if (next !== undefined) emitter.starts.delete(next);
      const last = run.at(-1);
      if (last !== undefined && boundaries.ends.has(last.name)) code.push(...keepEnd(last.name, emitter));
      code.push(...emitChecksums(index - 1, emitter));
      continue;
    }
    const field = struct.fields[index] as FieldIR; // index is below the length
    if (emitter.direction === 'read') code.push(`// ${field.name}: ${requireEntry(layout, field.name)}`);
    const keeps =
      keepsStart(field, starts, spans, emitter) ||
      offsets.has(field.name) ||
      boundaries.starts.has(field.name);
    code.push(...emitField(field, wanted.has(field.name), keeps, emitter));
    if (spans.has(field.name) || boundaries.ends.has(field.name)) code.push(...keepEnd(field.name, emitter));
    const next = struct.fields[index + 1]?.name;
    const nextStart = coverage?.next;
    if (next !== undefined && nextStart !== undefined) emitter.starts.set(next, nextStart);
    code.push(...emitChecks(index, emitter), ...emitChecksums(index, emitter));
    if (next !== undefined && nextStart !== undefined) emitter.starts.delete(next);
    index++;
  }
  if (coverage !== undefined) code.push(...coverage.close());
  const members = struct.fields
    .filter((field) => field.visibility === 'value')
    .map((field): readonly [string, string] => [
      field.name === struct.flat ? '...' : field.name,
      emitter.locals.get(field.name) ?? field.name,
    ]);
  return { code, members };
}

/** Whether something behind a field speaks of where it began. */
function keepsStart(
  field: FieldIR,
  starts: ReadonlySet<string>,
  spans: ReadonlySet<string>,
  emitter: FunctionEmitter,
): boolean {
  if (spans.has(field.name)) return true;
  return emitter.direction === 'read' && starts.has(field.name);
}

/** Beginnings of a run's fields that something behind the run speaks of must be kept: the offset moves on. */
function keepStarts(
  run: readonly FieldIR[],
  from: number,
  starts: ReadonlySet<string>,
  offsets: ReadonlySet<string>,
  emitter: FunctionEmitter,
): readonly string[] {
  const last = from + run.length - 1;
  return run.flatMap((field) => {
    const isLater = emitter.struct.checks.some((check) => check.field === field.name && check.after > last);
    const isNamed = emitter.direction === 'read' && starts.has(field.name) && isLater;
    if (!isNamed && !offsets.has(field.name)) return [];
    const name = freshName(emitter, `${field.name}Start`);
    const line = `const ${name} = ${requireEntry(emitter.starts, field.name)};`;
    emitter.starts.set(field.name, name);
    return [line];
  });
}

function emitField(field: FieldIR, isWanted: boolean, isStartKept: boolean, emitter: FunctionEmitter): Code {
  const below = forField(emitter, field);
  const code: Code[number][] = [];
  if (isStartKept) code.push(...keepStart(field, emitter));
  const needsTarget = isWanted && field.visibility !== 'constant' && field.visibility !== 'assertion';
  const target = needsTarget ? freshName(emitter, field.name) : undefined;
  const characters = emitter.direction === 'match' ? classOfText(field, emitter.struct) : undefined;
  if (characters !== undefined && field.node.kind === 'string')
    return [...code, ...matchClass(field.node, characters, below)];
  const emit = emitter.direction === 'match' ? emitMatch : emitRead;
  code.push(...emit(field.node, target, below));
  if (target !== undefined) emitter.locals.set(field.name, target);
  return code;
}

/** Fields whose lengths decode asks for. */
function fieldsWithSpans(struct: StructIR): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (expression: Expression): void => {
    if (expression.op === 'byteLength') found.add(expression.field);
    operands(expression).forEach(visit);
  };
  expressionsOnDecode(struct).forEach(visit);
  return found;
}

/** Fields whose offsets decode asks for. */
function fieldsWithOffsets(struct: StructIR): ReadonlySet<string> {
  return new Set(expressionsOnDecode(struct).flatMap((expression) => [...offsetsIn(expression)]));
}

function expressionsOnDecode(struct: StructIR): readonly Expression[] {
  const found = [...struct.checks.map((check) => check.holds), ...virtualValues(struct)];
  for (const field of struct.fields)
    visitNodes(field.node, (node) => found.push(...childrenOf(node).expressions));
  return found;
}
