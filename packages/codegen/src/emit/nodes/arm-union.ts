import type { Expression, UnionNode } from '@bytewright/schema-dsl/ir';
import {
  describeTags,
  isTagDerived,
  keysOfUnion,
  selectorLabel,
  structsIn,
  tagsOf,
} from '@bytewright/schema-dsl/ir';
import { armTable, contextCode, tableOfUnion, writingTable } from '../arms/table-code.js';
import type { Code } from '../code.js';
import { block, call, declaration, objectLiteral } from '../code.js';
import type { FunctionEmitter, ModuleEmitter } from '../emitter.js';
import { freshName, internalName } from '../emitter.js';
import { emitExpression } from '../expressions/emit-expression.js';
import { decodeFailure, described, errorOffset, joined } from '../failures.js';
import { quote, template } from '../names.js';
import { mayNest } from '../nesting.js';
import type { RuntimeName } from '../runtime-names.js';
import { emitRead, emitSize, emitWrite } from './index.js';
import { checkUnionKeys } from './keys.js';
import { restsOnPeek } from './optional.js';
import { emitPeekOnFinished } from './peek.js';
import { openAhead } from './struct.js';
import { isStructValue, rawMembers, tagType, union } from './union.js';
import { selectorCode } from './union-agreement.js';

/** Reads a union by its table. */
export function readByTable(node: UnionNode, target: string | undefined, emitter: FunctionEmitter): Code {
  const plan = tableOfUnion(node);
  const table = armTable(plan, emitter); // first: the type of what is read is made from it
  const { code: selecting, text: selector } = selectorCode(node.selector, emitter);
  const region = emitter.end === 'end' ? undefined : emitter.end;
  const found = target ?? freshName(emitter, `${emitter.hint}Value`);
  const note = typeNote(node, target, emitter);
  const read = call(
    `${note === '' ? 'const' : 'let'} ${found}${note} = `,
    emitter.imports.runtime('readArm'),
    ['input', table, selector, contextCode(plan, emitter)],
  );
  return [
    ...selecting,
    'input.offset = offset;',
    ...(region === undefined ? [] : [`input.end = ${region};`]),
    read,
    ...(region === undefined ? [] : ['input.end = end;']),
    'offset = input.offset;',
    ...block(`if (${found} === undefined)`, otherwise(node, target, selector, emitter)),
  ];
}

/** The declared type of what is read, where something other than an arm may be assigned to it. */
function typeNote(node: UnionNode, target: string | undefined, emitter: FunctionEmitter): string {
  if (target === undefined || node.otherwise === undefined) return '';
  return `: (${union.type(node, emitter)}) | undefined`;
}

function otherwise(
  node: UnionNode,
  target: string | undefined,
  selector: string,
  emitter: FunctionEmitter,
): Code {
  const raw = node.otherwise;
  if (raw === undefined)
    return decodeFailure(
      'unknown-tag',
      'offset',
      quote(`one of ${describeTags(node.arms.flatMap(tagsOf))}`),
      template([selectorLabel(node), { expression: described(selector, emitter) }]),
      emitter,
    );
  const below = { ...emitter, path: joined(emitter.path, raw.raw), hint: raw.raw };
  if (target === undefined) return emitRead(raw.node, undefined, below);
  const value = freshName(emitter, raw.raw);
  return [
    ...emitRead(raw.node, value, below),
    ...objectLiteral(`${target} = `, rawMembers(node, otherTag(node, selector, emitter), value), ';'),
  ];
}

/** The tag that no arm has: TypeScript does not see that the table has all others. */
function otherTag(node: UnionNode, selector: string, emitter: ModuleEmitter): string {
  const isNarrower = node.otherwise?.tag?.kind === 'enumeration' && node.fallback === undefined;
  return isNarrower ? `${selector} as ${tagType(node, emitter)}` : selector;
}

/** Tries a union ahead by its table. */
export function matchByTable(node: UnionNode, target: string | undefined, emitter: FunctionEmitter): Code {
  const { imports, end, hint } = emitter;
  const plan = tableOfUnion(node);
  const table = armTable(plan, emitter);
  const context = contextCode(plan, emitter);
  const { code: selecting, text: selector } = selectorCode(node.selector, emitter);
  const next = freshName(emitter, `${hint}End`);
  const ahead = ['bytes', 'view', 'offset', end];
  const tried = call(`const ${next} = `, imports.runtime('matchArm'), [table, selector, ...ahead, context]);
  const taken: Code[number][] = [];
  if (target !== undefined) {
    const input = freshName(emitter, `${hint}Input`);
    taken.push(
      ...openAhead(input, 'offset', end, emitter),
      call(`${target} = `, imports.runtime('readArm'), [input, table, selector, context]),
    );
  }
  const declare =
    target === undefined ? [] : [declaration(`let ${target}`, `(${union.type(node, emitter)}) | undefined`)];
  const raw = node.otherwise;
  if (raw === undefined)
    return [
      ...selecting,
      tried,
      ...block(`if (${next} === undefined || ${next} < 0)`, ['return -1;']),
      ...declare,
      ...taken,
      ...(target === undefined ? [] : block(`if (${target} === undefined)`, ['return -1;'])),
      `offset = ${next};`,
    ];
  return [
    ...selecting,
    tried,
    ...declare,
    `if (${next} === undefined) {`,
    { body: otherwise(node, target, selector, emitter) },
    '} else {',
    { body: [...block(`if (${next} < 0)`, ['return -1;']), ...taken, `offset = ${next};`] },
    '}',
    ...(target === undefined ? [] : block(`if (${target} === undefined)`, ['return -1;'])),
  ];
}

/** Adds up a union by its table. */
export function sizeByTable(node: UnionNode, value: string, emitter: FunctionEmitter): Code {
  const plan = tableOfUnion(node);
  const nests = node.arms.some((arm) => structsIn(arm.node).some((name) => mayNest(name, emitter.structs)));
  const args = [
    writingTable(plan, emitter),
    `${value}.${node.tag}`,
    `${value}.${node.value}`,
    contextCode(plan, emitter),
    ...(nests ? [emitter.nesting] : []),
  ];
  const arm = call('size += ', emitter.imports.runtime('measureArm'), args);
  return [
    ...keysCode(node, value, emitter),
    ...eitherWay(node, value, emitter, [arm], (raw, inner) => {
      const { fixed, code } = emitSize(raw.node, `${value}.${raw.raw}`, inner);
      return [...(fixed === 0 ? [] : [`size += ${fixed};`]), ...code];
    }),
  ];
}

/** Writes a union by its table. */
export function writeByTable(node: UnionNode, value: string, emitter: FunctionEmitter): Code {
  const plan = tableOfUnion(node);
  const writers = writingTable(plan, emitter);
  const context = contextCode(plan, emitter);
  const runtime = (name: RuntimeName): string => emitter.imports.runtime(name);
  const selector = node.selector as Expression; // a table has one
  const { before, kind, tag } = tagCode(selector, emitter);
  const named = ['output', writers, `${value}.${node.tag}`, `${value}.${node.value}`];
  const arm: Code = [
    'output.offset = offset;',
    kind === 'derived'
      ? call('', runtime('writeDerivedArm'), [...named, context])
      : call('', runtime(kind === 'peeked' ? 'writePeekedArm' : 'writeArm'), [...named, tag, context]),
    'offset = output.offset;',
  ];
  return [
    ...keysCode(node, value, emitter),
    ...before,
    ...eitherWay(node, value, emitter, arm, (raw, inner) => {
      const kept = raw.rawTag === undefined ? [] : [`${value}.${raw.rawTag}`];
      const rawTag = kind === 'derived' ? emitExpression(selector, emitter) : tag;
      const none = runtime(kind === 'peeked' ? 'writeNoPeekedArm' : 'writeNoArm');
      return [
        'output.offset = offset;',
        call('', none, ['output', writers, rawTag, context, ...(kind === 'peeked' ? [] : kept)]),
        ...emitWrite(raw.node, `${value}.${raw.raw}`, inner),
      ];
    }),
  ];
}

/** What decode will choose by: at hand, derived from the arm, or a function that finds it on the finished bytes. */
function tagCode(
  selector: Expression,
  emitter: FunctionEmitter,
): { readonly before: Code; readonly kind: 'given' | 'derived' | 'peeked'; readonly tag: string } {
  if (restsOnPeek(selector, emitter)) {
    const { code, inner } = emitPeekOnFinished(selector, emitter);
    const name = internalName(emitter, 'peekTag');
    const body: Code = [...code, `return ${emitExpression(selector, inner)};`];
    const types = emitter.imports.runtimeType('Input');
    return {
      before: [
        `const ${name} = (finished: Uint8Array, finishedView: DataView, input: ${types}): unknown => {`,
        { body },
        '};',
      ],
      kind: 'peeked',
      tag: name,
    };
  }
  if (isTagDerived(emitter.struct, emitter.hint, selector)) return { before: [], kind: 'derived', tag: '' };
  const { code, text } = selectorCode(selector, emitter);
  return { before: code, kind: 'given', tag: text };
}

/** Code for an arm of the table, or for what is otherwise there. */
function eitherWay(
  node: UnionNode,
  value: string,
  emitter: FunctionEmitter,
  arm: Code,
  emitRaw: (raw: NonNullable<UnionNode['otherwise']>, inner: FunctionEmitter) => Code,
): Code {
  const raw = node.otherwise;
  if (raw === undefined) return arm;
  const check = call('', emitter.imports.runtime('checkTag'), [
    value,
    quote(node.tag),
    errorOffset(emitter),
    quote(emitter.path),
  ]);
  const inner = { ...emitter, path: joined(emitter.path, raw.raw), hint: raw.raw };
  return [
    `if (${value}.${node.tag} === undefined) {`,
    { body: [check, ...emitRaw(raw, inner)] },
    '} else {',
    { body: arm },
    '}',
  ];
}

function keysCode(node: UnionNode, value: string, emitter: FunctionEmitter): Code {
  return isStructValue(value, emitter) ? [] : checkUnionKeys(keysOfUnion(node), node.tag, value, emitter);
}
