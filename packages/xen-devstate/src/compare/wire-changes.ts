import type { Change, ChangeKind, Comparison, StructPair } from '@bytewright/schema-dsl/diff';
import { isOnWire } from '@bytewright/schema-dsl/diff';
import type { FieldIR, SchemaIR } from '@bytewright/schema-dsl/ir';
import { sizeBounds } from '@bytewright/schema-dsl/ir';
import type { DescriptionVersions, WireChange } from './catalog-comparison.js';
import { conditionWords } from './condition-words.js';
import type { Verdict } from './verdict.js';
import { SURVIVES } from './verdict.js';
import { isVersionText, sinceVersion } from './versions-of.js';

/** Changes that say nothing of QEMU's bytes: facts and documents of the catalogs, names of types. */
const OWN: ReadonlySet<ChangeKind> = new Set([
  'documentation',
  'parameter-added',
  'parameter-removed',
  'parameter-default',
  'parameter-type',
  'interpretation',
  'struct-renamed',
  'union-members',
  'search-values',
  'field-hidden',
  'field-shown',
]);

/** What differs in a pair of structs, in QEMU's terms. */
export function wireChanges(
  pair: StructPair,
  comparison: Comparison,
  versions: { readonly before: DescriptionVersions; readonly after: DescriptionVersions },
  isCapture: boolean,
): readonly WireChange[] {
  const name = comparison.structName(pair.before);
  const fields = new Map<string, FieldPair>(
    pair.fields.flatMap(({ before, after }) => {
      const field = before ?? after;
      return field === undefined
        ? []
        : [[`${name}.${comparison.fieldName(field)}`, { before, after }] as const];
    }),
  );
  const changes = pair.changes.filter(
    (change) => !OWN.has(change.kind) && !isVersionText(change.before) && !isVersionText(change.after),
  );
  const told = changes.flatMap((change): WireChange[] => {
    const field = fields.get(change.path);
    const inside = change.path.slice(name.length).replace(/^\./, '') || name;
    if (isSubsections(field?.before ?? field?.after)) return subsectionsOf(field, comparison, isCapture);
    if (change.kind === 'arm-added' || change.kind === 'arm-removed')
      return [subsectionChange(change.kind === 'arm-added', armName(change), isCapture)];
    return [wireChange(change, inside, field, versions)];
  });
  return withoutUnused(told, pair, comparison);
}

/** The verdict on fields that no version tells apart. */
export const LAID_OUT_DIFFERENTLY: Verdict = {
  outcome: 'misread',
  why: 'the same version is laid out differently',
};

type FieldPair = { readonly before: FieldIR | undefined; readonly after: FieldIR | undefined } | undefined;

const isSubsections = (field: FieldIR | undefined): boolean => field?.name === 'subsections';

/** The subsections of a description that had none, or has none any more. */
function subsectionsOf(field: FieldPair, { before, after }: Comparison, isCapture: boolean): WireChange[] {
  const names = (one: FieldIR | undefined, { structs }: SchemaIR): readonly string[] => {
    if (one?.node.kind !== 'list' || one.node.element.kind !== 'struct') return [];
    const union = structs[one.node.element.name]?.fields.find(
      ({ node }) => unwrapped(node).kind === 'union',
    )?.node;
    const inner = union && unwrapped(union);
    return inner?.kind === 'union' ? inner.arms.map((arm) => arm.name) : [];
  };
  const [was, is] = [names(field?.before, before), names(field?.after, after)];
  return [
    ...was.filter((one) => !is.includes(one)).map((one) => subsectionChange(false, one, isCapture)),
    ...is.filter((one) => !was.includes(one)).map((one) => subsectionChange(true, one, isCapture)),
  ];
}

function unwrapped(node: FieldIR['node']): FieldIR['node'] {
  return node.kind === 'bind' ? unwrapped(node.node) : node;
}

/** `name ("tag")`, without the tag. */
const armName = ({ before, after }: Change): string => (after ?? before ?? '').replace(/ \(.*\)$/, '');

function subsectionChange(isAdded: boolean, name: string, isCapture: boolean): WireChange {
  const unknown: Verdict = {
    outcome: 'depends',
    why: isCapture
      ? `the subsection ${name} was sent by one of them only: the other one may know it or refuse it`
      : `refused if the subsection ${name} was sent, which is not known there`,
  };
  return {
    kind: isAdded ? 'subsection added' : 'subsection removed',
    field: name,
    before: undefined,
    after: undefined,
    isOnWire: true,
    there: isAdded ? SURVIVES : unknown,
    back: isAdded ? unknown : SURVIVES,
  };
}

function wireChange(
  change: Change,
  inside: string,
  field: FieldPair,
  versions: { readonly before: DescriptionVersions; readonly after: DescriptionVersions },
): WireChange {
  const { before, after } = change;
  const base = { field: inside, before, after, isOnWire: isOnWire(change) };
  const otherwise: Verdict = LAID_OUT_DIFFERENTLY;
  switch (change.kind) {
    case 'field-added':
      return {
        ...base,
        ...{ kind: 'added', after: `${after}${conditionText(field?.after)}` },
        there: gateVerdict(field?.after, versions.before),
        back: gateVerdict(field?.after, versions.after),
      };
    case 'field-removed':
      return {
        ...base,
        ...{ kind: 'removed', before: `${before}${conditionText(field?.before)}` },
        there: gateVerdict(field?.before, versions.before),
        back: gateVerdict(field?.before, versions.after),
      };
    case 'field-renamed':
      return { ...base, kind: 'renamed', isOnWire: false, there: SURVIVES, back: SURVIVES };
    case 'field-moved':
      return { ...base, kind: 'moved', there: otherwise, back: otherwise };
    case 'signedness':
      return { ...base, kind: 'changed', there: SURVIVES, back: SURVIVES }; // the same bytes, as long as nothing is negative
    case 'binding':
      return { ...base, ...bindingVerdicts(change) };
    case 'made-optional':
    case 'made-required':
    case 'condition': {
      const verdict: Verdict = { outcome: 'depends', why: `whether ${inside} is there: ${after ?? before}` };
      return { ...base, kind: 'changed', there: verdict, back: verdict };
    }
    default: {
      const verdict = base.isOnWire ? otherwise : SURVIVES;
      return { ...base, kind: 'changed', there: verdict, back: verdict };
    }
  }
}

/** A part's own version: higher ones are refused where they are said on the wire, and laid out differently where not. */
function bindingVerdicts({ before, after, path }: Change): Pick<WireChange, 'kind' | 'there' | 'back'> {
  const [was, is] = [Number(before), Number(after)];
  if (!path.endsWith('(version)') || !Number.isInteger(was) || !Number.isInteger(is)) {
    const verdict: Verdict = {
      outcome: 'depends',
      why: `${path} is ${after ?? 'open'}, not ${before ?? 'open'}`,
    };
    return { kind: 'changed', there: verdict, back: verdict };
  }
  return { kind: 'changed', there: SURVIVES, back: SURVIVES }; // what the versions change is told field by field
}

function conditionText(field: FieldIR | undefined): string {
  return field?.node.kind === 'optional' ? `, when ${conditionWords(field.node.when)}` : '';
}

/** Whether a field that one side lacks is in a stream of a version. */
function gateVerdict(field: FieldIR | undefined, stream: DescriptionVersions): Verdict {
  if (field === undefined || field.node.kind !== 'optional') return LAID_OUT_DIFFERENTLY;
  const since = sinceVersion(field.node.when);
  if (since !== undefined && stream.version !== undefined)
    return stream.version < since
      ? SURVIVES
      : { outcome: 'misread', why: `version ${since} has other fields` };
  return { outcome: 'depends', why: `fits unless ${conditionWords(field.node.when)}` };
}

/** Fields that became unused bytes in their place take as many: their values are lost, and nothing else. */
function withoutUnused(
  changes: readonly WireChange[],
  { fields }: StructPair,
  comparison: Comparison,
): readonly WireChange[] {
  const result = [...changes];
  for (const [index, { before, after }] of fields.entries()) {
    if (before !== undefined || after?.node.kind !== 'filling') continue;
    const size = sizeBounds(after.node, comparison.after.structs);
    const gone: FieldIR[] = [];
    let bytes = 0;
    for (let i = index - 1; i >= 0 && bytes < size.max; i--) {
      const pair = fields[i];
      if (pair?.before === undefined || pair.after !== undefined) break;
      gone.unshift(pair.before);
      bytes += sizeBounds(pair.before.node, comparison.before.structs).max;
    }
    if (gone.length === 0 || bytes !== size.max || size.min !== size.max) continue;
    const names = gone.map((field) => comparison.fieldName(field));
    const isOne = (change: WireChange): boolean =>
      (change.kind === 'removed' && names.includes(change.field)) ||
      (change.kind === 'added' && change.field === comparison.fieldName(after));
    const place = result.findIndex(isOne);
    const kept = result.filter((change) => !isOne(change));
    kept.splice(place, 0, {
      kind: 'no longer used',
      field: names.join(', '),
      before: `${bytes} bytes`,
      after: 'unused',
      isOnWire: true,
      there: SURVIVES,
      back: SURVIVES,
    });
    result.splice(0, result.length, ...kept);
  }
  return result;
}
