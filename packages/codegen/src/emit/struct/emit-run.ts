import { byteCount } from '@bytewright/runtime/codec';
import type { FieldIR, NodeIR } from '@bytewright/schema-dsl/ir';
import { isNumberElement, numberLayout, sizeBounds, typedArrayOf } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { defineHelper, freshName } from '../emitter.js';
import { LINE_WIDTH } from '../line-width.js';
import { article, quote } from '../names.js';
import { littleEndianArgument } from '../nodes/byte-order.js';
import { getInteger, isNarrowed, numberLabel } from '../nodes/integer.js';
import { passableSize } from '../nodes/passable-size.js';
import { requireEntry } from '../require-entry.js';
import { runOf } from './integer-run.js';

/** Fields of fixed sizes that follow one another, and that parse whatever they are: one bounds check serves them all. */
export function fixedRun(
  from: number,
  wanted: ReadonlySet<string>,
  emitter: FunctionEmitter,
): readonly FieldIR[] {
  const { struct, structs, direction } = emitter;
  const isRead = ({ node }: FieldIR): boolean => wordOf(node) !== undefined;
  if (direction !== 'match') return runOf(struct, from, isRead);
  // it is all the same which of several fields a look-ahead fails at
  return runOf(
    struct,
    from,
    (field) =>
      (field.node.kind === 'integer' && !isNarrowed(field.node)) ||
      (!wanted.has(field.name) &&
        field.visibility !== 'constant' &&
        field.visibility !== 'assertion' &&
        (passableSize(field.node, structs) ?? 0) > 0),
    false,
  );
}

/** What a field of a run is called where it is missing; `undefined` for what is in no run. */
function wordOf(node: NodeIR): string | undefined {
  switch (node.kind) {
    case 'integer':
      return isNarrowed(node) ? undefined : node.type;
    case 'bytes':
      return node.extent.kind === 'fixed' && node.extent.size > 0 ? byteCount(node.extent.size) : undefined;
    case 'padding':
      return node.keep && node.size.kind === 'fixed' && node.size.size > 0
        ? byteCount(node.size.size)
        : undefined;
    case 'list':
      return node.extent.kind === 'fixed' && node.extent.size > 0 && isNumberElement(node.element)
        ? `${node.element.type}[${node.extent.size}]`
        : undefined;
    default:
      return undefined;
  }
}

/**
 * Reads a run with one bounds check and constant distances. The offset is moved behind the run by the caller, so that checks
 * can still name where a field began. `layout` says where each field lies, for the reader of the code.
 */
export function emitRun(
  run: readonly FieldIR[],
  wanted: ReadonlySet<string>,
  layout: ReadonlyMap<string, string>,
  emitter: FunctionEmitter,
): { readonly code: Code; readonly size: number } {
  let size = 0;
  const reads: string[] = [];
  for (const { name: field, node } of run) {
    const at = size === 0 ? 'offset' : `offset + ${size}`;
    size += sizeBounds(node, emitter.structs).min;
    emitter.starts.set(field, at);
    const where = requireEntry(layout, field);
    if (wanted.has(field)) {
      const name = freshName(emitter, field);
      emitter.locals.set(field, name);
      const behind = `offset + ${size}`;
      reads.push(
        ...explained(`const ${name} = ${handlerOf(node, at, behind, emitter)};`, field, where, emitter),
      );
    } else if (emitter.direction === 'read') reads.push(`// ${field}: ${where}`);
  }
  return { code: [...block(`if (end - offset < ${size})`, missing(run, size, emitter)), ...reads], size };
}

/** A line with what is said about it: behind it where there is room, and else in front of it. */
function explained(
  line: string,
  field: string,
  where: string,
  { direction }: FunctionEmitter,
): readonly string[] {
  if (direction === 'match') return [line];
  const whole = `${line} // ${where}`;
  return whole.length + 2 <= LINE_WIDTH ? [whole] : [`// ${field}: ${where}`, line];
}

function handlerOf(node: NodeIR, at: string, behind: string, emitter: FunctionEmitter): string {
  const { imports } = emitter;
  if (node.kind === 'integer') return getInteger(node, at, emitter);
  if (node.kind === 'list' && isNumberElement(node.element) && node.extent.kind === 'fixed') {
    const read = imports.runtime(`read${typedArrayOf(node.element).name}`);
    const order = littleEndianArgument(numberLayout(node.element).byteOrder, emitter);
    return `${read}(bytes, ${at}, ${node.extent.size}, ${order})`;
  }
  if (node.kind === 'padding' && node.size.kind === 'fixed')
    return `${imports.runtime('takePadding')}(input, ${at}, ${node.size.size}, ${node.fill})`;
  return `${imports.runtime('takeBytes')}(input, ${at}, ${behind})`;
}

/** What is done where bytes are missing. */
function missing(run: readonly FieldIR[], size: number, emitter: FunctionEmitter): Code {
  if (emitter.direction === 'match') return ['return -1;'];
  const [only, ...others] = run;
  const { imports, struct } = emitter;
  if (only !== undefined && others.length === 0) {
    const args = ['offset', quote(only.name), quote(labelOf(only.node, size)), 'end - offset'];
    return [call('throw ', imports.runtime('unexpectedEnd'), args)];
  }
  const fields = run.map(({ name, node }) => `${name}: ${wordOf(node)}`);
  const line = `if (end - offset < ${size}) throw missingField(offset, end, ${quote(fields.join(', '))});`;
  const text =
    line.length + 2 <= LINE_WIDTH
      ? quote(fields.join(', '))
      : defineHelper(emitter, `fieldsOf${struct.name}`, fields, (name) => [
          `/** Fields of ${article(struct.name)} that are read at once. */`,
          `const ${name} =`,
          { body: textLines(fields) },
        ]);
  return [call('throw ', imports.runtime('missingField'), ['offset', 'end', text])];
}

function labelOf(node: NodeIR, size: number): string {
  if (node.kind === 'integer') return numberLabel(node.type, size);
  return node.kind === 'list' && node.extent.kind === 'fixed'
    ? `a list of ${node.extent.size} (at least ${byteCount(size)})`
    : byteCount(size);
}

/** Words with commas between them as a text over several lines. */
function textLines(words: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const [index, word] of words.entries()) {
    const text = index === words.length - 1 ? word : `${word}, `;
    const last = lines.at(-1) ?? '';
    if (last === '' || last.length + text.length + 6 > LINE_WIDTH) lines.push(text);
    else lines.splice(-1, 1, last + text);
  }
  return lines.map((line, i) => `${quote(line)}${i === lines.length - 1 ? ';' : ' +'}`);
}
