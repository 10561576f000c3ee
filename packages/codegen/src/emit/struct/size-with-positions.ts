import type { FieldIR, NodeIR, StructIR } from '@bytewright/schema-dsl/ir';
import { isPositioned, sizeBounds } from '@bytewright/schema-dsl/ir';
import { bound } from '../bound.js';
import type { Code } from '../code.js';
import { block, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName } from '../emitter.js';
import { emitExpression } from '../expressions/emit-expression.js';
import { quote } from '../names.js';
import { placeEach } from '../nodes/at-each.js';
import { emitSize } from '../nodes/index.js';
import { checkSources } from './check-sources.js';
import { sizesDerivedLast } from './sizes-derived-last.js';
import { forField } from './struct-function.js';

/** Code that gives the size of a struct with fields at offsets: up to where the last one ends. */
export function sizeWithPositions(struct: StructIR, emitter: FunctionEmitter): Code {
  const { imports } = emitter;
  const sources = checkSources(emitter);
  const place = imports.runtime('coverPart');
  const inline = sizesDerivedLast(
    struct.fields.filter(({ node }) => !isPositioned(node)),
    emitter,
  );
  const placed: Code[number][] = [];
  let tail = '0';
  for (const field of struct.fields.filter(({ node }) => isPositioned(node))) {
    const { code, tail: size } = placeField(field.node, field, forField(emitter, field));
    placed.push(...code);
    tail = size ?? tail;
  }
  return [
    ...sources,
    call('const coverage = ', imports.runtime('openCoverage'), ['0', 'Number.POSITIVE_INFINITY']),
    `let size = ${inline.fixed};`,
    ...inline.code,
    call('', place, ['coverage', '0', 'size', "''"]),
    ...placed,
    `return ${imports.runtime('sizeOfCoverage')}(coverage, ${tail});`,
  ];
}

/** Code that notes where a field lies; `tail` is the size of one that lies behind everything else. */
function placeField(
  node: NodeIR,
  field: FieldIR,
  emitter: FunctionEmitter,
): { readonly code: Code; readonly tail?: string } {
  const { imports } = emitter;
  const value = `value.${field.name}`;
  switch (node.kind) {
    case 'bind':
      return placeField(node.node, field, bound(node, emitter));
    case 'at': {
      const { fixed, code } = emitSize(node.node, value, emitter);
      const offset = emitExpression(node.offset, emitter);
      const size = code.length === 0 ? String(fixed) : 'size';
      const placed: Code = [
        ...(code.length === 0 ? [] : [`size = ${fixed};`, ...code]),
        call('', imports.runtime('coverPart'), ['coverage', offset, size, quote(field.name)]),
      ];
      return { code: node.when === undefined ? placed : block(`if (${value} !== undefined)`, placed) };
    }
    case 'atEach':
      return { code: placeEach(node, value, emitter) };
    case 'tail': {
      const { fixed, code } = emitSize(node.node, value, emitter);
      if (code.length === 0) return { code, tail: String(fixed) };
      const { min, max } = sizeBounds(node.node, emitter.structs);
      // a value of another size is refused when it is written
      if (min === max) return { code: [`size = ${fixed};`, ...code], tail: String(min) };
      const tail = freshName(emitter, `${field.name}Size`);
      return { code: [`size = ${fixed};`, ...code, `const ${tail} = size;`], tail };
    }
    case 'gaps':
      return {
        code: [call('', imports.runtime('placeGaps'), ['coverage', value, quote(field.name)])],
      };
    default:
      throw new TypeError(`${node.kind} lies at no offset`);
  }
}
