import { unionField } from '../ir/analysis/union-field.js';
import { constantValue } from '../ir/expression.js';
import type { NodeIR, TaggedArmIR, UnionNode } from '../ir/node.js';
import type { StructIR } from '../ir/schema.js';
import { evaluate } from './evaluate.js';
import type { Scope } from './scope.js';

/** The arm that a union's value holds: its tag on the wire, and the members that carry it. */
export interface UnionMember {
  readonly node: NodeIR;
  /** The arm; `undefined` for the raw one. */
  readonly arm: TaggedArmIR | undefined;
  /** The selector's value that selects this arm; what `rawTag` keeps, if the arm does not determine it. */
  readonly tag: unknown;
  /** The member of the value that holds the arm's own value. */
  readonly member: string;
}

/** The arm that a value of a union holds, or `undefined` if it names none. */
export function unionMember(union: UnionNode, value: unknown): UnionMember | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const name: unknown = Reflect.get(value, union.tag);
  if (name === undefined && union.otherwise !== undefined) {
    const { node, raw, rawTag } = union.otherwise;
    return {
      node,
      member: raw,
      arm: undefined,
      tag: rawTag === undefined ? undefined : Reflect.get(value, rawTag),
    };
  }
  const arm = union.arms.find((candidate) => candidate.name === name);
  if (arm === undefined) return undefined;
  const kept = arm.rawTag === undefined ? undefined : Reflect.get(value, arm.rawTag);
  return {
    node: arm.node,
    arm,
    member: union.value,
    tag: arm.tag === undefined ? kept : constantValue(arm.tag),
  };
}

/** The union in a field whose tag is used in an expression; other fields have no tag. */
export function unionOf(struct: StructIR, field: string): UnionNode {
  return unionField(struct, field) as UnionNode;
}

/** The same for a union field of a struct. */
export function memberOfUnion(struct: StructIR, field: string, value: unknown): UnionMember | undefined {
  return unionMember(unionOf(struct, field), value);
}

/** The value by which a decoder selects a union field's arm. */
export function selectorOfUnion(struct: StructIR, field: string, scope: Scope): unknown {
  const { selector } = unionOf(struct, field);
  return selector && evaluate(selector, scope);
}
