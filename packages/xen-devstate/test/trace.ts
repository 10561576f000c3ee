import type { Explanation } from '@bytewright/schema-dsl';
import { irOf } from '@bytewright/schema-dsl';
import type { Structs } from '@bytewright/schema-dsl/inspect';
import { plainNode } from '@bytewright/schema-dsl/inspect';
import type { OpenedFile } from '../src/open/opened-file.js';

/** A section as traced by QEMU while writing: its name and its struct; `undefined` if QEMU has no table for it. */
export interface TracedSection {
  readonly idstr: string;
  readonly struct: TracedStruct | undefined;
}

/** A struct: the name of the description, its fields and subsections in wire order. */
export interface TracedStruct {
  readonly name: string;
  readonly fields: readonly TracedField[];
  readonly subsections: readonly TracedStruct[];
}

/** A field: QEMU's name, the number of elements, and their structs, if they are structs. */
export interface TracedField {
  readonly name: string;
  readonly count: number;
  readonly structs: readonly TracedStruct[];
}

/**
 * Reads the output of QEMU's trace events `vmstate_*`, one event per line, with or without the prefix of the log backend.
 *
 * Source: QEMU migration/trace-events, and the calls in migration/vmstate.c (`vmstate_save_state_v`, `vmstate_subsection_save`).
 *
 * @throws Error for an unexpected line
 */
export function parseTrace(text: string): TracedSection[] {
  const lines = [...text.matchAll(/^.*?\b(vmstate_(?:save|n_elems|subsection)\S*) (.*)$/gm)]
    .map(([, event = '', rest = '']): Line => ({ event, rest }))
    .filter(({ event }) => !event.endsWith('_res')); // the result of a pre_save function
  const reader = new TraceReader(lines);
  return reader.sections();
}

interface Line {
  readonly event: string;
  readonly rest: string;
}

class TraceReader {
  readonly #lines: readonly Line[];
  #at = 0;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
  }

  sections(): TracedSection[] {
    const sections: TracedSection[] = [];
    while (this.#at < this.#lines.length) {
      const idstr = this.#next('vmstate_save', /^(.*), .*$/);
      sections.push({ idstr, struct: this.#is('vmstate_save_state_top') ? this.#struct() : undefined });
    }
    return sections;
  }

  #struct(): TracedStruct {
    const name = this.#next('vmstate_save_state_top', /^(.*)$/);
    const fields: TracedField[] = [];
    while (this.#is('vmstate_n_elems')) fields.push(this.#field(name));
    if (this.#next('vmstate_subsection_save_top', /^(.*)$/) !== name) throw this.#wrong();
    const subsections: TracedStruct[] = [];
    while (this.#is('vmstate_subsection_save_loop', `${name}/`)) {
      this.#at += 1;
      subsections.push(this.#struct());
    }
    return { name, fields, subsections };
  }

  #field(owner: string): TracedField {
    const count = Number(/: ([0-9]+)$/.exec(this.#lines[this.#at]?.rest ?? '')?.[1]);
    const name = this.#next('vmstate_n_elems', /^(.*): [0-9]+$/);
    if (!this.#is('vmstate_save_state_loop', `${owner}/${name}[${count}]`)) throw this.#wrong();
    this.#at += 1;
    const structs: TracedStruct[] = [];
    while (this.#is('vmstate_save_state_top')) structs.push(this.#struct());
    return { name, count, structs };
  }

  #is(event: string, prefix = ''): boolean {
    const line = this.#lines[this.#at];
    return line !== undefined && line.event === event && line.rest.startsWith(prefix);
  }

  #next(event: string, pattern: RegExp): string {
    const [, found] = (this.#is(event) && pattern.exec(this.#lines[this.#at]?.rest ?? '')) || [];
    if (found === undefined) throw this.#wrong();
    this.#at += 1;
    return found;
  }

  #wrong(): Error {
    const { event = 'the end', rest = '' } = this.#lines[this.#at] ?? {};
    return new Error(`unexpected ${event} ${rest} in event ${this.#at + 1} of a vmstate trace`);
  }
}

/** The result of comparing a file with QEMU's trace of writing it. */
export interface TraceComparison {
  /** The number of fields that QEMU wrote; fields in an array of structs count once for each element. */
  readonly fields: number;
  /** The total number of their elements. */
  readonly elements: number;
  /** The places where names, their order or their counts differ. */
  readonly differences: readonly string[];
  /** Entries in QEMU's tables without bytes, which only make it check something: schemas do not have them as fields. */
  readonly checks: readonly string[];
}

interface Running {
  fields: number;
  elements: number;
  readonly differences: string[];
  readonly checks: string[];
}

/**
 * Compares every field of a file, by QEMU's names and in wire order, with QEMU's trace.
 *
 * @param sections the traced sections of one save
 */
export function compareWithTrace(file: OpenedFile, sections: readonly TracedSection[]): TraceComparison {
  const result: Running = { fields: 0, elements: 0, differences: [], checks: [] };
  const names = file.sections.map(({ report }) => report.idstr).join(', ');
  const traced = sections.map(({ idstr }) => idstr).join(', ');
  if (names !== traced) result.differences.push(`the sections are ${names}, not ${traced}`);
  for (const [i, section] of names === traced ? file.sections.entries() : []) {
    const struct = sections[i]?.struct;
    const { idstr } = section.report;
    const part = section.explain();
    if (struct === undefined) continue; // not described by any table of QEMU
    if (part === undefined || section.schema === undefined)
      result.differences.push(`${idstr} is kept verbatim`);
    else {
      const { structs, root } = irOf(section.schema);
      const whole = plainNode(root);
      const type = whole.kind === 'struct' ? whole.name : part.type;
      new TraceComparer(structs, result).compareStruct(struct, { ...part, type }, idstr);
    }
  }
  return result;
}

class TraceComparer {
  readonly #structs: Structs;
  readonly #result: Running;

  constructor(structs: Structs, result: Running) {
    this.#structs = structs;
    this.#result = result;
  }

  compareStruct(traced: TracedStruct, part: Explanation, path: string): void {
    const name = this.#structs[part.type]?.metadata?.wireName ?? part.type;
    if (name !== traced.name) this.#differ(path, `is a ${name}, not a ${traced.name}`);
    const parts = part.parts
      .filter(
        ({ segment, value, length }) => segment !== 'subsections' && (value !== undefined || length > 0),
      )
      .sort((a, b) => a.offset - b.offset);
    let at = 0;
    for (const field of traced.fields) {
      const one = parts[at];
      const ours = one && nameOf(one);
      if (field.count === 0 && ours !== field.name) {
        this.#result.checks.push(`${path} ${field.name}`);
        continue;
      }
      at += 1;
      if (one === undefined || ours !== field.name)
        this.#differ(path, `has ${ours ?? 'nothing more'}, not ${field.name}`);
      else this.#compareField(field, one, `${path}.${field.name}`);
    }
    for (const one of parts.slice(at)) this.#differ(path, `has ${nameOf(one)}, which QEMU did not write`);
    this.#compareSubsections(
      traced,
      part.parts.find(({ segment }) => segment === 'subsections'),
      path,
    );
  }

  #compareField(traced: TracedField, part: Explanation, path: string): void {
    this.#result.fields += 1;
    const [only] = traced.structs;
    // the bus adds a struct to a virtio device that consists only of subsections, which our schemas have directly
    if (only?.fields.length === 0 && isListOfSubsections(part)) {
      this.#result.elements += 1;
      this.#compareSubsections(only, part, `${path}.${only.name}`);
      return;
    }
    const count = countOf(part);
    this.#result.elements += count;
    if (count !== traced.count) this.#differ(path, `has ${count} elements, not ${traced.count}`);
    const structs = isList(part) ? part.parts : this.#structsIn(part);
    if (structs.length > traced.structs.length && traced.structs.length > 0)
      this.#differ(path, `has ${structs.length} structs, not ${traced.structs.length}`);
    for (const [i, struct] of traced.structs.entries()) {
      const one = structs[i];
      if (one === undefined) this.#differ(path, `has no element ${i}`);
      else this.compareStruct(struct, one, isList(part) ? `${path}[${i}]` : path);
    }
  }

  /**
   * Finds the struct of a part. A field written by a function of QEMU, such as `virtio`, is not a struct of QEMU itself, but
   * contains some.
   */
  #structsIn(part: Explanation): readonly Explanation[] {
    if (this.#structs[part.type]?.metadata?.wireName !== undefined) return [part];
    return [...part.parts].sort((a, b) => a.offset - b.offset).flatMap((inner) => this.#structsIn(inner));
  }

  #compareSubsections({ subsections }: TracedStruct, ours: Explanation | undefined, path: string): void {
    const list = ours?.parts ?? [];
    if (list.length !== subsections.length)
      this.#differ(path, `has ${list.length} subsections, not ${subsections.length}`);
    for (const [i, traced] of subsections.entries()) {
      const state = list[i]?.parts.find(({ segment }) => segment === 'state');
      const name = list[i]?.parts.find(({ segment }) => segment === 'name')?.value;
      if (name !== traced.name || state === undefined)
        this.#differ(path, `has the subsection ${name}, not ${traced.name}`);
      else this.compareStruct(traced, state, `${path}.${traced.name}`);
    }
  }

  #differ(path: string, what: string): void {
    this.#result.differences.push(`${path} ${what}`);
  }
}

function nameOf({ segment, metadata }: Explanation): string {
  return metadata?.wireName ?? String(segment);
}

function isList({ type }: Explanation): boolean {
  return type.startsWith('list of ');
}

function isListOfSubsections({ type }: Explanation): boolean {
  return /^list of \w+Subsection$/.test(type);
}

/** Types that a function of QEMU writes as a single value, while our schemas have several numbers. */
const AS_ONE = new Set(['pci irq state']);

function countOf(part: Explanation): number {
  if (!isList(part) || AS_ONE.has(part.metadata?.wireType ?? '')) return 1;
  return Array.isArray(part.value) || ArrayBuffer.isView(part.value)
    ? Number(Reflect.get(part.value, 'length'))
    : part.parts.length;
}
