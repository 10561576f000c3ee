import type { CheckIR, Expression, FieldIR, StringNode, StructIR } from '@bytewright/schema-dsl/ir';
import { childrenOf, operands, virtualValues, visitNodes } from '@bytewright/schema-dsl/ir';

/** Texts of ASCII characters between two, both of which belong to them. */
export interface CharacterClass {
  readonly from: number;
  readonly to: number;
  /** The least number of them. */
  readonly least: 0 | 1;
}

/**
 * What a text field has to consist of, if nothing is asked of it in look-ahead but that: it can be looked at byte by byte then,
 * and no text need be made of it at each place that is tried.
 *
 * @example of a name that is checked against `^[ -~]+$`: `{ from: 0x20, to: 0x7e, least: 1 }`
 */
export function classOfText(field: FieldIR, struct: StructIR): CharacterClass | undefined {
  const { node, name } = field;
  if (node.kind !== 'string' || !isSingleByte(node)) return undefined;
  const asked = struct.checks.filter((check) => check.field === name || mentions(check.holds, name));
  const [check] = asked;
  if (asked.length !== 1 || check === undefined || isUsedElsewhere(name, struct)) return undefined;
  return classOfCheck(check, name);
}

/** The check that {@link classOfText} takes the place of. */
export function isClassCheck(check: CheckIR, struct: StructIR): boolean {
  const field = struct.fields.find(({ name }) => name === check.field);
  return field !== undefined && classOfText(field, struct) !== undefined;
}

/** In these an ASCII character is its byte, and no other character has such bytes. */
const isSingleByte = ({ encoding }: StringNode): boolean =>
  encoding === 'ascii' || encoding === 'latin1' || encoding === 'utf-8';

/** The characters of which a text has to consist by a check of its own field: any text, and always there. */
export function classOfOwnCheck(check: CheckIR, struct: StructIR): CharacterClass | undefined {
  const { field } = check;
  const isText = struct.fields.some(({ name, node }) => name === field && node.kind === 'string');
  return field !== undefined && isText ? classOfCheck(check, field) : undefined;
}

function classOfCheck({ holds, field }: CheckIR, name: string): CharacterClass | undefined {
  if (field !== name || holds.op !== 'matches') return undefined;
  const { of, pattern } = holds;
  if (of.op !== 'field' || of.path.length !== 1 || of.path[0] !== name) return undefined;
  const found = /^\^\[([ -Z_-~])-([ -Z_-~])\]([+*])\$$/.exec(pattern);
  const [, from = '', to = '', count] = found ?? [];
  if (found === null) return undefined;
  return { from: from.charCodeAt(0), to: to.charCodeAt(0), least: count === '+' ? 1 : 0 };
}

function isUsedElsewhere(name: string, struct: StructIR): boolean {
  let isUsed = struct.checksums?.some(({ field }) => field === name) === true;
  const look = (expression: Expression): void => {
    isUsed ||= mentions(expression, name);
  };
  for (const { node } of struct.fields) {
    visitNodes(node, (inner) => {
      for (const expression of childrenOf(inner).expressions) look(expression);
    });
  }
  for (const expression of virtualValues(struct)) look(expression);
  return isUsed;
}

function mentions(expression: Expression, name: string): boolean {
  if (expression.op === 'field' && expression.path[0] === name) return true;
  if ('field' in expression && expression.field === name) return true;
  return operands(expression).some((operand) => mentions(operand, name));
}
