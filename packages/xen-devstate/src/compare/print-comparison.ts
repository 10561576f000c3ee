import type {
  CatalogComparison,
  DescriptionComparison,
  DescriptionVersions,
  SizeRange,
  WireChange,
} from './catalog-comparison.js';
import type { Verdict } from './verdict.js';

/** A comparison for a terminal, line by line. */
export function* comparisonLines(comparison: CatalogComparison): Generator<string> {
  const { before, after, descriptions, onlyBefore, onlyAfter } = comparison;
  yield `${before} → ${after}: ${summary(comparison)}`;
  for (const one of descriptions) {
    yield '';
    yield* descriptionLines(one, comparison);
  }
  for (const [label, names] of [
    [before, onlyBefore],
    [after, onlyAfter],
  ] as const)
    if (names.length > 0) {
      yield '';
      yield `only in ${label}: ${names.join(', ')}`;
    }
}

/** A comparison as Markdown. */
export function* comparisonMarkdown(comparison: CatalogComparison): Generator<string> {
  const { before, after, descriptions, onlyBefore, onlyAfter } = comparison;
  yield `### \`${before}\` → \`${after}\``;
  yield '';
  yield `${summary(comparison)}.`;
  yield '';
  yield `| description | what | ${before} → ${after} | ${after} → ${before} |`;
  yield '|---|---|---|---|';
  for (const one of descriptions) {
    const what = [versionText(one), ...one.changes.map(changeText)].filter((text) => text !== undefined);
    yield `| \`${one.description}\`${heldBy(one)} | ${what.join('<br>').replaceAll('|', '\\|')} | ${verdictText(one.there)} | ${verdictText(one.back)} |`;
  }
  if (onlyBefore.length > 0) yield `\nOnly in \`${before}\`: ${onlyBefore.join(', ')}`;
  if (onlyAfter.length > 0) yield `\nOnly in \`${after}\`: ${onlyAfter.join(', ')}`;
}

function summary({ descriptions, onlyBefore, onlyAfter, same }: CatalogComparison): string {
  const onWire = descriptions.filter(({ changes, versions }) => isOnWire(changes, versions)).length;
  const others = descriptions.length - onWire;
  const parts = [
    onWire === 0
      ? 'nothing differs on the wire'
      : `${onWire} ${onWire === 1 ? 'description differs' : 'descriptions differ'} on the wire`,
    ...(others === 0 ? [] : [`${others} only in names`]),
    `${same} devices are the same`,
    ...(onlyBefore.length + onlyAfter.length === 0
      ? []
      : [`${onlyBefore.length + onlyAfter.length} are on one side only`]),
  ];
  return parts.join(', ');
}

const isOnWire = (
  changes: readonly WireChange[],
  { before, after }: DescriptionComparison['versions'],
): boolean =>
  changes.some((change) => change.isOnWire) ||
  before.version !== after.version ||
  before.minimum !== after.minimum;

function* descriptionLines(
  one: DescriptionComparison,
  { before, after }: CatalogComparison,
): Generator<string> {
  const size = sizeChange(one);
  yield `${one.description}${heldBy(one)}${size === undefined ? '' : `: ${size}`}`;
  const versions = versionText(one);
  if (versions !== undefined) yield `  ${versions}`;
  for (const change of one.changes) yield `  ${changeText(change)}`;
  if (!isOnWire(one.changes, one.versions)) return;
  yield `    ${before} → ${after}: ${verdictText(one.there)}`;
  yield `    ${after} → ${before}: ${verdictText(one.back)}`;
}

/** Devices that are named. */
const NAMED = 6;

function heldBy({ description, devices, isDevice }: DescriptionComparison): string {
  const [first] = devices;
  if (isDevice && devices.length === 1 && first === description) return '';
  const more = devices.length > NAMED ? ` and ${devices.length - NAMED} others` : '';
  return ` in ${devices.slice(0, NAMED).join(', ')}${more}`;
}

function sizeChange({ sizes: { before, after } }: DescriptionComparison): string | undefined {
  if (before.least !== after.least || before.most !== after.most)
    return `${sizeText(before)} → ${sizeText(after)} bytes`;
  return before.least === before.most ? `${before.least} bytes in both` : undefined;
}

function sizeText({ least, most }: SizeRange): string {
  if (most === least) return String(least);
  return most === undefined ? `${least} or more` : `${least} to ${most}`;
}

function versionText({ versions: { before, after } }: DescriptionComparison): string | undefined {
  if (before.version === after.version && before.minimum === after.minimum) return undefined;
  return `version ${oneVersion(before)} → ${oneVersion(after)}`;
}

const oneVersion = ({ version, minimum }: DescriptionVersions): string =>
  minimum === undefined || minimum === version ? String(version) : `${version}, reads from ${minimum}`;

function changeText({ kind, field, before, after }: WireChange): string {
  if (kind === 'renamed') return `${kind}  ${before} → ${after}`;
  const values =
    before !== undefined && after !== undefined
      ? `: ${before} → ${after}`
      : (before ?? after) === undefined
        ? ''
        : `: ${before ?? after}`;
  return `${kind}  ${field}${values}`;
}

function verdictText({ outcome, why }: Verdict): string {
  return why === undefined ? outcome : `${outcome}: ${why}`;
}
