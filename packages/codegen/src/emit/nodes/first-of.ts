import type { FirstOfNode } from '@bytewright/schema-dsl/ir';
import { freeParameters } from '@bytewright/schema-dsl/ir';
import { parametersOf } from '../../plan/generation-plan.js';
import type { Code } from '../code.js';
import { AHEAD_PARAMETERS, block, call, declaration, objectLiteral } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { defineHelper, freshName } from '../emitter.js';
import { decodeFailure, described, encodeFailure, errorOffset, joined } from '../failures.js';
import { functionCode } from '../function-code.js';
import { article, capitalize, identifierFrom, quote } from '../names.js';
import { emitDecision } from './extent.js';
import { emitMatch, emitRead, emitSize, emitType, emitWrite } from './index.js';
import { matcherOf } from './matcher.js';
import type { NodeEmitter } from './node-emitter.js';
import { isStructValue } from './union.js';

export const firstOf: NodeEmitter<FirstOfNode> = {
  type: (node, emitter) =>
    node.arms
      .map((arm) => `{ ${node.tag}: ${quote(arm.name)}; ${node.value}: ${emitType(arm.node, emitter)} }`)
      .join(' | '),

  read: (node, target, emitter) => chooseAndEmit(node, target, emitter, emitRead),

  match(node, target, emitter) {
    if (target !== undefined) return chooseAndEmit(node, target, emitter, emitMatch);
    const next = freshName(emitter, `${emitter.hint}End`);
    if (node.followedBy.length > 0) {
      const chooser = chooseFunction(node, emitter);
      const choice = freshName(emitter, `${emitter.hint}Choice`);
      const cases = node.arms.map((arm, index): Code => {
        const { callee, args } = matcherOf(arm.node, emitter);
        return [
          ...block(`case ${index}:`, [
            call(`${next} = `, callee, ['bytes', 'view', 'offset', emitter.end, ...args]),
            'break;',
          ]),
        ];
      });
      return [
        call(`const ${choice} = `, chooser.callee, ['bytes', 'view', 'offset', emitter.end, ...chooser.args]),
        `let ${next} = -1;`,
        ...block(`switch (${choice})`, cases.flat()),
        ...block(`if (${next} < 0)`, ['return -1;']),
        `offset = ${next};`,
      ];
    }
    const attempts = node.arms.flatMap((arm, index): Code => {
      const { callee, args } = matcherOf(arm.node, emitter);
      const all = ['bytes', 'view', 'offset', emitter.end, ...args];
      return index === 0
        ? [call(`let ${next} = `, callee, all)]
        : block(`if (${next} < 0)`, [call(`${next} = `, callee, all)]);
    });
    return [...attempts, ...block(`if (${next} < 0)`, ['return -1;']), `offset = ${next};`];
  },

  size(node, value, emitter) {
    return {
      fixed: 0,
      code: eachArm(node, value, emitter, (arm, member, inner) => {
        const { fixed, code } = emitSize(arm, member, inner);
        return [...(fixed === 0 ? [] : [`size += ${fixed};`]), ...code];
      }),
    };
  },

  write(node, value, emitter) {
    const start = freshName(emitter, `${emitter.hint}Start`);
    const region = freshName(emitter, 'regionEnd');
    const arm = freshName(emitter, `${emitter.hint}Arm`);
    const chooser = chooseFunction(node, emitter);
    const names = `[${node.arms.map(({ name }) => quote(name)).join(', ')}]`;
    const holds = [
      call('const choice = ', chooser.callee, ['finished', 'finishedView', start, region, ...chooser.args]),
      `return ${names}[choice] === ${arm};`,
    ];
    return [
      `const ${start} = offset;`,
      `const ${region} = output.end;`,
      ...objectCheck(value, emitter),
      `const ${arm}: string = ${value}.${node.tag};`,
      ...emitDecision(start, holds, emitter),
      ...eachArm(node, value, emitter, emitWrite),
    ];
  },
};

/** Code that chooses an alternative, then reads it. */
function chooseAndEmit(
  node: FirstOfNode,
  target: string | undefined,
  emitter: FunctionEmitter,
  emit: typeof emitRead,
): Code {
  const names = node.arms.map(({ name }) => name).join(', ');
  const chooser = chooseFunction(node, emitter);
  const cases = node.arms.map((arm, index): Code => {
    const inner = { ...emitter, path: joined(emitter.path, node.value), hint: node.value };
    if (target === undefined) return block(`case ${index}:`, [...emit(arm.node, undefined, inner), 'break;']);
    const value = freshName(emitter, node.value);
    const members = [
      [node.tag, quote(arm.name)],
      [node.value, value],
    ] as const;
    return block(`case ${index}:`, [
      ...emit(arm.node, value, inner),
      ...objectLiteral(`${target} = `, members, ';'),
      'break;',
    ]);
  });
  const none = block(
    'default:',
    decodeFailure('no-arm', 'offset', quote(`one of ${names}`), "'bytes that none of them parses'", emitter),
  );
  const choice = freshName(emitter, `${emitter.hint}Choice`);
  return [
    ...(target === undefined ? [] : [declaration(`let ${target}`, firstOf.type(node, emitter))]),
    call(`const ${choice} = `, chooser.callee, ['bytes', 'view', 'offset', emitter.end, ...chooser.args]),
    ...block(`switch (${choice})`, [...cases.flat(), ...none]),
  ];
}

function objectCheck(value: string, emitter: FunctionEmitter): Code {
  if (isStructValue(value, emitter)) return [];
  return [
    call('', emitter.imports.runtime('checkObject'), [value, errorOffset(emitter), quote(emitter.path)]),
  ];
}

function eachArm(
  node: FirstOfNode,
  value: string,
  emitter: FunctionEmitter,
  emit: (arm: FirstOfNode['arms'][number]['node'], member: string, inner: FunctionEmitter) => Code,
): Code {
  const inner = (member: string): FunctionEmitter => ({
    ...emitter,
    path: joined(emitter.path, member),
    hint: member,
  });
  const cases = node.arms.map(
    (arm): Code =>
      block(`case ${quote(arm.name)}:`, [
        ...emit(arm.node, `${value}.${node.value}`, inner(node.value)),
        'break;',
      ]),
  );
  const names = node.arms.map((arm) => JSON.stringify(arm.name)).join(', ');
  const unknown = block(
    'default:',
    encodeFailure(
      'unknown-tag',
      errorOffset(emitter),
      quote(`one of ${names}`),
      described(`(${value} as { ${node.tag}?: unknown }).${node.tag}`, emitter),
      inner(node.tag),
    ),
  );
  return [
    ...objectCheck(value, emitter),
    ...block(`switch (${value}.${node.tag})`, [...cases.flat(), ...unknown]),
  ];
}

/** A function that chooses: gives the index of the first arm that parses and is followed as demanded, or -1. */
function chooseFunction(
  node: FirstOfNode,
  emitter: FunctionEmitter,
): { readonly callee: string; readonly args: readonly string[] } {
  const base = `choose${emitter.struct.name}${capitalize(emitter.hint)}`;
  const parameters = freeParameters(node, (struct) => parametersOf(emitter.plan, struct)).map((p) => p.name);
  const callee = defineHelper(emitter, base, node, (name) =>
    choosingFunction(name, node, parameters, emitter),
  );
  return { callee, args: parameters.map((p) => emitter.parameters.get(p) ?? p) };
}

function choosingFunction(
  name: string,
  node: FirstOfNode,
  parameters: readonly string[],
  emitter: FunctionEmitter,
): Code {
  const inner: FunctionEmitter = {
    ...emitter,
    direction: 'match',
    end: 'end',
    names: new Set(emitter.externals.values()),
    parameters: new Map(parameters.map((p) => [p, p])),
  };
  const demands = node.followedBy.length === 0 ? [undefined] : node.followedBy;
  const body = demands.flatMap((demand) =>
    node.arms.flatMap((arm, index): Code => {
      const end = freshName(inner, `${identifierFrom(arm.name)}End`);
      const { callee, args: more } = matcherOf(arm.node, inner);
      const tried = call(`const ${end} = `, callee, ['bytes', 'view', 'start', 'end', ...more]);
      if (demand === undefined) return [tried, ...block(`if (${end} >= 0)`, [`return ${index};`])];
      const followed = matcherOf(demand, inner);
      const test = `${followed.callee}(${['bytes', 'view', end, 'end', ...followed.args].join(', ')}) >= 0`;
      return [tried, ...block(`if (${end} >= 0 && ${test})`, [`return ${index};`])];
    }),
  );
  const typed = parameters.map((p) => ({ name: p, type: emitter.parameterTypes.get(p) ?? 'number' }));
  return [
    `/** Chooses the alternative of \`${emitter.hint}\` of ${article(emitter.struct.name)} that parses first: its index, or -1. */`,
    ...functionCode(name, [...AHEAD_PARAMETERS, ...typed], 'number', [...body, 'return -1;']),
  ];
}
