import type { Expression, SchemaIR, StructIR } from '@bytewright/schema-dsl/ir';
import { constantValue } from '@bytewright/schema-dsl/ir';
import { version } from '../vmstate/version.js';
import type { DescriptionVersions } from './catalog-comparison.js';

/** The versions of a description: the one that a struct is bound to, and the least that its checks take. */
export function versionsOf(struct: StructIR, { root }: SchemaIR): DescriptionVersions {
  const bound =
    root.kind === 'bind' && root.node.kind === 'struct' && root.node.name === struct.name
      ? root.bindings.find(({ parameter }) => parameter === version.parameter)?.value
      : undefined;
  const minimum = struct.checks
    .map(({ holds }) => versionBound(holds, 'ge'))
    .find((found) => found !== undefined);
  const current = bound === undefined ? undefined : numberIn(bound);
  const most = struct.checks
    .map(({ holds }) => versionBound(holds, 'le'))
    .find((found) => found !== undefined);
  return { version: current ?? most, minimum };
}

/** The version from which on a condition holds, if it is about nothing else. */
export function sinceVersion(when: Expression): number | undefined {
  return versionBound(when, 'ge');
}

/** Whether a check is one of versions. */
export function isVersionText(text: string | undefined): boolean {
  return text?.startsWith(`${version.parameter} `) ?? false;
}

function versionBound(expression: Expression, operator: 'ge' | 'le'): number | undefined {
  if (expression.op !== operator) return undefined;
  const { left, right } = expression;
  return left.op === 'parameter' && left.name === version.parameter ? numberIn(right) : undefined;
}

function numberIn(expression: Expression): number | undefined {
  if (expression.op !== 'constant') return undefined;
  const value = constantValue(expression.value);
  return typeof value === 'number' ? value : undefined;
}
