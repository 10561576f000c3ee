import type { FirstOfNode } from '@bytewright/schema-dsl/ir';
import { describeArms, keysOfUnion } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call, declaration, objectLiteral } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName } from '../emitter.js';
import { described, encodeFailure, errorOffset, joined } from '../failures.js';
import { article, quote } from '../names.js';
import type { ChoicePlan } from './chooser.js';
import { chooserOf, noArmCode } from './chooser.js';
import { emitDecision } from './decision.js';
import { emitMatch, emitRead, emitSize, emitType, emitWrite } from './index.js';
import { checkUnionKeys } from './keys.js';
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
      const chooser = chooserOf(planOf(node, emitter), emitter);
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
        call(`const ${choice} = `, chooser.callee, chooser.readArgs()),
        `let ${next} = -1;`,
        ...block(`switch (${choice})`, cases.flat()),
        ...block(`if (${next} < 0)`, ['return -1;']),
        `offset = ${next};`,
      ];
    }
    const alternatives = node.arms.flatMap((arm, index): Code => {
      const { callee, args } = matcherOf(arm.node, emitter);
      const all = ['bytes', 'view', 'offset', emitter.end, ...args];
      return index === 0
        ? [call(`let ${next} = `, callee, all)]
        : block(`if (${next} < 0)`, [call(`${next} = `, callee, all)]);
    });
    return [...alternatives, ...block(`if (${next} < 0)`, ['return -1;']), `offset = ${next};`];
  },

  size(node, value, emitter) {
    return {
      fixed: 0,
      code: [
        ...keyCheck(node, value, emitter),
        ...eachArm(node, value, emitter, (arm, member, inner) => {
          const { fixed, code } = emitSize(arm, member, inner);
          return [...(fixed === 0 ? [] : [`size += ${fixed};`]), ...code];
        }),
      ],
    };
  },

  write(node, value, emitter) {
    const start = freshName(emitter, `${emitter.hint}Start`);
    const arm = freshName(emitter, `${emitter.hint}Arm`);
    const chooser = chooserOf(planOf(node, emitter), emitter);
    const names = `[${node.arms.map(({ name }) => quote(name)).join(', ')}]`;
    const holds = [
      call('const choice = ', chooser.callee, chooser.confirmArgs(start, 'input.end')),
      `return ${names}[choice] === ${arm};`,
    ];
    return [
      `const ${start} = offset;`,
      ...keyCheck(node, value, emitter),
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
  const chooser = chooserOf(planOf(node, emitter), emitter);
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
    emitter.direction === 'match'
      ? ['return -1;']
      : noArmCode(
          node.arms,
          node.followedBy,
          node.value,
          'offset',
          emitter.end,
          emitter,
          describeArms(node.arms),
        ),
  );
  const choice = freshName(emitter, `${emitter.hint}Choice`);
  return [
    ...(target === undefined ? [] : [declaration(`let ${target}`, firstOf.type(node, emitter))]),
    call(`const ${choice} = `, chooser.callee, chooser.readArgs()),
    ...block(`switch (${choice})`, [...cases.flat(), ...none]),
  ];
}

function keyCheck(node: FirstOfNode, value: string, emitter: FunctionEmitter): Code {
  return isStructValue(value, emitter) ? [] : checkUnionKeys(keysOfUnion(node), node.tag, value, emitter);
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
  const unknown = block(
    'default:',
    encodeFailure(
      'unknown-tag',
      errorOffset(emitter),
      quote(describeArms(node.arms)),
      described(`(${value} as { ${node.tag}?: unknown }).${node.tag}`, emitter),
      inner(node.tag),
    ),
  );
  return block(`switch (${value}.${node.tag})`, [...cases.flat(), ...unknown]);
}

/** What a function chooses from that gives the index of the first arm that parses and is followed as demanded, or -1. */
function planOf(node: FirstOfNode, { hint, struct }: FunctionEmitter): ChoicePlan {
  const alternatives = node.arms.map((arm, index) => ({ ...arm, result: String(index) }));
  return {
    node,
    groups: [{ tags: undefined, alternatives, isTried: true, none: '-1' }],
    followedBy: node.followedBy,
    doc: `Chooses the alternative of \`${hint}\` of ${article(struct.name)} that parses first: its index, or -1.`,
    returns: 'number',
    unknown: '-1',
    tagType: undefined,
    member: node.value,
  };
}
