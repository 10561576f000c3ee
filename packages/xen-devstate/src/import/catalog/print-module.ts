import * as facts from '../../overlay/facts.js';
import { OVERLAYS } from '../../overlay/index.js';
import type { FieldOverlay } from '../../overlay/overlay.js';
import * as vmstateNodes from '../../vmstate/index.js';
import type { FieldContent, FieldNumber, StateDescription, StateField } from '../tables/state-description.js';
import { fieldNames } from './field-names.js';
import type { CatalogPlan, NamedDescription } from './plan-catalog.js';

/** What QEMU's tables call a type, and the node that stands for it (see vmstate/types.ts). */
const VALUES: Readonly<Record<string, string>> = {
  bool: 'bool',
  int8: 'int8',
  int16: 'int16',
  int32: 'int32',
  int64: 'int64',
  uint8: 'uint8',
  uint16: 'uint16',
  uint32: 'uint32',
  uint64: 'uint64',
  'int32 equal': 'int32Equal',
  'int64 equal': 'uint64Equal',
  'uint8 equal': 'uint8Equal',
  'uint16 equal': 'uint16Equal',
  'uint32 equal': 'uint32Equal',
  'int32 le': 'int32AtMost',
  timer: 'timer',
  CPU_Double_U: 'doubleBits',
  float64: 'float64',
  int32_as_uint16: 'int32AsUint16',
  uint16_from_uint8: 'uint16FromUint8',
  'pci irq state': 'pciIrqState',
};

/** The text of one schema module. */
export function printModule(module: string, plan: CatalogPlan): string {
  const items = [...plan.values()].filter((item) => item.module === module);
  const printer = new Printer(module, plan);
  const bodies = items.map((item) => printer.print(item));
  return `${printer.imports()}\n${bodies.join('\n')}`;
}

class Printer {
  readonly #module: string;
  readonly #plan: CatalogPlan;
  readonly #language = new Set<string>();
  readonly #vmstate = new Set<string>(['vmstate']);
  readonly #others = new Map<string, Set<string>>();

  constructor(module: string, plan: CatalogPlan) {
    this.#module = module;
    this.#plan = plan;
  }

  imports(): string {
    const line = (names: Iterable<string>, from: string): string =>
      `import { ${[...names].sort().join(', ')} } from '${from}';\n`;
    return [
      ...(this.#language.size === 0 ? [] : [line(this.#language, '@bytewright/schema-dsl')]),
      line(this.#vmstate, '../../vmstate/index.js'),
      ...[...this.#others]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([from, names]) => line(names, from.startsWith('.') ? `${from}.js` : `./${from}.js`)),
    ].join('');
  }

  print({ description, type, isDevice, isSubsection }: NamedDescription): string {
    const { name, version, fields, subsections } = description;
    // 0 is what C makes of a minimum that is left out
    const minimum = OVERLAYS[name]?.minimum ?? Math.max(description.minimum, Math.min(1, version));
    const hasVersion = isDevice || isSubsection;
    const overlays = overlaysOf(description);
    const names = fieldNames(fields.map((field, i) => overlays[i]?.name ?? field.name));
    const relations: string[] = [];
    const counts = new Set(
      fields.flatMap((field) => this.#source(field.count) ?? this.#sizeSource(field) ?? []),
    );
    const members = fields
      .map((field, i) => {
        const overlay = overlays[i] ?? {};
        if (overlay.isMerged) return undefined;
        const fieldName = names[i] ?? '';
        const gate = hasVersion ? minimum : version;
        const isOptional = field.hasPredicate || field.since > gate;
        let node =
          overlay.node === undefined
            ? this.#node(field, i, fieldName, names, relations, description, overlay, isOptional)
            : this.#code(overlay.node);
        if (field.hasPredicate && overlay.node === undefined) {
          this.#language.add('optional');
          node = `optional(${node})`;
          const when = overlay.presentWhen ?? this.#hole(`${type}.${fieldName}`, 'bool');
          relations.push(`$.${fieldName}.presentWhen(${this.#code(when)})`);
        } else if (field.since > gate) {
          this.#language.add('since');
          this.#vmstate.add('version');
          node = `since(version, ${field.since}, ${node})`;
        }
        if (counts.has(i)) {
          this.#language.add('derived');
          node = `derived(${node})`;
        }
        const wireName = fieldName === field.name ? '' : `.wireName(${quote(field.name)})`;
        if (wireName !== '' && this.#isStruct(node)) {
          this.#language.add('field');
          node = `field(${node})`;
        }
        return `  ${fieldName}: ${node}${wireName},`;
      })
      .filter((member) => member !== undefined);
    const versions = `{ version: ${version}${hasVersion ? `, minimum: ${minimum}` : ''}, type: ${quote(type)} }`;
    const parts = subsections.map((part) => `  ${quote(part.name)}: ${this.#struct(part)},`);
    const body = `vmstate(\n  ${quote(name)},\n  ${versions},\n  {\n${indent(members)}\n  },${parts.length === 0 ? '' : `\n  {\n${indent(parts)}\n  },`}\n)`;
    const where =
      relations.length === 0 ? '' : `.where(($) => [\n${relations.map((one) => `  ${one},`).join('\n')}\n])`;
    return `export const ${type} = ${body}${where};\n`;
  }

  #struct(description: StateDescription): string {
    const named = this.#plan.get(description);
    if (named === undefined) throw new TypeError(`${description.name} is not in the plan`);
    if (named.module !== this.#module) {
      const names = this.#others.get(named.module) ?? new Set();
      this.#others.set(named.module, names.add(named.type));
    }
    return named.type;
  }

  #node(
    field: StateField,
    index: number,
    fieldName: string,
    names: readonly string[],
    relations: string[],
    description: StateDescription,
    overlay: FieldOverlay,
    isOptional: boolean,
  ): string {
    const { content, count } = field;
    const isCountable = (source: FieldNumber | undefined): source is FieldNumber & { kind: 'field' } =>
      source?.kind === 'field' && source.index < index;
    const node = this.#content(content, fieldName, names, index, relations, description, overlay, isOptional);
    if (count === undefined) return node;
    this.#language.add('list');
    if (count.kind === 'fixed') return `list(${node}, ${count.value})`;
    if (isCountable(count)) {
      this.#language.add('count');
      const times = count.times === 1 ? '' : `.div(${count.times})`;
      relations.push(`$.${names[count.index]}.is(count($.${fieldName})${times})`);
      return `list(${node})`;
    }
    return `list(${node}, ${this.#code(overlay.count ?? this.#hole(`${description.name}.${field.name}`, 'u32be'))})`;
  }

  #content(
    content: FieldContent,
    fieldName: string,
    names: readonly string[],
    index: number,
    relations: string[],
    description: StateDescription,
    overlay: FieldOverlay,
    isOptional: boolean,
  ): string {
    if (content.kind === 'struct') {
      const struct = this.#struct(content.description);
      if (content.version === undefined) return struct;
      this.#vmstate.add('version');
      return `${struct}.with(version.of(${content.version}))`;
    }
    const { type, size } = content;
    const simple = VALUES[type];
    if (simple !== undefined) return this.#type(simple);
    const sized = (): string => {
      if (size.kind === 'fixed') return String(size.value);
      if (size.kind === 'field' && size.index < index) {
        this.#language.add('byteLength');
        const times = size.times === 1 ? '' : `.div(${size.times})`;
        relations.push(`$.${names[size.index]}.is(byteLength($.${fieldName})${times})`);
        return '';
      }
      return this.#code(overlay.size ?? this.#hole(`${description.name}.${fieldName}`, 'u32be'));
    };
    switch (type) {
      case 'buffer':
        return `${this.#type('buffer')}(${sized()})`;
      case 'unused_buffer':
        return isOptional
          ? `${this.#type('buffer')}(${sized()}).wireType('unused_buffer')` // its absence has to show
          : `${this.#type('unused')}(${sized()})`;
      case 'bitmap':
        return `${this.#type('bitmap')}(${sized()})`;
      case 'pci config':
        return `${this.#type('buffer')}(${sized()}).wireType('pci config')`;
      case 'tmp':
        if (content.description !== undefined) return this.#struct(content.description);
      // falls through
      default:
        return this.#hole(`${description.name}.${fieldName}: ${type}`, 'node');
    }
  }

  #type(name: string): string {
    this.#vmstate.add(name);
    return name;
  }

  /** Code of an overlay's: what it speaks of is imported. */
  #code(code: string): string {
    for (const [name] of code.matchAll(/(?<![.$\w'"])[A-Za-z_]\w*/g)) {
      if (Object.hasOwn(facts, name)) {
        const names = this.#others.get('../../overlay/facts') ?? new Set();
        this.#others.set('../../overlay/facts', names.add(name));
      } else if (Object.hasOwn(vmstateNodes, name)) this.#vmstate.add(name);
    }
    return code;
  }

  #hole(name: string, type: string): string {
    this.#vmstate.add('hole');
    return `hole(${quote(name)}, ${quote(type)})`;
  }

  #isStruct(code: string): boolean {
    return [...this.#plan.values()].some(({ type }) => type === code);
  }

  #source(number: FieldNumber | undefined): number | undefined {
    return number?.kind === 'field' ? number.index : undefined;
  }

  #sizeSource({ content }: StateField): number | undefined {
    return content.kind === 'value' ? this.#source(content.size) : undefined;
  }
}

/** What is known of each field of a description beside its table. */
function overlaysOf({ name, fields }: StateDescription): readonly FieldOverlay[] {
  const known = OVERLAYS[name]?.fields ?? {};
  const times = new Map<string, number>();
  return fields.map((field) => {
    const time = (times.get(field.name) ?? 0) + 1;
    times.set(field.name, time);
    return known[time === 1 ? field.name : `${field.name}#${time}`] ?? {};
  });
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

function indent(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join('\n');
}
