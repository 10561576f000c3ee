import type { Overlays } from '../../overlays/overlays.js';
import { fieldNames } from '../../vmstate/field-names.js';
import type { StateDescription } from '../tables/state-description.js';
import { indent, LINE, property, quote } from './layout-text.js';
import type { ModuleContext } from './module-context.js';
import { overlaysOf } from './overlays-of.js';
import { ownEntry } from './own-entry.js';
import type { NamedDescription } from './plan-catalog.js';
import { overlayCode, printField, usersOfNumbers } from './print-field.js';

/** A description as `export const X = vmstate(…)`, with the relations between its fields. */
export function printDescription(named: NamedDescription, context: ModuleContext): string {
  const { description, type, isDevice, isSubsection } = named;
  const { name, version, fields, node } = description;
  if (node !== undefined) return `export const ${type} = ${overlayCode(node, context)};\n`;
  const subsections = loadedOf(description);
  const overlays = overlaysOf(description, context);
  const names = fieldNames(fields.map((field, i) => overlays[i]?.name ?? field.name));
  // where no version is on the wire, only the current one is ever read
  const oldest = isDevice || isSubsection ? oldestVersion(description, context.overlays) : undefined;
  const users = usersOfNumbers(fields, overlays, oldest ?? version);
  const printed = fields.flatMap((_, index) =>
    overlays[index]?.isMerged
      ? []
      : [printField({ named, names, index, overlays, oldest: oldest ?? version, users }, context)],
  );
  const minimum = oldest === undefined ? '' : `, minimum: ${oldest}`;
  const head = [quote(name), `{ version: ${version}${minimum}, type: ${quote(type)} }`];
  const blocks = [
    printed.length === 0
      ? '{}'
      : `{\n${indent(printed.map(({ member, note }) => `${note === undefined ? '' : `// ${note}\n`}${member},`))}\n}`,
    ...(subsections.length === 0
      ? []
      : [`{\n${indent(subsections.map((part) => printSubsection(part, context)))}\n}`]),
  ];
  const body = `${context.vmstate('vmstate')}(\n${indent([...head, ...blocks].map((part) => `${part},`))}\n)`;
  const relations = printed.flatMap((field) => field.relations);
  const where = printRelations(relations);
  const { doc, source } = ownEntry(context.overlays, name) ?? {};
  const words = [
    ...(doc === undefined ? [] : [`.doc(${quote(doc)})`]),
    ...(source === undefined ? [] : [`.source(${quote(source)})`]),
  ].join('');
  return `export const ${type} = ${body}${where}${words};\n`;
}

/**
 * Of two subsections with one name QEMU only ever loads the first: in 11.1 `sd-card` has two. Source: QEMU migration/vmstate.c,
 * `vmstate_get_subsection`.
 */
function loadedOf({ subsections }: StateDescription): readonly StateDescription[] {
  const first = new Map<string, StateDescription>();
  for (const part of subsections) if (!first.has(part.name)) first.set(part.name, part);
  return [...first.values()];
}

/** In one line if it fits, as the formatter would have it. */
function printRelations(relations: readonly string[]): string {
  if (relations.length === 0) return '';
  const line = `.where(($) => [${relations.join(', ')}])`;
  return line.length < LINE - ');'.length
    ? line
    : `.where(($) => [\n${indent(relations.map((one) => `${one},`))}\n])`;
}

/** The oldest version that the schema reads; 0 is what C makes of a minimum that is left out. */
function oldestVersion({ name, version, minimum }: StateDescription, overlays: Overlays): number {
  const overlay = ownEntry(overlays, name)?.minimum;
  // what an overlay says of later versions says nothing of a QEMU that is older than these
  return overlay !== undefined && overlay <= version ? overlay : Math.max(minimum, Math.min(1, version));
}

function printSubsection(part: StateDescription, context: ModuleContext): string {
  const named = context.plan.get(part);
  if (named === undefined) throw new TypeError(`${part.name} is not in the plan`);
  const name = part.name === '__proto__' ? property(part.name) : quote(part.name);
  return `${name}: ${context.struct(named)},`;
}
