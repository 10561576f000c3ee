import { scalarTypeOf } from '../ir/analysis/scalar-type.js';
import type { BindingIR, Expression } from '../ir/expression.js';
import { printExpression } from '../ir/print-expression.js';
import type { CheckIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';
import type { ChecksumDefinition } from '../language/checksum.js';
import type { Definition } from '../language/definition.js';
import type { Node } from '../language/node.js';
import type { RelationIR } from '../language/relation.js';
import { checkBoundValues } from './check-bound-values.js';
import { checkSubjects } from './check-subjects.js';
import type { Faults } from './faults.js';
import type { Unknown } from './find-unknown.js';
import { findUnknowns, unwrap } from './find-unknown.js';
import { invert } from './invert.js';
import type { FieldRelations } from './lower.js';
import { measuredBehind } from './measured-behind.js';
import { numberType } from './number-type.js';
import { strictNegations } from './strict-negations.js';
import { turnedAround } from './turned-around.js';

/** A struct's relations, sorted by their effect in each direction. */
export interface SolvedRelations {
  /** What determines a field on decode: its size, count, presence or arm. */
  readonly fields: ReadonlyMap<string, FieldRelations>;
  readonly bindings: ReadonlyMap<string, readonly BindingIR[]>;
  /** The formula of each derived field on encode. */
  readonly encode: ReadonlyMap<string, Expression>;
  /** What each checksum field covers. */
  readonly checksums: ReadonlyMap<string, ChecksumDefinition>;
  /** What is checked in both directions. */
  readonly checks: readonly Omit<CheckIR, 'after'>[];
}

/** The relations of a struct that states none. */
export const NO_RELATIONS: SolvedRelations = {
  fields: new Map(),
  bindings: new Map(),
  encode: new Map(),
  checksums: new Map(),
  checks: [],
};

/** Solves relations: on decode each equation determines its one unknown, on encode its derived field. */
export function solveRelations(
  struct: string,
  nodes: ReadonlyMap<string, Node<unknown>>,
  relations: readonly RelationIR[],
  faults: Faults,
): SolvedRelations {
  const fields = new Map<string, FieldRelations>();
  const bindings = new Map<string, BindingIR[]>();
  const encode = new Map<string, Expression>();
  const checksums = new Map<string, ChecksumDefinition>();

  const decide = (field: string, decision: FieldRelations): void => {
    const known = fields.get(field) ?? {};
    for (const key of Object.keys(decision)) {
      if (key in known)
        throw new SchemaError(
          'conflicting-relations',
          `${struct}.${field}`,
          `two relations decide its ${key}; keep one`,
        );
    }
    fields.set(field, { ...known, ...decision });
  };

  const solveFor = (
    unknown: Unknown,
    target: string,
    value: Expression,
    isChecked: boolean,
  ): Unknown | undefined => {
    const self = asNumber(target, value, nodes);
    if (unknown.op === 'tagOf' || unknown.op === 'present') {
      if (value !== unknown) {
        throw new SchemaError(
          'unsolvable-relation',
          `${struct}.${target}`,
          `cannot be solved for ${printExpression(unknown)}; make it the entire right side`,
        );
      }
      decide(unknown.field, unknown.op === 'tagOf' ? { selector: self } : { when: self });
      return unknown;
    }
    const size = invert(value, unknown, self);
    if (size === undefined) {
      if (isChecked) return undefined;
      throw new SchemaError(
        'unsolvable-relation',
        `${struct}.${target}`,
        `${printExpression(value)} cannot be solved for ${printExpression(unknown)}; use it once, inside plus, minus, times and div only`,
      );
    }
    decide(unknown.field, unknown.op === 'byteLength' ? { size } : { count: size });
    return unknown;
  };

  const solved = new Map<Equation, Unknown>();
  /** Whether an equation is done: it is solved, or there is nothing in it to solve for. */
  const solve = (equation: Equation, target: string): boolean => {
    const { value } = equation;
    const [unknown, ...others] = findUnknowns(value, target, nodes, fields);
    if (unknown === undefined) return true;
    if (others.length > 0) return false;
    const found = solveFor(unknown, target, value, equation.encode !== undefined);
    if (found !== undefined) solved.set(equation, found);
    return true;
  };

  /** Equations with several unknowns: other equations may determine all but one. */
  let waiting: (readonly [Equation, string])[] = [];
  faults.map(relations, (relation): void => {
    switch (relation.kind) {
      case 'presentWhen':
        decide(relation.field, { when: relation.when });
        break;
      case 'at':
        decide(relation.field, { offset: relation.offset });
        break;
      case 'atEach':
        decide(relation.field, { each: relation.each });
        break;
      case 'tag':
        decide(relation.field, { selector: relation.selector });
        break;
      case 'followedBy':
        decide(relation.field, { followedBy: relation.demands });
        break;
      case 'with':
        checkBoundValues(struct, relation, nodes);
        bindings.set(relation.field, [...(bindings.get(relation.field) ?? []), ...relation.bindings]);
        break;
      case 'check':
        break;
      case 'checksum': {
        const target = derivedTarget(struct, relation, nodes);
        if (checksums.has(target) || encode.has(target))
          throw new SchemaError(
            'conflicting-relations',
            `${struct}.${target}`,
            'a checksum and another relation determine it; keep one',
          );
        checksums.set(target, relation.checksum);
        break;
      }
      case 'is': {
        const target = derivedTarget(struct, relation, nodes);
        if (checksums.has(target))
          throw new SchemaError(
            'conflicting-relations',
            `${struct}.${target}`,
            'a checksum and another relation determine it; keep one',
          );
        if (encode.has(target)) break; // a second relation is a check in both directions
        const formula = relation.encode ?? relation.value;
        checkSubjects(`${struct}.${target}`, formula, nodes, relations);
        encode.set(
          target,
          isBigint(target, nodes) && isNumeric(formula, nodes) ? { op: 'toBigint', of: formula } : formula,
        );
        if (!solve(relation, target)) waiting.push([relation, target]);
      }
    }
  });
  while (waiting.length > 0) {
    const rest = waiting.filter(([equation, target]) => !solve(equation, target));
    const [first] = rest;
    if (first !== undefined && rest.length === waiting.length)
      throw severalUnknowns(struct, ...first, nodes, fields);
    waiting = rest;
  }
  for (const [field, measuredBy] of measuredBehind(relations, nodes))
    fields.set(field, { ...fields.get(field), measuredBy });
  const checks = relations.flatMap((relation) => checksOf(struct, relation, solved, nodes));
  return { fields, bindings, encode, checksums, checks };
}

type Equation = Extract<RelationIR, { kind: 'is' }>;
type UnplacedCheck = Omit<CheckIR, 'after'>;

/** The checks that remain of a relation after solving. */
function checksOf(
  struct: string,
  relation: RelationIR,
  solved: ReadonlyMap<Equation, Unknown>,
  nodes: ReadonlyMap<string, Node<unknown>>,
): readonly UnplacedCheck[] {
  if (relation.kind === 'check') {
    const { holds, message } = relation;
    return [
      {
        field: undefined,
        holds: strictNegations(holds),
        code: 'check-failed',
        message: message ?? printExpression(holds),
      },
    ];
  }
  if (relation.kind !== 'is') return [];
  const target = derivedTarget(struct, relation, nodes);
  const equal = (right: Expression): UnplacedCheck => ({
    field: target,
    holds: { op: 'eq', left: asNumber(target, right, nodes), right },
    code: 'mismatch',
    message: printExpression(right),
  });
  if (relation.encode !== undefined) return [equal(relation.value), equal(relation.encode)];
  const unknown = solved.get(relation);
  // if the field that was solved for is absent, the equation has not been checked yet; and for a float, -0 and 0 are equal
  // to everything that was solved
  const isSettled =
    unknown !== undefined &&
    !(unknown.op === 'byteLength' && isOptional(unknown.field, nodes)) &&
    !mayBeNegativeZero(target, nodes);
  return isSettled ? [] : [equal(relation.value)];
}

function severalUnknowns(
  struct: string,
  { value }: Equation,
  target: string,
  nodes: ReadonlyMap<string, Node<unknown>>,
  decided: ReadonlyMap<string, FieldRelations>,
): SchemaError {
  const names = findUnknowns(value, target, nodes, decided).map(printExpression);
  return new SchemaError(
    'unsolvable-relation',
    `${struct}.${target}`,
    `${printExpression(value)} cannot be solved for ${names.join(' and ')} at once; give all but one of them its own end: a size, prefix(…) or another length`,
  );
}

/** The path of something other than a field. */
const NO_FIELD = [''];

function derivedTarget(
  struct: string,
  relation: Extract<RelationIR, { kind: 'is' | 'checksum' }>,
  nodes: ReadonlyMap<string, Node<unknown>>,
): string {
  const { target } = relation;
  const [name, ...below] = (target.op === 'field' ? target.path : NO_FIELD) as readonly [string, ...string[]];
  const node = nodes.get(name);
  if (node !== undefined && below.length > 0)
    throw new SchemaError(
      'misplaced-relation',
      `${struct}.${[name, ...below].join('.')}`,
      relation.kind === 'checksum'
        ? `a checksum must be a derived field of ${struct} itself, but this one is inside ${name}; move it into ${struct}, or state it in the where() of the struct that contains it`
        : `.is() determines a derived field of ${struct} itself, but this one is inside ${name}; keep it in the value, not derived(), and ${turnedAround(relation.value, `$.${[name, ...below].join('.$.')}`)}`,
    );
  if (node === undefined || !isDerived(node.definition))
    throw new SchemaError(
      'not-derived',
      node === undefined ? struct : `${struct}.${name}`,
      node === undefined
        ? '.is() determines a derived field of the struct itself; write $.field.is(…), or state a condition: check(… .eq(…))'
        : '.is() determines a derived field; write derived(…) in the field list, or use check(… .eq(…))',
    );
  if (isOptional(name, nodes))
    throw new SchemaError(
      'optional-derived',
      `${struct}.${name}`,
      'a derived field that may be absent determines nothing when it is; put it and what it measures into a struct, and make that optional',
    );
  return name;
}

function isDerived(definition: Definition): boolean {
  if (definition.kind === 'bind' || definition.kind === 'documented')
    return isDerived(definition.node.definition);
  return definition.kind === 'derived';
}

/** A derived field as an operand: a 64-bit one that equals a length or a count is compared as a number. */
function asNumber(target: string, value: Expression, nodes: ReadonlyMap<string, Node<unknown>>): Expression {
  const self: Expression = { op: 'field', path: [target] };
  return isBigint(target, nodes) && isNumeric(value, nodes) ? { op: 'toNumber', of: self } : self;
}

function isBigint(field: string, nodes: ReadonlyMap<string, Node<unknown>>): boolean {
  return numberType([field], nodes) === 'bigint';
}

function mayBeNegativeZero(field: string, nodes: ReadonlyMap<string, Node<unknown>>): boolean {
  const { kind } = definitionOf(field, nodes);
  return kind === 'float' || (kind === 'custom' && numberType([field], nodes) === 'number');
}

/** Whether an expression gives a number, regardless of the field it is written to. */
function isNumeric(value: Expression, nodes: ReadonlyMap<string, Node<unknown>>): boolean {
  return scalarTypeOf(value, (path) => numberType(path, nodes)) === 'number';
}

function isOptional(field: string, nodes: ReadonlyMap<string, Node<unknown>>): boolean {
  const definition = definitionOf(field, nodes);
  const inner = definition.kind === 'at' ? unwrap(definition.node.definition) : definition;
  return inner.kind === 'optional';
}

/** The definition of a field, without its wrappers. */
function definitionOf(field: string, nodes: ReadonlyMap<string, Node<unknown>>): Definition {
  return unwrap((nodes.get(field) as Node<unknown>).definition);
}
