import type { Change, CompareOptions } from '@bytewright/schema-dsl/diff';
import { CHANGE_KINDS } from '@bytewright/schema-dsl/diff';
import type { RevisionPair, TrialOptions } from '@bytewright/schema-dsl/diff/trials';
import { runTrialsOfAll } from '@bytewright/schema-dsl/diff/trials';
import type { SchemaIR } from '@bytewright/schema-dsl/ir';
import { ConfigError } from '../faults/config-error.js';
import type { Root, Side } from '../revisions/side.js';
import type { DiffReport } from './diff-report.js';

/**
 * Compares what two modules offer, root by root, and tries what the differences mean. Roots are matched by name, renames
 * that are declared, or by being the only ones without a partner.
 *
 * @throws ConfigError for a rename of what the old side does not have
 */
export function diffSides(
  before: Side,
  after: Side,
  options: CompareOptions & TrialOptions = {},
): DiffReport {
  checkRenames(before, options.renames ?? {});
  const { pairs, added, removed } = matchRoots(before.roots, after.roots, options.renames ?? {});
  const { changes, trials } = runTrialsOfAll(pairs, options);
  return {
    before: before.label,
    after: after.label,
    changes: [...removed.map(rootChange('root-removed')), ...added.map(rootChange('root-added')), ...changes],
    trials,
  };
}

function checkRenames({ label, roots }: Side, renames: Readonly<Record<string, string>>): void {
  const structs = Object.assign({}, ...roots.map(({ schema }) => schema.structs)) as SchemaIR['structs'];
  for (const name of Object.keys(renames)) {
    const [struct = '', field] = name.split('.');
    const found = Object.hasOwn(structs, struct) ? structs[struct] : undefined;
    if (found === undefined || (field !== undefined && !found.fields.some((one) => one.name === field)))
      throw new ConfigError(`${label} has no ${name} that could be renamed`);
  }
}

interface MatchedRoots {
  readonly pairs: readonly RevisionPair[];
  readonly added: readonly Root[];
  readonly removed: readonly Root[];
}

function matchRoots(
  before: readonly Root[],
  after: readonly Root[],
  renames: Readonly<Record<string, string>>,
): MatchedRoots {
  const matched = before.flatMap((was) => {
    const is = after.find(({ name }) => name === (renames[was.name] ?? was.name));
    return is === undefined ? [] : [{ was, is }];
  });
  const removed = before.filter((root) => !matched.some(({ was }) => was === root));
  const added = after.filter((root) => !matched.some(({ is }) => is === root));
  const [was, is] = [removed[0], added[0]];
  const isRenamed = removed.length === 1 && added.length === 1 && was !== undefined && is !== undefined;
  const all = isRenamed ? [...matched, { was, is }] : matched;
  return {
    pairs: all.map((pair) => ({ before: pair.was.schema, after: pair.is.schema })),
    added: isRenamed ? [] : added,
    removed: isRenamed ? [] : removed,
  };
}

const rootChange =
  (kind: 'root-added' | 'root-removed') =>
  ({ name }: Root): Change => {
    const { backward, forward, source } = CHANGE_KINDS[kind];
    const isAdded = kind === 'root-added';
    return {
      kind,
      path: name,
      before: isAdded ? undefined : name,
      after: isAdded ? name : undefined,
      backward,
      forward,
      source,
    };
  };
