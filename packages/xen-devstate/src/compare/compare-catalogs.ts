import type { Comparison, StructPair } from '@bytewright/schema-dsl/diff';
import { compareSchemas } from '@bytewright/schema-dsl/diff';
import type { FieldIR, Metadata, SchemaIR, StructIR } from '@bytewright/schema-dsl/ir';
import { sizeBounds } from '@bytewright/schema-dsl/ir';
import type { CatalogComparison, DescriptionComparison, SizeRange } from './catalog-comparison.js';
import type { CompareSide } from './compare-side.js';
import { pairCandidates } from './pair-candidates.js';
import type { Verdict } from './verdict.js';
import { worst } from './verdict.js';
import { versionsOf } from './versions-of.js';
import { wireChanges } from './wire-changes.js';

/**
 * What two QEMUs, or two machines, save differently: by QEMU's own names, field by field, and what it means for a state on
 * the way from one to the other. What several devices hold is told once. The order of sections is no difference.
 *
 * Source of the rules: QEMU migration/vmstate.c, `vmstate_load_state`, and migration/savevm.c, `qemu_loadvm_section_start_full`.
 *
 * @param only devices that are compared; all, if none are given
 */
export function compareCatalogs(
  before: CompareSide,
  after: CompareSide,
  only: readonly string[] = [],
): CatalogComparison {
  const isWanted = (name: string): boolean => only.length === 0 || only.includes(name);
  const names = Object.keys(before.devices).filter(isWanted);
  const isIn = ({ devices }: CompareSide, name: string): boolean => Object.hasOwn(devices, name);
  const both = names.filter((name) => isIn(after, name));
  const found = new Map<string, Omit<DescriptionComparison, 'devices'> & { readonly devices: string[] }>();
  const differing = new Set<string>();
  for (const device of both) {
    for (const pair of pairCandidates(before.devices[device] ?? [], after.devices[device] ?? [])) {
      const comparison = compareSchemas(pair.before, pair.after, {
        fieldName: wireName,
        structName: wireName,
      });
      for (const one of descriptionsIn(comparison, before.kind === 'capture')) {
        const key = JSON.stringify([one.description, one.isDevice, one.changes]);
        const known = found.get(key);
        if (known === undefined) found.set(key, { ...one, devices: [device] });
        else if (!known.devices.includes(device)) known.devices.push(device);
        differing.add(device);
      }
    }
  }
  const onWire = (one: DescriptionComparison): boolean =>
    one.changes.some((change) => change.isOnWire) || !isSameVersion(one.versions);
  const descriptions = [...found.values()];
  return {
    before: before.label,
    after: after.label,
    descriptions: [...descriptions.filter(onWire), ...descriptions.filter((one) => !onWire(one))],
    onlyBefore: names.filter((name) => !isIn(after, name)),
    onlyAfter: Object.keys(after.devices).filter((name) => isWanted(name) && !isIn(before, name)),
    same: both.length - differing.size,
  };
}

const wireName = ({ name, metadata }: { readonly name: string; readonly metadata?: Metadata }): string =>
  metadata?.wireName ?? name;

const isSameVersion = ({ before, after }: DescriptionComparison['versions']): boolean =>
  before.version === after.version && before.minimum === after.minimum;

function descriptionsIn(
  comparison: Comparison,
  isCapture: boolean,
): readonly Omit<DescriptionComparison, 'devices'>[] {
  const lists = new Set(comparison.pairs.flatMap((pair) => subsectionPair(pair, comparison) ?? []));
  return comparison.pairs
    .filter((pair) => pair.before.name !== '' && !lists.has(pair))
    .flatMap((pair) => {
      const described = describe(pair, comparison, isCapture);
      return described.changes.length === 0 && isSameVersion(described.versions) ? [] : [described];
    });
}

/** The pair of structs that are the elements of a description's list of subsections. */
function subsectionPair({ fields }: StructPair, comparison: Comparison): StructPair | undefined {
  const pair = fields.find(
    ({ before, after }) => before?.name === 'subsections' && after?.name === 'subsections',
  );
  const elementOf = (field: FieldIR | undefined): string | undefined =>
    field?.node.kind === 'list' && field.node.element.kind === 'struct' ? field.node.element.name : undefined;
  const [was, is] = [elementOf(pair?.before), elementOf(pair?.after)];
  return was === undefined || is === undefined ? undefined : comparison.pair(was, is);
}

function describe(
  pair: StructPair,
  comparison: Comparison,
  isCapture: boolean,
): Omit<DescriptionComparison, 'devices'> {
  const versions = {
    before: versionsOf(pair.before, comparison.before),
    after: versionsOf(pair.after, comparison.after),
  };
  const subsections = subsectionPair(pair, comparison);
  const changes = [pair, ...(subsections === undefined ? [] : [subsections])].flatMap((one) =>
    wireChanges(one, comparison, versions, isCapture),
  );
  const isDevice = isRoot(pair.before, comparison.before);
  const sizes = {
    before: sizeOf(pair.before, comparison.before),
    after: sizeOf(pair.after, comparison.after),
  };
  return {
    description: wireName(pair.before),
    isDevice,
    versions,
    sizes,
    changes,
    // a version that is refused is refused before anything is read
    there:
      versionVerdict(versions.before, versions.after) ??
      inAsManyBytes(worst(changes.map(({ there }) => there)), sizes),
    back:
      versionVerdict(versions.after, versions.before) ??
      inAsManyBytes(worst(changes.map(({ back }) => back)), sizes),
  };
}

/** Where all states take as many bytes, what follows is read as before. */
function inAsManyBytes(verdict: Verdict, { before, after }: DescriptionComparison['sizes']): Verdict {
  const isFixed = before.least === before.most && after.least === after.most && before.least === after.least;
  if (!isFixed || verdict.outcome !== 'misread') return verdict;
  return {
    outcome: 'depends',
    why: `the same ${before.least} bytes, of the same version, are read as other fields`,
  };
}

/** A stream of one version where another one is at home. */
function versionVerdict(
  { version }: DescriptionComparison['versions']['before'],
  target: DescriptionComparison['versions']['before'],
): Verdict | undefined {
  if (version === undefined || target.version === undefined) return undefined;
  if (version > target.version)
    return { outcome: 'fails', why: `version ${version} is newer than ${target.version}, which is refused` };
  if (target.minimum !== undefined && version < target.minimum)
    return {
      outcome: 'fails',
      why: `version ${version} is older than ${target.minimum}, the oldest that is taken`,
    };
  return undefined;
}

function isRoot(struct: StructIR, { root }: SchemaIR): boolean {
  const inner = root.kind === 'bind' ? root.node : root;
  return inner.kind === 'struct' && inner.name === struct.name;
}

function sizeOf({ name }: StructIR, { structs }: SchemaIR): SizeRange {
  const { min, max } = sizeBounds({ kind: 'struct', name }, structs);
  return { least: min, most: Number.isFinite(max) ? max : undefined };
}
