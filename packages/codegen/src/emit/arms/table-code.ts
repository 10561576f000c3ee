import type { SearchNode, UnionNode } from '@bytewright/schema-dsl/ir';
import { describeNode, tagsOf } from '@bytewright/schema-dsl/ir';
import type { ExtendedTable } from '../../plan/generation-plan.js';
import { hasOwnModule, withoutDemands } from '../../plan/is-tabled.js';
import { uncapitalize } from '../../plan/uncapitalize.js';
import type { Code, Parameter } from '../code.js';
import { objectLiteral } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { defineHelper, importPath, structType } from '../emitter.js';
import { emitConstant } from '../expressions/emit-constant.js';
import { Imports } from '../imports.js';
import { article, capitalize, parameterName, quote } from '../names.js';
import { neededParameters } from '../needed-parameters.js';
import { matcherOf } from '../nodes/matcher.js';
import { readingArm, structOf, typeOfMembers, valuesOf, writingArm } from './arm-code.js';

/** A union, or a search by itself, as a table of what is tried. */
export interface TablePlan {
  readonly node: UnionNode | SearchNode;
  readonly arms: readonly {
    readonly name: string;
    readonly tags: readonly string[];
    readonly node: UnionNode['arms'][number]['node'];
  }[];
  readonly tag: string;
  readonly member: string;
  readonly hasFallback: boolean;
  readonly hasRaw: boolean;
}

/** The plan of a union whose arms make a table. */
export const tableOfUnion = (node: UnionNode): TablePlan => ({
  node,
  arms: node.arms.map((arm) => ({
    name: arm.name,
    tags: tagsOf(arm).map((tag) => emitConstant(tag as never)),
    node: arm.node,
  })), // plain tags, as the analysis has seen
  tag: node.tag,
  member: node.value,
  hasFallback: node.fallback !== undefined,
  hasRaw: node.otherwise !== undefined,
});

/** The plan of a search outside a union: a single arm, of which only the value is kept. */
export function tableOfSearch(node: SearchNode): TablePlan {
  const struct = structOf(node);
  return {
    node,
    arms: [{ name: struct, tags: [quote(struct)], node }],
    tag: '',
    member: '',
    hasFallback: false,
    hasRaw: false,
  };
}

/** What all functions of a table are handed down. */
function contextOf({ node, arms }: TablePlan, emitter: FunctionEmitter): readonly Parameter[] {
  return neededParameters([...arms.map((arm) => arm.node), ...(node.followedBy ?? [])], emitter);
}

/** The object that a table's functions are handed down, as an expression. */
export function contextCode(plan: TablePlan, emitter: FunctionEmitter): string {
  return valuesOf(contextOf(plan, emitter), emitter);
}

/** The emitter of the module that holds a table's arms: one beside the code that chooses, where they are very many. */
function armsEmitter({ node }: TablePlan, emitter: FunctionEmitter): FunctionEmitter {
  if (node.kind !== 'union' || !hasOwnModule(node, emitter.module)) return emitter;
  const { module, taken, beside } = emitter;
  beside.arms ??= {
    ...emitter,
    module: { ...module, output: module.output.replace(/\.ts$/, '.arms.ts') },
    imports: new Imports(taken),
    helpers: new Map(),
  };
  const { module: own, imports, helpers } = beside.arms;
  return { ...emitter, module: own, imports, helpers };
}

/** Imports a value of a table's module, if that is not this one. */
function fromArms(name: string, inner: FunctionEmitter, emitter: FunctionEmitter): string {
  return inner.imports === emitter.imports
    ? name
    : emitter.imports.value(importPath(emitter.module, inner.module), name);
}

/** The type that has the values of a table's arms by name: an interface where they are many. */
export function typeOfArms(plan: TablePlan, emitter: FunctionEmitter): string {
  const inner = armsEmitter(plan, emitter);
  const name = defineTypeOfArms(plan, inner);
  return inner.imports === emitter.imports
    ? name
    : emitter.imports.type(importPath(emitter.module, inner.module), name);
}

function defineTypeOfArms(plan: TablePlan, emitter: FunctionEmitter): string {
  const { node, arms } = plan;
  const extended = extendedBy(plan, emitter);
  const listed = arms.filter(({ name }) => extended?.same.has(name) !== true);
  const members = listed.map((arm) => `${memberName(arm.name)}: ${structType(emitter, structOf(arm.node))}`);
  if (arms.length < INTERFACE) return `{ ${members.join('; ')} }`;
  const base = `${emitter.struct.name}${isFlat(emitter) ? '' : capitalize(emitter.hint)}Arms`;
  const name = defineHelper(
    emitter,
    base,
    { types: node },
    (own) => [
      `/** What ${ofWhat(emitter)} may be, by the names that values have for it. */`,
      `export interface ${own}${extended === undefined ? '' : ` extends ${extendedTypes(plan, extended, emitter)}`} {`,
      { body: members.map((member) => `${member};`) },
      '}',
    ],
    true,
  );
  emitter.tables.set(node, name);
  return name;
}

/** The table of another package that this one extends: where it has a module of its own. */
function extendedBy(
  { node }: TablePlan,
  { module, struct, hint }: FunctionEmitter,
): ExtendedTable | undefined {
  const { extended } = module;
  const isExtending = extended?.by.struct === struct.name && extended.by.field === hint;
  return node.kind === 'union' && isExtending ? extended : undefined;
}

/** The type of the arms that are another package's, less those that are not the same here. */
function extendedTypes(plan: TablePlan, extended: ExtendedTable, emitter: FunctionEmitter): string {
  const name = `${tableName(extended)}Arms`;
  const types = fromExtended(name, `Base${name}`, 'type', extended, emitter);
  const others = plan.arms.filter(({ name: arm }) => extended.arms.has(arm) && !extended.same.has(arm));
  return others.length === 0 ? types : `Omit<${types}, ${others.map((arm) => quote(arm.name)).join(' | ')}>`;
}

/** One half of a table: what is listed here, behind what another package's table has. */
function halfCode(
  half: 'Reading' | 'Writing',
  plan: TablePlan,
  lines: readonly (readonly [string, string])[],
  declared: string,
  emitter: FunctionEmitter,
): Code {
  const extended = extendedBy(plan, emitter);
  if (extended === undefined) return objectLiteral(`${declared} = `, lines, ';');
  const name = `${uncapitalize(tableName(extended))}${half}`;
  const base = fromExtended(name, `base${capitalize(name)}`, 'value', extended, emitter);
  return objectLiteral(
    `${declared} = /*@__PURE__*/ ${emitter.imports.runtime('extendArms')}(${base}, `,
    lines,
    ');',
  );
}

function fromExtended(
  name: string,
  local: string,
  kind: 'type' | 'value',
  { module }: ExtendedTable,
  { imports, module: own }: FunctionEmitter,
): string {
  imports[kind](`${importPath(own, module)}.arms`, `${name} as ${local}`);
  return local;
}

const tableName = ({ module, struct, field }: ExtendedTable): string =>
  `${struct}${module.definitions[struct]?.flat === field ? '' : capitalize(field)}`;

/** From so many arms on, the type of their values has a name. */
const INTERFACE = 8;

/** The constant that holds a union's reading halves; made once a module. */
export function readingTable(plan: TablePlan, outer: FunctionEmitter): string {
  const emitter = armsEmitter(plan, outer);
  const types = defineTypeOfArms(plan, emitter);
  const same = extendedBy(plan, emitter)?.same;
  const listed = plan.arms.filter(({ name }) => same?.has(name) !== true);
  const lines = listed.map(({ name, tags, node }): readonly [string, string] => {
    const arm = readingArm(node, emitter);
    const isOwn = tags.length === 1 && tags[0] === quote(name);
    const call = `/*@__PURE__*/ ${emitter.imports.runtime('tagged')}(${[arm, ...tags].join(', ')})`;
    return [memberName(name), isOwn ? arm : call];
  });
  const context = typeOfMembers(contextOfArms(plan, emitter));
  const type = `${emitter.imports.runtimeType('ReadingArmsOf')}<${types}, ${context}>`;
  const isExported = emitter !== outer;
  const name = defineHelper(
    emitter,
    `${baseOf(emitter)}Reading`,
    { readings: plan.node },
    (own) => [
      `/** How ${ofWhat(emitter)} is read. */`,
      ...halfCode('Reading', plan, lines, `${isExported ? 'export ' : ''}const ${own}: ${type}`, emitter),
    ],
    isExported,
  );
  return fromArms(name, emitter, outer);
}

/** The constant that holds a table: its arms by tag, and how one is chosen; made once a module. */
export function armTable(plan: TablePlan, emitter: FunctionEmitter): string {
  const reading = readingTable(plan, emitter);
  const { node, tag, member, hasFallback } = plan;
  const [first] = node.followedBy ?? [];
  const types = [
    typeOfArms(plan, emitter),
    typeOfMembers(contextOf(plan, emitter)),
    quote(tag),
    quote(member),
  ];
  const type = `${emitter.imports.runtimeType('ArmTable')}<${types.join(', ')}>`;
  return defineHelper(emitter, `${baseOf(emitter)}Arms`, { table: plan.node, path: emitter.path }, (own) => [
    `/** How one of them is chosen. */`,
    `const ${own}: ${type} = /*@__PURE__*/ ${emitter.imports.runtime('armTable')}(${reading}, {`,
    {
      body: [
        `tag: ${quote(tag)},`,
        `member: ${quote(member)},`,
        ...(emitter.path === '' ? [] : [`path: ${quote(emitter.path)},`]),
        ...(hasFallback ? ['hasFallback: true,'] : []),
        ...(first === undefined ? [] : [`demanded: ${quote(describeNode(first))},`]),
        ...demandsCode(plan, emitter),
      ],
    },
    '});',
  ]);
}

/** The constant that holds the writing half of a table; made once a module. */
export function writingTable(plan: TablePlan, emitter: FunctionEmitter): string {
  const table = armTable(plan, emitter);
  const writing = writingHalf(plan, emitter);
  const args = [table, writing, ...(plan.hasRaw ? ['true'] : [])];
  return defineHelper(
    emitter,
    `${baseOf(emitter)}Writers`,
    { writers: plan.node, path: emitter.path },
    (own) => [`const ${own} = /*@__PURE__*/ ${emitter.imports.runtime('writingTable')}(${args.join(', ')});`],
  );
}

/** The constant that holds a union's writing halves. */
function writingHalf(plan: TablePlan, outer: FunctionEmitter): string {
  const emitter = armsEmitter(plan, outer);
  const same = extendedBy(plan, emitter)?.same;
  const listed = plan.arms.filter(({ name }) => same?.has(name) !== true);
  const lines = listed.map(({ name, node }): readonly [string, string] => [
    memberName(name),
    writingArm(node, emitter),
  ]);
  const context = typeOfMembers(contextOfArms(plan, emitter));
  const type = `${emitter.imports.runtimeType('WritingArmsOf')}<${defineTypeOfArms(plan, emitter)}, ${context}>`;
  const isExported = emitter !== outer;
  const name = defineHelper(
    emitter,
    `${baseOf(emitter)}Writing`,
    { writings: plan.node },
    (own) => [
      `/** How ${ofWhat(emitter)} is written. */`,
      ...halfCode('Writing', plan, lines, `${isExported ? 'export ' : ''}const ${own}: ${type}`, emitter),
    ],
    isExported,
  );
  return fromArms(name, emitter, outer);
}

/** What only the arms are handed down, whatever is demanded behind them. */
function contextOfArms({ arms }: TablePlan, emitter: FunctionEmitter): readonly Parameter[] {
  return neededParameters(
    arms.map((arm) => withoutDemands(arm.node)),
    emitter,
  );
}

function demandsCode({ node }: TablePlan, emitter: FunctionEmitter): Code {
  const demands = node.followedBy ?? [];
  if (demands.length === 0) return [];
  const lines = demands.map((demand) => {
    const own = new Map(
      neededParameters([demand], emitter).map(({ name }) => [name, parameterName(name, [])]),
    );
    const names = new Set([...own.values(), ...emitter.externals.values()]);
    const inner = { ...emitter, direction: 'match', parameters: own, end: 'end', names } as const;
    const { callee, args } = matcherOf(demand, inner);
    const members = [...own].map(([name, local]) => (name === local ? name : `${name}: ${local}`));
    const ahead = ['bytes', 'view', 'start', 'end'];
    const parameters = [...ahead, ...(members.length === 0 ? [] : [`{ ${members.join(', ')} }`])];
    return `(${parameters.join(', ')}) => ${callee}(${[...ahead, ...args].join(', ')}),`;
  });
  return ['demands: [', { body: lines }, '],'];
}

const isFlat = ({ struct, hint }: FunctionEmitter): boolean => struct.flat === hint;

const ofWhat = (emitter: FunctionEmitter): string =>
  `${isFlat(emitter) ? '' : `\`${emitter.hint}\` of `}${article(emitter.struct.name)}`;

const baseOf = (emitter: FunctionEmitter): string =>
  `${uncapitalize(emitter.struct.name)}${isFlat(emitter) ? '' : capitalize(emitter.hint)}`;

/** A name as a member of an object: in quotes only where it needs them. */
const memberName = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name));
