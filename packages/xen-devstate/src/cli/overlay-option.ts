import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommandError } from '@bytewright/cli';
import { OVERLAYS } from '../overlays/index.js';
import type { DescriptionOverlay, FieldOverlay } from '../overlays/overlay.js';
import type { Overlays } from '../overlays/overlays.js';
import { loadModule } from './load-module.js';

/**
 * The overlays from a user's modules, each of which exports `overlays`; later ones take precedence.
 *
 * @throws CommandError if a file does not exist, or does not contain overlays
 */
export async function ownOverlays(files: readonly string[]): Promise<Overlays> {
  let all: Overlays = {};
  for (const file of files) {
    const path = resolve(file);
    if (!existsSync(path)) throw new CommandError(`cannot read ${file}: no such file or folder`);
    const { overlays } = await loadModule(path, file);
    all = withOverlays(all, checked(overlays, file));
  }
  return all;
}

/** Merges a user's overlays into this package's; the user's fields take precedence. */
export function withOverlays(base: Overlays, own: Overlays): Overlays {
  const merged = Object.entries(own).map(([name, overlay]): [string, DescriptionOverlay] => {
    const known = Object.hasOwn(base, name) ? base[name] : undefined;
    return [name, { ...known, ...overlay, fields: { ...known?.fields, ...overlay.fields } }];
  });
  return { ...base, ...Object.fromEntries(merged) };
}

/** The overlays of this package, with those that a user adds. */
export function allOverlays(own: Overlays): Overlays {
  return withOverlays(OVERLAYS, own);
}

const TEXTS = ['name', 'doc', 'unit', 'presentWhen', 'count', 'size', 'node'] as const;

function checked(overlays: unknown, file: string): Overlays {
  const refuse = (path: string, expected: string): CommandError =>
    new CommandError(`${file}: ${path} is not ${expected}`);
  if (!isRecord(overlays)) throw refuse('the export "overlays"', 'an object');
  for (const [name, overlay] of Object.entries(overlays)) {
    const path = `overlays[${JSON.stringify(name)}]`;
    if (!isRecord(overlay) || typeof overlay.source !== 'string') throw refuse(`${path}.source`, 'a string');
    if (!isRecord(overlay.fields)) throw refuse(`${path}.fields`, 'an object');
    for (const [field, known] of Object.entries(overlay.fields)) {
      const fieldPath = `${path}.fields[${JSON.stringify(field)}]`;
      if (!isRecord(known)) throw refuse(fieldPath, 'an object');
      for (const key of Object.keys(known))
        if (!isKnown(key)) throw refuse(`${fieldPath}.${key}`, 'a known member of an overlay');
      for (const key of TEXTS)
        if (known[key] !== undefined && typeof known[key] !== 'string')
          throw refuse(`${fieldPath}.${key}`, 'a string');
    }
  }
  return overlays as unknown as Overlays; // checked as far as an import uses it
}

const KEYS: readonly (keyof FieldOverlay)[] = [...TEXTS, 'relations', 'isMerged'];

function isKnown(key: string): boolean {
  return KEYS.some((one) => one === key);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
