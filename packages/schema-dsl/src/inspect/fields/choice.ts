import type { FirstOfNode, NodeIR, UnionNode } from '../../ir/node.js';

/** A node whose value is one of several arms, named by a tag beside it. */
export type Choice = UnionNode | FirstOfNode;

/** An arm of a choice: its node, and the members of the value that hold it. */
export interface ChosenArm {
  readonly node: NodeIR;
  readonly member: string;
  /** The member that keeps a tag which no arm has, if the choice keeps it. */
  readonly rawTag: string | undefined;
}

/** The choice in a node, inside wrappers that do not change its value. */
export function choiceOf(node: NodeIR): Choice | undefined {
  if (node.kind === 'bind' || node.kind === 'search' || node.kind === 'sized') return choiceOf(node.node);
  return node.kind === 'union' || node.kind === 'firstOf' ? node : undefined;
}

/** The arm with the given name; without a name, the raw arm. */
export function armNamed(choice: Choice, name: unknown): ChosenArm | undefined {
  const otherwise = choice.kind === 'union' ? choice.otherwise : undefined;
  if (name === undefined && otherwise !== undefined) {
    return { node: otherwise.node, member: otherwise.raw, rawTag: otherwise.rawTag };
  }
  const arms: readonly { readonly name: string; readonly node: NodeIR; readonly rawTag?: string }[] =
    choice.arms;
  const arm = arms.find((candidate) => candidate.name === name);
  return arm && { node: arm.node, member: choice.value, rawTag: arm.rawTag };
}

/** Whether the tags of a choice are bigints, which are decimal strings in JSON. */
export function hasBigintTags(choice: Choice): boolean {
  if (choice.kind !== 'union') return false;
  return choice.arms.some(({ tag, tags = [] }) =>
    [...(tag === undefined ? [] : [tag]), ...tags].some((one) => {
      const constant = typeof one === 'object' && 'from' in one ? one.from : one;
      return typeof constant === 'object' && 'bigint' in constant;
    }),
  );
}

/** The names that a choice's tag can have, for messages. */
export function namesOfArms(choice: Choice): string {
  const names = choice.arms.map(({ name }) => JSON.stringify(name));
  if (choice.kind === 'union' && choice.otherwise !== undefined) names.push('null');
  return names.join(', ');
}
