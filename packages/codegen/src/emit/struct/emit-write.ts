import type { FieldIR, NodeIR, StructIR } from '@bytewright/schema-dsl/ir';
import { integerTraits, ownsRegion, sizeBounds } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { call } from '../code.js';
import type { FunctionEmitter, ModuleEmitter } from '../emitter.js';
import { freshName, parameterDeclarations } from '../emitter.js';
import { sumOfSizes } from '../expressions/field-offset.js';
import { article, functionNames } from '../names.js';
import { nestingParameter } from '../nesting.js';
import { fieldStart } from '../nodes/bit-place.js';
import { emitWrite } from '../nodes/index.js';
import { writeInteger } from '../nodes/integer.js';
import { checkSources } from './check-sources.js';
import { checkedStarts, emitChecks } from './emit-checks.js';
import { checksumBoundaries, emitPadding, holdsChecksum, keepEnd, keepStart } from './emit-checksums.js';
import { encodedValue } from './encoded-value.js';
import { integerRun } from './integer-run.js';
import { checkedSizes, keepSizes, sizeAsWritten } from './keep-sizes.js';
import { Resume } from './resume.js';
import { sizeWithPositions } from './size-with-positions.js';
import { sizesDerivedLast } from './sizes-derived-last.js';
import type { FunctionCode } from './struct-function.js';
import { forField, functionEmitter } from './struct-function.js';
import { checkStructKeys, compareGiven } from './struct-keys.js';

/** `writeX`: checks a value and writes it where an output stands. */
export function emitWriteFunction(
  struct: StructIR,
  isExported: boolean,
  module: ModuleEmitter,
): FunctionCode {
  const inner = functionEmitter(module, struct, 'write');
  const { code: checked, ...kept } = checkStructKeys(struct, inner);
  const emitter: FunctionEmitter = { ...inner, ...kept };
  const code: Code[number][] = [...emitChecks(-1, emitter)];
  const starts = checkedStarts(emitter);
  const boundaries = checksumBoundaries(struct);
  const measured = checkedSizes(struct, emitter);
  const isKept = (field: FieldIR): boolean =>
    starts.has(field.name) ||
    field.visibility === 'peek' ||
    boundaries.starts.has(field.name) ||
    measured.has(field.name);
  const resume = new Resume(struct, isKept, emitter);
  for (let index = 0; index < struct.fields.length; ) {
    const field = struct.fields[index] as FieldIR; // index is below the length
    code.push(...resume.before(index));
    if (holdsChecksum(struct, field)) {
      const { min: size } = sizeBounds(field.node, emitter.structs);
      code.push(
        `// ${field.name}: filled when what it covers has been written`,
        ...keepStart(field, emitter),
        `offset += ${size};`,
        ...keepEnd(field.name, emitter),
        ...emitChecks(index, emitter),
      );
      index++;
      continue;
    }
    const run = integerRun(struct, index);
    if (run.length > 0) {
      code.push(...writeRun(run, keptStarts(run, index, starts, struct), emitter));
      index += run.length;
      const size = run.reduce(
        (sum, field) => sum + (field.node.kind === 'integer' ? integerTraits(field.node).size : 0),
        0,
      );
      const checks = emitChecks(index - 1, emitter);
      if (boundaries.starts.has(field.name)) code.push(...keepStart(field, emitter));
      code.push(...checks, `offset += ${size};`);
      const last = run.at(-1);
      if (last !== undefined && boundaries.ends.has(last.name)) code.push(...keepEnd(last.name, emitter));
      continue;
    }
    if (isKept(field)) code.push(...keepStart(field, emitter));
    code.push(
      ...keepSizes(field, emitter),
      ...compareGiven(field, fieldStart(field.node), emitter),
      ...emitWrite(field.node, encodedValue(field, emitter), forField(emitter, field)),
    );
    if (boundaries.ends.has(field.name) || measured.has(field.name))
      code.push(...keepEnd(field.name, emitter));
    if (measured.has(field.name)) sizeAsWritten(field.name, emitter);
    code.push(...emitChecks(index, emitter));
    index++;
  }
  code.push(...emitPadding(emitter));
  const body: Code = [
    'const { view } = output;',
    ...checked,
    'let offset = output.offset;',
    'const start = offset;',
    ...code,
    `output.offset = ${ownsRegion(struct) ? 'output.end' : 'offset'};`,
  ];
  return {
    name: functionNames.write(struct.name),
    isExported,
    doc: `Checks ${article(struct.name)} and writes it where the output stands.`,
    parameters: [
      { name: 'output', type: module.imports.runtimeType('Output') },
      { name: 'value', type: struct.name },
      ...parameterDeclarations(struct),
    ],
    returns: 'void',
    body,
  };
}

/** `measureX`: adds up the bytes that a value takes. */
export function emitSizeFunction(struct: StructIR, isExported: boolean, module: ModuleEmitter): FunctionCode {
  const emitter = functionEmitter(module, struct, 'size');
  const sum = ownsRegion(struct)
    ? sizeWithPositions(struct, emitter)
    : sumsInWireOrder(struct, emitter)
      ? [...checkSources(emitter), ...sumOfSizes(struct.fields, emitter)]
      : sumDerivedLast(struct.fields, checkSources(emitter), emitter);
  // one that is as long whatever it holds is only looked at when it is written
  const { min, max } = sizeBounds({ kind: 'struct', name: struct.name }, emitter.structs);
  const check =
    min === max
      ? [call('', module.imports.runtime('checkObject'), ['value', 'undefined', "''"])]
      : checkStructKeys(struct, emitter).code;
  const enter = struct.recursive
    ? [call('const inner = ', module.imports.runtime('nestedIn'), ['nesting'])]
    : [];
  const body: Code = [...enter, ...check, ...sum];
  return {
    name: functionNames.measure(struct.name),
    isExported,
    doc: `Adds up the bytes that ${article(struct.name)} takes.`,
    parameters: [
      { name: 'value', type: struct.name },
      ...parameterDeclarations(struct),
      ...nestingParameter(struct.name, module),
    ],
    returns: 'number',
    body,
  };
}

/** Whether sizes are added up as they lie: an alignment needs to know where it is, and no derived field must wait. */
function sumsInWireOrder(struct: StructIR, { structs }: FunctionEmitter): boolean {
  return (
    struct.fields.some(({ node }) => node.kind === 'align') &&
    struct.fields.every(({ visibility, node }) => {
      const { min, max } = sizeBounds(node, structs);
      return (
        visibility !== 'derived' || node.kind === 'align' || (min === max && !LOOKED_INTO.has(node.kind))
      );
    })
  );
}

/** Kinds of node that are looked into for their size, even where it is the same for all values. */
const LOOKED_INTO: ReadonlySet<NodeIR['kind']> = new Set([
  'struct',
  'list',
  'union',
  'optional',
  'sized',
  'custom',
]);

/** Code that adds up sizes behind what has to be looked at first, and returns the sum. */
function sumDerivedLast(fields: readonly FieldIR[], first: Code, emitter: FunctionEmitter): Code {
  const { fixed, code } = sizesDerivedLast(fields, emitter);
  return [`let size = ${fixed};`, ...first, ...code, 'return size;'];
}

/** Fields of a run whose beginning is named by a check behind the run, when the offset has moved on. */
function keptStarts(
  run: readonly FieldIR[],
  from: number,
  starts: ReadonlySet<string>,
  struct: StructIR,
): ReadonlySet<string> {
  const last = from + run.length - 1;
  const later = struct.checks.filter((check) => check.after > last).map((check) => check.field);
  return new Set(run.map((field) => field.name).filter((name) => starts.has(name) && later.includes(name)));
}

function writeRun(run: readonly FieldIR[], starts: ReadonlySet<string>, emitter: FunctionEmitter): Code {
  let size = 0;
  return run.flatMap((field): Code => {
    if (field.node.kind !== 'integer') return [];
    const at = size === 0 ? 'offset' : `offset + ${size}`;
    size += integerTraits(field.node).size;
    const measured = keepSizes(field, emitter);
    const written = writeInteger(field.node, encodedValue(field, emitter), at, field.name, emitter);
    const code = [...measured, ...compareGiven(field, at, emitter), ...written];
    emitter.starts.set(field.name, at);
    if (!starts.has(field.name)) return code;
    const start = freshName(emitter, `${field.name}Start`);
    emitter.starts.set(field.name, start);
    return [`const ${start} = ${at};`, ...code];
  });
}
