import type { ChecksumIR, FieldIR, SpanIR, StructIR, VirtualIR } from '@bytewright/schema-dsl/ir';
import { checksumLabel, integerTraits, placedNode, sizeBounds, spanHolds } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call, objectLiteral } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName, structFunction } from '../emitter.js';
import { emitExpression } from '../expressions/emit-expression.js';
import { fieldValue } from '../expressions/field-value.js';
import { importExternal } from '../external-names.js';
import { decodeFailure, described } from '../failures.js';
import { quote, template } from '../names.js';
import { fieldStart } from '../nodes/bit-place.js';
import { writeInteger } from '../nodes/integer.js';
import { requireLength } from '../nodes/require-length.js';
import { requireEntry } from '../require-entry.js';
import { compareWith } from './struct-keys.js';

/** Fields whose beginning or end checksums ask for. */
export interface Boundaries {
  readonly starts: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>;
}

/** Where spans begin and end, and the checksums themselves. */
export function checksumBoundaries({ checksums = [] }: StructIR): Boundaries {
  const spans = checksums.flatMap(({ over }) => over.filter((part) => part.kind === 'span'));
  const fields = checksums.map(({ field }) => field);
  return {
    starts: new Set([...fields, ...spans.map(({ first }) => first)]),
    ends: new Set([...fields, ...spans.map(({ last }) => last)]),
  };
}

/** Whether a field holds a checksum, which is written when what it covers has been. */
export function holdsChecksum({ checksums = [] }: StructIR, { name }: FieldIR): boolean {
  return checksums.some(({ field }) => field === name);
}

/**
 * Code that keeps where a field begins, which is about to be read or written. A field that lies elsewhere is only given a
 * variable for it, which its node assigns.
 */
export function keepStart({ name, node }: FieldIR, emitter: FunctionEmitter): Code {
  const start = freshName(emitter, `${name}Start`);
  emitter.starts.set(name, start);
  if (placedNode(node) !== undefined) return [];
  return [`const ${start} = ${fieldStart(node)};`];
}

/** Code that keeps the offset as the end of a field. */
export function keepEnd(name: string, emitter: FunctionEmitter): Code {
  const end = freshName(emitter, `${name}End`);
  emitter.ends.set(name, end);
  return [`const ${end} = offset;`];
}

/** Code that verifies the checksums which can be once field number `index` has been read. */
export function emitChecksums(index: number, emitter: FunctionEmitter): Code {
  const due = (emitter.struct.checksums ?? []).filter(({ after }) => after === index);
  return due.flatMap((checksum): Code => {
    const { field } = checksum;
    const found = fieldValue(field, emitter);
    const expected = freshName(emitter, `${field}Expected`);
    const isBytes = fieldOf(checksum, emitter).node.kind === 'bytes';
    const differs = isBytes
      ? `!${emitter.imports.runtime('isChecksum')}(${found}, ${expected})`
      : `${found} !== ${expected}`;
    return [
      ...computed(`const ${expected} = `, checksum, 'bytes', emitter),
      ...block(
        `if (${differs})`,
        decodeFailure(
          'mismatch',
          requireEntry(emitter.starts, field),
          template([checksumLabel(checksum), { expression: described(expected, emitter) }]),
          described(found, emitter),
          { ...emitter, path: field },
        ),
      ),
    ];
  });
}

/** Code that fills the checksums of a struct that has been written. */
export function emitPadding(emitter: FunctionEmitter): Code {
  return (emitter.struct.checksums ?? []).flatMap((checksum): Code => {
    const { field } = checksum;
    const { node } = fieldOf(checksum, emitter);
    const start = requireEntry(emitter.starts, field);
    const value = freshName(emitter, field);
    const compute = computed(`const ${value} = `, checksum, 'output.bytes', emitter);
    if (node.kind === 'integer') {
      // what the author's function gives may be anything; the runtime sees to it
      const type = integerTraits(node).bigint ? 'bigint' : 'number';
      const covered = isSafe(checksum) ? value : `${value} as ${type}`;
      const compared = compareWith(field, () => value, start, emitter);
      return [...compute, ...writeInteger(node, covered, start, field, emitter), ...compared];
    }
    if (node.kind !== 'bytes' || node.extent.kind !== 'fixed')
      throw new TypeError(`${field} holds no checksum`);
    const { imports } = emitter;
    const content = freshName(emitter, `${field}Bytes`);
    return [
      ...compute,
      call(`const ${content} = `, imports.runtime('checkBytes'), [value, start, quote(field)]),
      ...requireLength(
        String(node.extent.size),
        `${content}.length`,
        { ...emitter, path: field },
        undefined,
        start,
      ),
      call('', imports.runtime('writeBytes'), ['output', content, start, quote(field)]),
      ...compareWith(field, () => content, start, emitter),
    ];
  });
}

function fieldOf({ field }: ChecksumIR, { struct }: FunctionEmitter): FieldIR {
  const found = struct.fields.find(({ name }) => name === field);
  if (found === undefined) throw new TypeError(`${struct.name} has no field ${field}`);
  return found;
}

/** Whether the computation cannot fail: it calls nothing of the author's, and writes nothing from values. */
function isSafe({ algorithm, over }: ChecksumIR): boolean {
  return typeof algorithm === 'string' && over.every((part) => part.kind === 'span');
}

/** Code that assigns the checksum of what it covers. */
function computed(assign: string, checksum: ChecksumIR, bytes: string, emitter: FunctionEmitter): Code {
  const { algorithm } = checksum;
  const compute =
    typeof algorithm === 'string' ? emitter.imports.runtime(algorithm) : importExternal(algorithm, emitter);
  const code: Code[number][] = [];
  const parts = checksum.over.map((part): string => {
    if (part.kind === 'span') return spanExpression(part, checksum, bytes, emitter);
    const header = freshName(emitter, `${checksum.field}Header`);
    code.push(...headerCode(header, part, emitter));
    return header;
  });
  const [only] = parts;
  let covered = only ?? '';
  if (parts.length > 1) {
    covered = freshName(emitter, `${checksum.field}Covered`);
    code.push(call(`const ${covered} = `, emitter.imports.runtime('joinBytes'), parts));
  }
  if (isSafe(checksum)) return [...code, call(assign, compute, [covered])];
  const body: Code = [...code, call('return ', compute, [covered])];
  return [`${assign}${emitter.imports.runtime('checksumOf')}(() => {`, { body }, '});'];
}

/** The bytes of a span, with the checksum's own ones blanked if they are among them. */
function spanExpression(
  span: SpanIR,
  { field }: ChecksumIR,
  bytes: string,
  { struct, starts, ends, imports }: FunctionEmitter,
): string {
  const { first, last, fill } = span;
  const start = requireEntry(starts, first);
  const end = requireEntry(ends, last);
  if (!spanHolds(span, field, struct.fields))
    return `${imports.runtime('spanOf')}(${bytes}, ${start}, ${end})`;
  const blanked = [
    requireEntry(starts, field),
    requireEntry(ends, field),
    ...(fill === undefined ? [] : [String(fill)]),
  ];
  return `${imports.runtime('blankedSpan')}(${bytes}, ${start}, ${end}, ${blanked.join(', ')})`;
}

/** Code that writes a virtual header. */
function headerCode(variable: string, { struct, values }: VirtualIR, emitter: FunctionEmitter): Code {
  const { min: size } = sizeBounds({ kind: 'struct', name: struct }, emitter.structs);
  const members = values.map(({ field, value }) => [field, emitExpression(value, emitter)] as const);
  const write = structFunction(emitter, 'write', struct);
  return [
    `const ${variable} = ${emitter.imports.runtime('virtualBytes')}(${size}, (header) => {`,
    { body: objectLiteral(`${write}(header, `, members, ');') },
    '});',
  ];
}
