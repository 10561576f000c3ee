import type { ChecksumDefinition } from '../../language/checksum.js';
import type { Definition } from '../../language/definition.js';
import type { Node } from '../../language/node.js';
import type { RelationIR } from '../../language/relation.js';
import { scalarTypeOf } from '../analysis/scalar-type.js';
import type { BindingIR, Expression, ScalarType } from '../expression.js';
import { operands } from '../expression.js';
import { integerTraits } from '../nodes/integer.js';
import { varintTraits } from '../nodes/varint.js';
import { printExpression } from '../print-expression.js';
import type { CheckIR } from '../schema.js';
import { SchemaError } from '../schema-error.js';
import { invert } from './invert.js';
import type { FieldRelations } from './lower.js';

/** A struct's relations, sorted by what they do in each direction. */
export interface SolvedRelations {
  /** What decides a field on decode: its size, count, presence or arm. */
  readonly fields: ReadonlyMap<string, FieldRelations>;
  readonly bindings: ReadonlyMap<string, readonly BindingIR[]>;
  /** What a derived field is on encode. */
  readonly encode: ReadonlyMap<string, Expression>;
  /** What a derived field that holds a checksum covers. */
  readonly checksums: ReadonlyMap<string, ChecksumDefinition>;
  /** What is tested in both directions. */
  readonly checks: readonly Omit<CheckIR, 'after'>[];
}

/** Solves relations: each equation determines, on decode, the one thing that is unknown, and on encode its derived field. */
export function solveRelations(
  struct: string,
  nodes: ReadonlyMap<string, Node<unknown>>,
  relations: readonly RelationIR[],
): SolvedRelations {
  const fields = new Map<string, FieldRelations>();
  const bindings = new Map<string, BindingIR[]>();
  const encode = new Map<string, Expression>();
  const checksums = new Map<string, ChecksumDefinition>();
  const checks: Omit<CheckIR, 'after'>[] = [];

  const decide = (field: string, decision: FieldRelations): void => {
    const known = fields.get(field) ?? {};
    for (const key of Object.keys(decision)) {
      if (key in known)
        throw new SchemaError(`${struct}.${field}`, `two relations decide its ${key}; keep one`);
    }
    fields.set(field, { ...known, ...decision });
  };

  const solveEquation = (target: string, value: Expression): Unknown | undefined => {
    const unknown = unknownOf(value, target, nodes, fields);
    if (unknown === undefined) return undefined;
    const self = asNumber(target, value, nodes);
    if (unknown.op === 'tagOf' || unknown.op === 'present') {
      if (value !== unknown) {
        throw new SchemaError(
          `${struct}.${target}`,
          `cannot be solved for ${printExpression(unknown)}: make it the whole right side`,
        );
      }
      decide(unknown.field, unknown.op === 'tagOf' ? { selector: self } : { when: self });
      return unknown;
    }
    const size = invert(value, unknown, self);
    if (size === undefined) {
      throw new SchemaError(
        `${struct}.${target}`,
        `${printExpression(value)} cannot be solved for ${printExpression(unknown)}; it must occur once, under plus, minus, times and div`,
      );
    }
    decide(unknown.field, unknown.op === 'byteLength' ? { size } : { count: size });
    return unknown;
  };

  for (const relation of relations) {
    switch (relation.kind) {
      case 'presentWhen':
        decide(relation.field, { when: relation.when });
        break;
      case 'tag':
        decide(relation.field, { selector: relation.selector });
        break;
      case 'with':
        bindings.set(relation.field, [...(bindings.get(relation.field) ?? []), ...relation.bindings]);
        break;
      case 'check':
        checks.push({
          field: undefined,
          holds: relation.holds,
          code: 'check-failed',
          message: relation.message ?? printExpression(relation.holds),
        });
        break;
      case 'checksum': {
        const target = derivedTarget(struct, relation.target, nodes);
        if (checksums.has(target) || encode.has(target))
          throw new SchemaError(
            `${struct}.${target}`,
            'a checksum and another relation determine it; keep one',
          );
        checksums.set(target, relation.checksum);
        break;
      }
      case 'is': {
        const target = derivedTarget(struct, relation.target, nodes);
        if (checksums.has(target))
          throw new SchemaError(
            `${struct}.${target}`,
            'a checksum and another relation determine it; keep one',
          );
        const isFirst = !encode.has(target);
        if (isFirst)
          encode.set(
            target,
            isBigint(target, nodes) && isNumeric(relation.value, nodes)
              ? { op: 'toBigint', of: relation.value }
              : relation.value,
          );
        const solved = isFirst ? solveEquation(target, relation.value) : undefined;
        // where the field that was solved for is absent, nothing has looked at the equation yet
        if (solved === undefined || (solved.op === 'byteLength' && isOptional(solved.field, nodes))) {
          checks.push({
            field: target,
            holds: { op: 'eq', left: asNumber(target, relation.value, nodes), right: relation.value },
            code: 'mismatch',
            message: printExpression(relation.value),
          });
        }
      }
    }
  }
  return { fields, bindings, encode, checksums, checks };
}

function derivedTarget(
  struct: string,
  target: Expression,
  nodes: ReadonlyMap<string, Node<unknown>>,
): string {
  const name = target.op === 'field' && target.path.length === 1 ? target.path[0] : undefined;
  const definition = name === undefined ? undefined : nodes.get(name)?.definition;
  if (name === undefined || definition === undefined || !isDerived(definition)) {
    const path = name === undefined ? struct : `${struct}.${name}`;
    throw new SchemaError(
      path,
      '.is() determines a derived field; write derived(…) in the field list, or use check(… .eq(…))',
    );
  }
  return name;
}

function isDerived(definition: Definition): boolean {
  if (definition.kind === 'bind' || definition.kind === 'documented')
    return isDerived(definition.node.definition);
  return definition.kind === 'derived';
}

type Unknown = Extract<Expression, { op: 'byteLength' | 'count' | 'present' | 'tagOf' }>;

/** The one thing in an equation that decode does not know yet: a property of a later field that nothing else decides. */
function unknownOf(
  value: Expression,
  target: string,
  nodes: ReadonlyMap<string, Node<unknown>>,
  decided: ReadonlyMap<string, FieldRelations>,
): Unknown | undefined {
  const names = [...nodes.keys()];
  const found: Unknown[] = [];
  const visit = (e: Expression): void => {
    if (e.op === 'byteLength' || e.op === 'count' || e.op === 'present' || e.op === 'tagOf') {
      const isLater = names.indexOf(e.field) > names.indexOf(target);
      if (isLater && isOpen(e, nodes.get(e.field), decided.get(e.field) ?? {})) found.push(e);
    }
    operands(e).forEach(visit);
  };
  visit(value);
  return found[0];
}

function isOpen(property: Unknown, node: Node<unknown> | undefined, decided: FieldRelations): boolean {
  if (node === undefined) return false;
  const definition = unwrap(node.definition);
  if (property.op === 'byteLength') return decided.size === undefined && hasFreeSize(definition);
  if (definition.kind === 'sized') return isOpen(property, definition.node, decided);
  switch (property.op) {
    case 'count':
      return decided.count === undefined && definition.kind === 'list' && definition.extent === undefined;
    case 'present':
      return decided.when === undefined && definition.kind === 'optional' && definition.when === undefined;
    case 'tagOf':
      return decided.selector === undefined && definition.kind === 'union';
  }
}

/** Whether a length can bound the node: it has no size of its own that would make the length a mere check. */
function hasFreeSize(definition: Definition): boolean {
  switch (definition.kind) {
    case 'bytes':
    case 'string':
      return definition.extent === undefined || definition.extent.kind === 'end';
    case 'integer':
    case 'varint':
    case 'boolean':
    case 'literal':
    case 'filling':
      return false;
    case 'preserve':
      return hasFreeSize(definition.node.definition);
    default:
      return true;
  }
}

function unwrap(definition: Definition): Definition {
  switch (definition.kind) {
    case 'bind':
    case 'documented':
    case 'derived':
      return unwrap(definition.node.definition);
    default:
      return definition;
  }
}

/** A derived field as an operand: a 64-bit one that equals a length or a count is compared as a number. */
function asNumber(target: string, value: Expression, nodes: ReadonlyMap<string, Node<unknown>>): Expression {
  const self: Expression = { op: 'field', path: [target] };
  return isBigint(target, nodes) && isNumeric(value, nodes) ? { op: 'toNumber', of: self } : self;
}

function isBigint(field: string, nodes: ReadonlyMap<string, Node<unknown>>): boolean {
  return typeOfField([field], (name) => nodes.get(name)) === 'bigint';
}

/** Whether an expression gives a number, whatever field it is written to. */
function isNumeric(value: Expression, nodes: ReadonlyMap<string, Node<unknown>>): boolean {
  return scalarTypeOf(value, (path) => typeOfField(path, (name) => nodes.get(name))) === 'number';
}

function isOptional(field: string, nodes: ReadonlyMap<string, Node<unknown>>): boolean {
  const node = nodes.get(field);
  return node !== undefined && unwrap(node.definition).kind === 'optional';
}

/** The type of a field, or of a field of a nested struct, as far as it shows before anything is compiled. */
function typeOfField(
  [head = '', ...rest]: readonly string[],
  find: (name: string) => Node<unknown> | undefined,
): ScalarType | undefined {
  const node = find(head);
  let definition = node && unwrap(node.definition);
  while (
    definition?.kind === 'literal' ||
    definition?.kind === 'optional' ||
    definition?.kind === 'peek' ||
    definition?.kind === 'sized'
  ) {
    definition = unwrap(definition.node.definition);
  }
  switch (definition?.kind) {
    case 'integer':
      return integerTraits(definition.type).bigint ? 'bigint' : 'number';
    case 'varint':
      return varintTraits(definition).bigint ? 'bigint' : 'number';
    case 'boolean':
    case 'lookahead':
    case 'presence':
      return 'boolean';
    case 'string':
      return 'string';
    case 'struct': {
      const { fields } = definition;
      return rest.length === 0
        ? undefined
        : typeOfField(rest, (name) => Reflect.get(fields, name) as Node<unknown> | undefined); // fields are nodes
    }
    default:
      return undefined;
  }
}
