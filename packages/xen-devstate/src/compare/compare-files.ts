import { explainPayload } from '../explain/explain-file.js';
import type { LeafValue } from '../explain/leaf.js';
import type { OpenedFile } from '../open/opened-file.js';
import type { OpenedSection } from '../open/opened-section.js';
import type { CatalogComparison, DescriptionComparison, WireChange } from './catalog-comparison.js';
import type { Verdict } from './verdict.js';
import { SURVIVES, worst } from './verdict.js';

/** A file, and what it is called. */
export interface ComparedFile {
  readonly label: string;
  readonly file: OpenedFile;
}

/**
 * What two saved machines have in their states: fields that only one has, other types, subsections that only one sent,
 * versions. How often a list repeats is a matter of the state, and no difference.
 *
 * Sections belong together that have the same name, the n-th with the n-th.
 */
export function compareFiles(
  before: ComparedFile,
  after: ComparedFile,
  only: readonly string[] = [],
): CatalogComparison {
  const [old, now] = [shapesOf(before.file, only), shapesOf(after.file, only)];
  const found = new Map<string, Omit<DescriptionComparison, 'devices'> & { readonly devices: string[] }>();
  let same = 0;
  for (const [name, shapes] of old) {
    const others = now.get(name) ?? [];
    let differs = false;
    for (const [i, shape] of shapes.entries()) {
      const other = others[i];
      const described = other && describe(name, shape, other);
      if (described === undefined) continue;
      differs = true;
      found.set(JSON.stringify([name, described.changes]), { ...described, devices: [name] });
    }
    if (!differs && others.length > 0) same++;
  }
  return {
    before: before.label,
    after: after.label,
    descriptions: [...found.values()],
    onlyBefore: [...old.keys()].filter((name) => !now.has(name)),
    onlyAfter: [...now.keys()].filter((name) => !old.has(name)),
    same,
  };
}

/** What a section's state consists of. */
interface Shape {
  readonly version: number;
  readonly size: number;
  /** Types of fields by QEMU's names, places in lists left out. */
  readonly fields: ReadonlyMap<string, string>;
  readonly subsections: ReadonlySet<string>;
}

function shapesOf({ sections }: OpenedFile, only: readonly string[]): ReadonlyMap<string, readonly Shape[]> {
  const shapes = new Map<string, Shape[]>();
  for (const section of sections) {
    if (only.length > 0 && !only.includes(section.name)) continue;
    shapes.set(section.name, [...(shapes.get(section.name) ?? []), shapeOf(section)]);
  }
  return shapes;
}

function shapeOf(section: OpenedSection): Shape {
  const fields = new Map<string, string>();
  const subsections = new Set<string>();
  for (const { path, wirePath, type, value } of explainPayload(section)) {
    if (path.includes('.subsections[')) {
      if (/\.subsections\[\d+\]\.name$/.test(path)) subsections.add(textOf(value));
      continue;
    }
    fields.set(wirePath.replace(/\[\d+\]/g, '[]'), type);
  }
  return { version: section.report.versionId, size: section.payload.length, fields, subsections };
}

const textOf = (value: LeafValue): string => (typeof value === 'string' ? value : JSON.stringify(value));

function describe(name: string, was: Shape, is: Shape): Omit<DescriptionComparison, 'devices'> | undefined {
  const changes = [...fieldChanges(was, is), ...subsectionChanges(was, is)];
  if (changes.length === 0 && was.version === is.version) return undefined;
  const versions = {
    before: { version: was.version, minimum: undefined },
    after: { version: is.version, minimum: undefined },
  };
  return {
    description: name,
    isDevice: true,
    versions,
    sizes: { before: { least: was.size, most: was.size }, after: { least: is.size, most: is.size } },
    changes,
    there: worst(changes.map(({ there }) => there)),
    back: worst(changes.map(({ back }) => back)),
  };
}

const OTHER: Verdict = { outcome: 'depends', why: 'the other machine saves other fields under this version' };

function fieldChanges({ fields: was }: Shape, { fields: is }: Shape): readonly WireChange[] {
  const change = (kind: WireChange['kind'], field: string): WireChange => ({
    ...{ kind, field, before: was.get(field), after: is.get(field) },
    ...{ isOnWire: true, there: OTHER, back: OTHER },
  });
  return [
    ...[...was.keys()].filter((field) => !is.has(field)).map((field) => change('removed', field)),
    ...[...is.keys()].filter((field) => !was.has(field)).map((field) => change('added', field)),
    ...[...was]
      .filter(([field, type]) => (is.get(field) ?? type) !== type)
      .map(([field]) => change('changed', field)),
  ];
}

function subsectionChanges({ subsections: was }: Shape, { subsections: is }: Shape): readonly WireChange[] {
  const change = (kind: 'subsection added' | 'subsection removed', field: string): WireChange => {
    const unknown: Verdict = {
      outcome: 'depends',
      why: `whether ${field}, which only one of them sent, is known there`,
    };
    const isAdded = kind === 'subsection added';
    return {
      ...{ kind, field, before: undefined, after: undefined, isOnWire: true },
      there: isAdded ? SURVIVES : unknown,
      back: isAdded ? unknown : SURVIVES,
    };
  };
  return [
    ...[...was].filter((name) => !is.has(name)).map((name) => change('subsection removed', name)),
    ...[...is].filter((name) => !was.has(name)).map((name) => change('subsection added', name)),
  ];
}
