import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommandError } from '@bytewright/cli';
import { OVERLAYS } from '../overlays/index.js';
import type { DescriptionOverlay, FieldOverlay } from '../overlays/overlay.js';
import type { Overlays } from '../overlays/overlays.js';
import { loadModule } from './load-module.js';

/**
 * The overlays that a user gives in modules, each of which exports `overlays`; later ones go before earlier ones.
 *
 * @throws CommandError for a file that is none, or that holds something else
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

/** This package's overlays, and a user's, whose fields go before. */
export function withOverlays(base: Overlays, own: Overlays): Overlays {
  const merged = Object.entries(own).map(([name, overlay]): [string, DescriptionOverlay] => {
    const known = Object.hasOwn(base, name) ? base[name] : undefined;
    return [name, { ...known, ...overlay, fields: { ...known?.fields, ...overlay.fields } }];
  });
  return { ...base, ...Object.fromEntries(merged) };
}

/** What this package knows, and what a user adds. */
export function allOverlays(own: Overlays): Overlays {
  return withOverlays(OVERLAYS, own);
}

const TEXTS = ['name', 'doc', 'unit', 'presentWhen', 'count', 'size', 'node'] as const;

function checked(overlays: unknown, file: string): Overlays {
  const refuse = (path: string, expected: string): CommandError =>
    new CommandError(`${file}: ${path} is no ${expected}`);
  if (!isRecord(overlays)) throw refuse('overlays', 'object, which the module has to export');
  for (const [name, overlay] of Object.entries(overlays)) {
    const path = `overlays[${JSON.stringify(name)}]`;
    if (!isRecord(overlay) || typeof overlay.source !== 'string') throw refuse(`${path}.source`, 'text');
    if (!isRecord(overlay.fields)) throw refuse(`${path}.fields`, 'object');
    for (const [field, known] of Object.entries(overlay.fields)) {
      const fieldPath = `${path}.fields[${JSON.stringify(field)}]`;
      if (!isRecord(known)) throw refuse(fieldPath, 'object');
      for (const key of Object.keys(known))
        if (!isKnown(key)) throw refuse(`${fieldPath}.${key}`, 'member of an overlay');
      for (const key of TEXTS)
        if (known[key] !== undefined && typeof known[key] !== 'string')
          throw refuse(`${fieldPath}.${key}`, 'text');
    }
  }
  return overlays as unknown as Overlays; // as far as an import looks at it
}

const KEYS: readonly (keyof FieldOverlay)[] = [...TEXTS, 'relations', 'isMerged'];

function isKnown(key: string): boolean {
  return KEYS.some((one) => one === key);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
