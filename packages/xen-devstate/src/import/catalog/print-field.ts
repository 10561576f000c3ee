import * as language from '@bytewright/schema-dsl';
import { MACHINE_PARAMETERS } from '../../machine-parameters/machine-parameters.js';
import type { FieldOverlay } from '../../overlays/overlay.js';
import * as vmstateNodes from '../../vmstate/index.js';
import type { FieldNumber, StateField } from '../tables/state-description.js';
import { quote } from './layout-text.js';
import type { ModuleContext } from './module-context.js';
import { ownEntry } from './own-entry.js';
import type { NamedDescription } from './plan-catalog.js';
import type { Missing } from './unknown-value.js';
import { WIRE_TYPES } from './wire-types.js';

/** A field that is to be printed, and what is around it. */
export interface FieldSite {
  readonly named: NamedDescription;
  /** Names of all fields of the description in TypeScript. */
  readonly names: readonly string[];
  readonly index: number;
  /** What is known of all fields beside the table. */
  readonly overlays: readonly FieldOverlay[];
  /** The oldest version of the description that is read. */
  readonly oldest: number;
  /** Of each number that says how much there is of another field: which field that is. */
  readonly users: ReadonlyMap<number, number>;
}

/** A field as a member of its struct, and what relates it to others. */
export interface PrintedField {
  readonly member: string;
  /** What is to be said about it. */
  readonly note: string | undefined;
  readonly relations: readonly string[];
}

/** A field as its table says it, or its overlay where that knows better. */
export function printField(site: FieldSite, context: ModuleContext): PrintedField {
  const { named, names, index, overlays } = site;
  const { fields } = named.description;
  const overlay = overlays[index] ?? {};
  const field = fields[index] as StateField; // the site speaks of a field that there is
  const name = names[index] ?? '';
  const content =
    overlay.node === undefined
      ? printContent(field, site, context)
      : { node: overlayCode(overlay.node, context), relations: [] };
  const presence = printPresence(field, site, content.node, context);
  const node = site.users.has(index) ? `${context.language('derived')}(${presence.node})` : presence.node;
  const words = printWords(name === field.name ? undefined : field.name, overlay);
  // what is said of a struct itself would hold wherever it is used
  const described = words !== '' && /^[A-Z]\w*$/.test(node) ? `${context.language('field')}(${node})` : node;
  return {
    member: `${name}: ${described}${words}`,
    note: field.note,
    relations: [
      ...content.relations,
      ...presence.relations,
      ...(overlay.relations ?? []).map((relation) => overlayCode(relation, context)),
    ],
  };
}

interface Printed {
  readonly node: string;
  readonly relations: readonly string[];
}

function printPresence(field: StateField, site: FieldSite, node: string, context: ModuleContext): Printed {
  const { names, index, overlays, oldest } = site;
  const overlay = overlays[index] ?? {};
  if (overlay.node !== undefined && overlay.presentWhen === undefined) return { node, relations: [] };
  if (overlay.presentWhen === 'always') return { node, relations: [] };
  if (field.hasPredicate) {
    const name = names[index] ?? '';
    const when =
      overlay.presentWhen === undefined
        ? unknownIn(site, 'presence', context)
        : overlayCode(overlay.presentWhen, context);
    return {
      node: `${context.language('optional')}(${node})`,
      relations: [`$.${name}.presentWhen(${when})`],
    };
  }
  if (field.since <= oldest) return { node, relations: [] };
  return {
    node: `${context.language('since')}(${context.vmstate('version')}, ${field.since}, ${node})`,
    relations: [],
  };
}

/** What is not known of a field; the names say which field it is. */
function unknownIn(
  { named, names, index }: FieldSite,
  missing: Missing,
  context: ModuleContext,
  wireType?: string,
): string {
  const { name, fields } = named.description;
  const wirePath = `${name}.${fields[index]?.name ?? ''}`;
  const label = wireType === undefined ? '' : ` (${wireType})`;
  return context.unknownValue(`${names[index]}${label}`, { wirePath, missing, wireType });
}

/** What a field holds, as often as it holds it. */
function printContent(field: StateField, site: FieldSite, context: ModuleContext): Printed {
  const { count } = field;
  const { names, index, overlays } = site;
  const overlay = overlays[index] ?? {};
  const value = printElement(field, site, context);
  if (count === undefined) return value;
  const list = context.language('list');
  if (overlay.count !== undefined)
    return { ...value, node: `${list}(${value.node}, ${overlayCode(overlay.count, context)})` };
  if (count.kind === 'fixed') return { ...value, node: `${list}(${value.node}, ${count.value})` };
  if (count.kind === 'field' && site.users.get(count.index) === index) {
    const relation = `$.${names[count.index]}.is(${context.language('count')}($.${names[index]})${divided(count.times)})`;
    return { node: `${list}(${value.node})`, relations: [...value.relations, relation] };
  }
  const unknownValue = unknownIn(site, 'count', context);
  return { ...value, node: `${list}(${value.node}, ${unknownValue})` };
}

/** An element of what a field holds, with its mark where it has one. */
function printElement(field: StateField, site: FieldSite, context: ModuleContext): Printed {
  const value = printValue(field, site, context);
  if (field.isMarked !== true) return value;
  const type = `${elementType(site)}Pointer`;
  return { ...value, node: `${context.vmstate('pointer')}(${quote(type)}, ${value.node})` };
}

/** What the type of an element is called: by the struct and the field. */
function elementType({ named, names, index }: FieldSite): string {
  const name = names[index] ?? '';
  return `${named.type}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** Types of lists whose elements are marked on the wire. */
const QUEUES: ReadonlySet<string> = new Set(['qtailq', 'qlist']);

/** One element of what a field holds. */
function printValue(
  { content, hasPredicate, since }: StateField,
  site: FieldSite,
  context: ModuleContext,
): Printed {
  const { plan } = context;
  if (content.kind === 'struct') {
    const struct = printStruct(content.description, plan, context);
    const version =
      content.version === undefined ? '' : `.with(${context.vmstate('version')}.of(${content.version}))`;
    return { node: `${struct}${version}`, relations: [] };
  }
  if (content.isMeasured) {
    const measured = printBytes('buffer', content.size, site, context);
    return { ...measured, node: `${measured.node}.wireType(${quote(content.type)})` };
  }
  const simple = ownEntry(WIRE_TYPES, content.type);
  if (simple !== undefined) return { node: context.vmstate(simple), relations: [] };
  switch (content.type) {
    case 'buffer':
      return printBytes('buffer', content.size, site, context);
    case 'unused_buffer': {
      // reserved bytes are nothing in the value where they are zeros, and so would be bytes that are not there
      const mayBeAbsent = hasPredicate || since > site.oldest;
      const bytes = printBytes(mayBeAbsent ? 'buffer' : 'unused', content.size, site, context);
      return mayBeAbsent ? { ...bytes, node: `${bytes.node}.wireType('unused_buffer')` } : bytes;
    }
    case 'bitmap':
      return printBytes('bitmap', content.size, site, context);
    default: {
      if (QUEUES.has(content.type) && content.description !== undefined) {
        const element = `${elementType(site)}Element`;
        const struct = printStruct(content.description, plan, context);
        return { node: `${context.vmstate('queue')}(${quote(element)}, ${struct})`, relations: [] };
      }
      if (content.type === 'tmp' && content.description !== undefined)
        return { node: printStruct(content.description, plan, context), relations: [] };
      const unknownValue = unknownIn(site, 'content', context, content.type);
      return { node: `${context.vmstate('buffer')}(${unknownValue})`, relations: [] };
    }
  }
}

/** Bytes of a size that the table says, or a field, or an overlay. */
function printBytes(type: string, size: FieldNumber, site: FieldSite, context: ModuleContext): Printed {
  const { names, index, overlays } = site;
  const overlay = overlays[index] ?? {};
  const node = context.vmstate(type);
  if (overlay.size !== undefined)
    return { node: `${node}(${overlayCode(overlay.size, context)})`, relations: [] };
  if (size.kind === 'fixed') return { node: `${node}(${size.value})`, relations: [] };
  if (size.kind === 'field' && site.users.get(size.index) === index) {
    const relation = `$.${names[size.index]}.is(${context.language('byteLength')}($.${names[index]})${divided(size.times)})`;
    return { node: `${node}()`, relations: [relation] };
  }
  return { node: `${node}(${unknownIn(site, 'size', context)})`, relations: [] };
}

function printStruct(
  description: NamedDescription['description'],
  plan: ModuleContext['plan'],
  context: ModuleContext,
): string {
  const named = plan.get(description);
  if (named === undefined) throw new TypeError(`${description.name} is not in the plan`);
  return context.struct(named);
}

function printWords(wireName: string | undefined, { doc, unit }: FieldOverlay): string {
  return [
    ...(wireName === undefined ? [] : [`.wireName(${quote(wireName)})`]),
    ...(unit === undefined ? [] : [`.unit(${quote(unit)})`]),
    ...(doc === undefined ? [] : [`.doc(${quote(doc)})`]),
  ].join('');
}

/** Code of an overlay's: what it speaks of is imported. */
export function overlayCode(template: string, context: ModuleContext): string {
  const code = template.replace(/@\{([^}]*)\}/g, (_, name: string) => structOfName(name, context));
  const outsideOfTexts = code.replace(/'[^']*'|"[^"]*"/g, '');
  for (const [name] of outsideOfTexts.matchAll(/(?<![.$\w])[A-Za-z_]\w*/g)) {
    if (MACHINE_PARAMETERS.has(name)) context.parameter(name);
    else if (Object.hasOwn(vmstateNodes, name)) context.vmstate(name);
    else if (Object.hasOwn(language, name)) context.language(name);
  }
  return code;
}

/** The type of the description of that name; of several, that of the one that is not a core. */
function structOfName(name: string, context: ModuleContext): string {
  const [named] = [...context.plan.values()].filter(({ description }) => description.name === name);
  // a QEMU for other machines may lack it
  if (named === undefined)
    return `${context.vmstate('buffer')}(${context.unknownValue(name, { wirePath: name, missing: 'content', wireType: undefined })})`;
  return context.struct(named);
}

/**
 * Of each number that says how much there is of another field: which field that is. Where a number says so of several, the
 * first one has it, as the language relates a number to one thing; the others stay open, for an overlay to fill.
 */
export function usersOfNumbers(
  fields: readonly StateField[],
  overlays: readonly FieldOverlay[],
  oldest: number,
): ReadonlyMap<number, number> {
  const users = new Map<number, number>();
  for (const user of fields.keys())
    for (const source of sourcesOf(user, fields, overlays, oldest))
      if (!users.has(source)) users.set(source, user);
  return users;
}

/** The fields whose numbers say how much there is of a field. */
function sourcesOf(
  user: number,
  fields: readonly StateField[],
  overlays: readonly FieldOverlay[],
  oldest: number,
): readonly number[] {
  const { count, content } = fields[user] as StateField; // of this description
  const { node, count: overlayCount, size, isMerged } = overlays[user] ?? {};
  if (node !== undefined || isMerged) return [];
  const numbers = [
    overlayCount === undefined ? count : undefined,
    content.kind === 'value' && size === undefined ? content.size : undefined,
  ];
  return numbers.flatMap((number) =>
    number?.kind === 'field' && number.index < user && isAlways(fields[number.index], oldest)
      ? [number.index]
      : [],
  );
}

/** Whether a field is there in each version that is read. */
function isAlways(field: StateField | undefined, oldest: number): boolean {
  return field !== undefined && !field.hasPredicate && field.since <= oldest;
}

const divided = (times: number): string => (times === 1 ? '' : `.div(${times})`);
