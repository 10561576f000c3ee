import { count, printable } from '@bytewright/cli';
import { describeMissing } from '../import/catalog/unknown-value.js';
import type { ImportedCatalog } from '../import/import-catalog.js';
import type { CatalogChanges, StructChange } from '../import/update/compare-catalogs.js';
import type { CatalogUpdate } from '../import/update/plan-update.js';

/** What an import reports that it did, or would do. */
export interface ImportSummary {
  readonly catalog: ImportedCatalog;
  readonly update: CatalogUpdate;
  readonly isDryRun: boolean;
  /** Names of the catalogs from which modules may be imported. */
  readonly bases: readonly string[];
  /** Entries of the user's own overlay that have no effect; those of this package are only counted. */
  readonly ownUnused: readonly string[];
}

/** The number of devices named for each unknown value. */
const SHOWN = 4;

/** The summary for people. */
export function* summaryLines(summary: ImportSummary): Generator<string> {
  const { catalog, update, bases, isDryRun, ownUnused } = summary;
  const { files, elsewhere, descriptions } = catalog;
  const { devices, unknownValues } = update.changes;
  const inOthers = bases.length === 0 ? '' : `, ${elsewhere.size} of them shared with ${bases.join(' or ')}`;
  yield `${count(descriptions, 'description')} in ${files.size + elsewhere.size} modules${inOthers}\n`;
  if (update.isUpdate) {
    yield* list('added', devices.added);
    yield* list('removed', devices.removed);
    yield `${count(devices.changed.length, 'device')} changed${devices.changed.length === 0 ? '' : ':'}\n`;
    for (const { device, structs } of devices.changed)
      yield `  ${printable(device)}: ${structs.map(changeText).join('; ')}\n`;
  }
  const opened = new Set(unknownValues.opened.map(({ name }) => name)).size;
  if (opened > 0 || update.isUpdate)
    yield `${count(opened, update.isUpdate ? 'new unknown value' : 'unknown value')}${opened === 0 ? '' : ':'}\n`;
  yield* unknownValueLines(unknownValues.opened);
  if (unknownValues.closed.length > 0)
    yield `${count(unknownValues.closed.length, 'unknown value')} resolved:\n`;
  for (const { device, name } of unknownValues.closed) yield `  ${printable(device)}: ${name}\n`;
  const kept = new Set([...catalog.unknownValues.values()].flat().map(({ name }) => name)).size - opened;
  if (kept > 0) yield `${count(kept, 'unknown value')} unchanged\n`;
  for (const entry of ownUnused) yield `overlay: ${printable(entry)} does not exist\n`;
  for (const entry of update.newlyUnused)
    if (!ownUnused.includes(entry)) yield `overlay of this package: ${printable(entry)} no longer exists\n`;
  for (const file of update.removed) yield `${file}: ${isDryRun ? 'would be removed' : 'removed'}\n`;
  if (isDryRun) yield `${count(update.written.size, 'file')} would be written\n`;
}

/** Lists each unknown value once, however many devices have it. */
function* unknownValueLines(unknownValues: CatalogChanges['unknownValues']['opened']): Generator<string> {
  const byName = new Map<string, string[]>();
  for (const { name, device } of unknownValues) byName.set(name, [...(byName.get(name) ?? []), device]);
  for (const [name, devices] of byName) {
    const unknownValue = unknownValues.find((one) => one.name === name);
    if (unknownValue === undefined) continue;
    const more = devices.length > SHOWN ? ` and ${devices.length - SHOWN} more` : '';
    const where = devices.slice(0, SHOWN).map(printable).join(', ');
    yield `  ${printable(unknownValue.wirePath)}: not known ${printable(describeMissing(unknownValue))} (${name}), in ${where}${more}\n`;
  }
}

function* list(word: string, names: readonly string[]): Generator<string> {
  const text = names.map(printable).join(', ');
  yield `${count(names.length, 'device')} ${word}${names.length === 0 ? '' : `: ${text}`}\n`;
}

function changeText({ type, added, removed, changed, hasOtherRules }: StructChange): string {
  const parts = [
    ...added.map((name) => `+${name}`),
    ...removed.map((name) => `-${name}`),
    ...changed.map((name) => `~${name}`),
    ...(hasOtherRules ? ['~versions or conditions'] : []),
  ];
  return printable(`${type} ${parts.join(' ')}`);
}

/** The summary for programs. */
export function summaryJson({ catalog, update, isDryRun, ownUnused }: ImportSummary): object {
  return {
    descriptions: catalog.descriptions,
    isUpdate: update.isUpdate,
    isDryRun,
    devices: update.changes.devices,
    unknownValues: {
      opened: update.changes.unknownValues.opened.map(({ wireType, ...unknownValue }) => ({
        ...unknownValue,
        wireType: wireType ?? null,
      })),
      closed: update.changes.unknownValues.closed,
      all: Object.fromEntries(
        [...catalog.unknownValues].map(([device, ones]) => [device, ones.map(({ name }) => name)]),
      ),
    },
    overlay: { unused: catalog.unusedOverlays, ownUnused, newlyUnused: update.newlyUnused },
    files: { written: [...update.written.keys()].sort(), removed: update.removed, edited: update.edited },
  };
}
