import { listed } from '@bytewright/runtime/codec';
import type { Constant, ConstantValue } from '../expression.js';
import { constantValue } from '../expression.js';
import type { BitsNode } from './bits.js';
import type { NumericNode } from './numeric.js';

/** A name for a number. */
export interface EnumerationMember {
  readonly name: string;
  readonly value: Constant;
}

/** An integer whose value is the name of a member; other numbers are rejected, or with `open` kept as they are. */
export interface EnumerationNode {
  readonly kind: 'enumeration';
  readonly node: NumericNode | BitsNode;
  readonly members: readonly EnumerationMember[];
  readonly open?: true;
}

/** The member with a given number. */
export function memberWithValue(node: EnumerationNode, value: unknown): EnumerationMember | undefined {
  return node.members.find((member) => constantValue(member.value) === value);
}

/** The number of a given name. */
export function valueOfMember(node: EnumerationNode, name: unknown): ConstantValue | undefined {
  const member = node.members.find((candidate) => candidate.name === name);
  return member && constantValue(member.value);
}

/** Whether a value belongs to the enumeration as far as names go; the underlying node checks the range of other numbers. */
export function isMember(node: EnumerationNode, value: unknown): boolean {
  if (typeof value === 'string') return valueOfMember(node, value) !== undefined;
  const [first] = node.members;
  const isNumber = first !== undefined && typeof value === typeof constantValue(first.value);
  return node.open === true && isNumber && memberWithValue(node, value) === undefined;
}

/** The members, for messages: `one of grey (0), rgb (2)`. */
export function membersText({ members, open }: EnumerationNode): string {
  const texts = members.map(({ name, value }) => `${name} (${String(constantValue(value))})`);
  return `one of ${listed(texts)}${open ? ', or a number without a name' : ''}`;
}
