import type { NodeIR, SearchNode, SearchShape } from '@bytewright/schema-dsl/ir';
import {
  constantValue,
  parametersOf,
  searchAttempts,
  searchCondition,
  searchShape,
} from '@bytewright/schema-dsl/ir';
import type { Code, Parameter } from '../code.js';
import { block, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { defineHelper, freshName, parameterArguments, structFunction, structType } from '../emitter.js';
import { emitConstant } from '../expressions/emit-constant.js';
import { emitConditionOperand } from '../expressions/emit-expression.js';
import { functionCode } from '../function-code.js';
import { known } from '../known.js';
import { article, capitalize, parameterName } from '../names.js';
import { neededParameters } from '../needed-parameters.js';
import { bound } from './bind.js';
import type { Chooser } from './chooser.js';
import { chooserOf, noArmCode } from './chooser.js';
import { emitDecision } from './decision.js';
import { endFinderFor } from './end-finder.js';
import { emitMatch, emitRead, emitSize, emitType, emitWrite } from './index.js';
import type { NodeEmitter } from './node-emitter.js';

export const search: NodeEmitter<SearchNode> = {
  type: (node, emitter) => emitType(node.node, emitter),

  read(node, target, emitter) {
    const found = freshName(emitter, node.parameter);
    const chooser = chooserFor(node, emitter);
    return [
      call(`const ${found} = `, chooser.callee, chooser.readArgs()),
      ...block(
        `if (${found} === undefined)`,
        noArmCode(searchAttempts(node), node.followedBy, '', 'offset', emitter.end, emitter),
      ),
      ...emitRead(node.node, target, knowing(node, found, emitter)),
    ];
  },

  match(node, target, emitter) {
    if (target === undefined) {
      const next = freshName(emitter, `${emitter.hint}End`);
      const finder = endFinderFor(node, emitter);
      return [
        call(`const ${next} = `, finder.callee, finder.readArgs()),
        ...block(`if (${next} < 0)`, ['return -1;']),
        `offset = ${next};`,
      ];
    }
    const found = freshName(emitter, node.parameter);
    const chooser = chooserFor(node, emitter);
    return [
      call(`const ${found} = `, chooser.callee, chooser.readArgs()),
      ...block(`if (${found} === undefined)`, ['return -1;']),
      ...emitMatch(node.node, target, knowing(node, found, emitter)),
    ];
  },

  size(node, value, emitter) {
    const solution = freshName(emitter, node.parameter);
    return {
      fixed: 0,
      code: [
        ...solve(node, value, solution, emitter),
        ...emitSize(node.node, value, knowing(node, solution, emitter)).code,
      ],
    };
  },

  write(node, value, emitter) {
    const solution = freshName(emitter, node.parameter);
    const start = freshName(emitter, `${emitter.hint}Start`);
    const region = freshName(emitter, 'regionEnd');
    const chooser = chooserFor(node, emitter);
    const holds: Code = [
      call('const found = ', chooser.callee, chooser.confirmArgs(start, region)),
      `return found === ${solution};`,
    ];
    return [
      ...solve(node, value, solution, emitter),
      `const ${start} = offset;`,
      `const ${region} = output.end;`,
      ...emitDecision(start, holds, emitter),
      ...emitWrite(node.node, value, knowing(node, solution, emitter)),
    ];
  },
};

/** The emitter for the node itself, where a variable holds the parameter. */
function knowing(node: SearchNode, variable: string, emitter: FunctionEmitter): FunctionEmitter {
  return {
    ...emitter,
    parameters: new Map([...emitter.parameters, [node.parameter, variable]]),
  };
}

function typeOf({ values }: SearchNode): string {
  return [...new Set(values.map((value) => typeof constantValue(value)))].join(' | ');
}

function chooserFor(node: SearchNode, emitter: FunctionEmitter): Chooser {
  const attempts = searchAttempts(node).map((attempt) => ({
    ...attempt,
    result: emitConstant(attempt.value),
  }));
  const { hint, struct } = emitter;
  return chooserOf(
    {
      node,
      groups: [{ tags: undefined, attempts, isTried: true, none: 'undefined' }],
      followedBy: node.followedBy,
      doc: `The first \`${node.parameter}\` with which \`${hint}\` of ${article(struct.name)} parses, if there is one.`,
      returns: `${typeOf(node)} | undefined`,
      unknown: 'undefined',
      tagType: undefined,
      member: '',
    },
    emitter,
  );
}

/** Code that finds the parameter with which a value can be encoded. */
function solve(node: SearchNode, value: string, variable: string, emitter: FunctionEmitter): Code {
  const [only, ...others] = node.values;
  if (only !== undefined && others.length === 0) return [`const ${variable} = ${emitConstant(only)};`];
  const shape = value === '' ? undefined : searchShape(node, emitter.structs);
  if (shape !== undefined && shape.by.length > 2) {
    const lists = [node.values.map((one) => emitConstant(one)), shape.by].map((all) => `[${all.join(', ')}]`);
    const length = [value, ...shape.path, 'length'].join('?.');
    return [call(`const ${variable} = `, emitter.imports.runtime('parameterOfLength'), [...lists, length])];
  }
  if (shape !== undefined) return [`const ${variable} = ${byShape(node, shape, value)};`];
  const condition = value === '' ? undefined : byCondition(node, value, emitter);
  if (condition !== undefined) return [`const ${variable} = ${condition};`];
  const free = neededParameters([node.node], emitter).filter(({ name }) => name !== node.parameter);
  const base = `solve${emitter.struct.name}${capitalize(emitter.hint)}`;
  const callee = defineHelper(emitter, base, node, (name) => solvingFunction(name, node, free, emitter));
  const args = [value === '' ? '{}' : value, ...free.map(({ name }) => known(emitter.parameters, name))];
  return [call(`const ${variable} = `, callee, args)];
}

/** The flag for which a member is there as it is; `undefined` where not just that member tells. */
function byCondition(node: SearchNode, value: string, emitter: FunctionEmitter): string | undefined {
  const condition = searchCondition(node, emitter.structs);
  if (condition === undefined) return undefined;
  const parameters = new Map(emitter.parameters);
  for (const inner of condition.within) {
    const shape = searchShape(inner, emitter.structs);
    if (shape === undefined || shape.by.length > 2) parameters.delete(inner.parameter);
    else parameters.set(inner.parameter, byShape(inner, shape, value));
  }
  if (![...parametersOf(condition.when)].every((name) => parameters.has(name))) return undefined;
  const isPresent = `(${[value, ...condition.path].join('?.')} !== undefined)`;
  const when = emitConditionOperand(condition.when, { ...emitter, parameters });
  return `${isPresent} ${node.values[0] === true ? '===' : '!=='} ${when}`;
}

/** One of two parameters as the value's shape tells it; for a value of no such shape the first one, whose error is told. */
function byShape({ values }: SearchNode, { path, tells, by }: SearchShape, value: string): string {
  const constants = values.map((constant) => emitConstant(constant));
  // the value is not checked yet: any member on the way may be missing
  const member = [value, ...path].join('?.');
  if (tells === 'presence') {
    const [present, absent] = by[0] === true ? constants : [...constants].reverse();
    const isPresent = `${member} !== undefined`;
    if (present === 'true' && absent === 'false') return isPresent;
    if (present === 'false' && absent === 'true') return `${member} === undefined`;
    return `${isPresent} ? ${present} : ${absent}`;
  }
  const [first, second] = constants;
  const length = `${member}?.length`;
  if (first === 'true') return `${length} !== ${by[1]}`;
  if (first === 'false') return `${length} === ${by[1]}`;
  return `${length} === ${by[1]} ? ${second} : ${first}`;
}

function solvingFunction(
  name: string,
  node: SearchNode,
  free: readonly Parameter[],
  emitter: FunctionEmitter,
): Code {
  const candidate = parameterName(node.parameter, []);
  const scope = new Map([
    ...free.map(({ name: p }) => [p, parameterName(p, [])] as const),
    [node.parameter, candidate],
  ]);
  const { struct, inner, steps } = structIn(node.node, { ...emitter, parameters: scope });
  const more = parameterArguments(inner, struct);
  const measure = structFunction(emitter, 'measure', struct);
  const write = structFunction(emitter, 'write', struct);
  const declared = [
    { name: 'value', type: structType(emitter, struct) },
    ...free.map(({ name: p, type }) => ({ name: known(scope, p), type })),
  ];
  const scratch = `${emitter.imports.runtime('createOutput')}(${measure}(${['value', ...more].join(', ')}))`;
  const body: Code = [
    `return ${emitter.imports.runtime('solveParameter')}([${node.values.map((value) => emitConstant(value)).join(', ')}], (${candidate}) => {`,
    { body: [...steps, call('', write, [scratch, 'value', ...more])] },
    '});',
  ];
  return [
    `/** The first \`${node.parameter}\` with which \`${emitter.hint}\` of ${article(emitter.struct.name)} can be encoded. */`,
    ...functionCode(name, declared, typeOf(node), body),
  ];
}

/** The struct that is searched in, and how to get to it. */
interface SearchedStruct {
  readonly struct: string;
  /** The emitter for it: other parameters may be bound in between. */
  readonly inner: FunctionEmitter;
  /** Code that finds the parameters of searches in between. */
  readonly steps: Code;
}

function structIn(node: NodeIR, emitter: FunctionEmitter, steps: Code = []): SearchedStruct {
  if (node.kind === 'bind') return structIn(node.node, bound(node, emitter), steps);
  if (node.kind === 'search') {
    const variable = parameterName(node.parameter, []);
    return structIn(node.node, knowing(node, variable, emitter), [
      ...steps,
      ...solve(node, 'value', variable, emitter),
    ]);
  }
  if (node.kind !== 'struct') throw new TypeError('search() tries a struct'); // the compiler has seen to it
  return { struct: node.name, inner: emitter, steps };
}
