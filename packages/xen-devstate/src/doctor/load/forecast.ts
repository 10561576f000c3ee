import { possibleValues } from '../../machine-parameters/possible-values.js';
import { explainPrefix } from '../../open/explain-prefix.js';
import type { OpenedFile } from '../../open/opened-file.js';
import type { OpenedSection } from '../../open/opened-section.js';
import { pinMachineParameters } from '../../open/pin-machine-parameters.js';
import { deviceName } from '../../wire/device-name.js';
import type { Forecast, SectionReference } from '../diagnosis.js';
import { referTo } from '../section-reference.js';
import type { Target, TargetSection } from '../targets/target.js';
import { failedField, fieldChain } from './field-chain.js';
import type { MatchedSection } from './match-section.js';
import { candidatesFor } from './match-section.js';
import { savedPayload, sectionProblems } from './section-problem.js';
import type { ValueProblem } from './value-problem.js';
import { valueProblem } from './value-problem.js';

/** Magic and version. */
const FILE_HEADER_SIZE = 8;
const TYPE = { end: 0x00, start: 0x01, part: 0x02, last: 0x03, full: 0x04, footer: 0x7e } as const;
const FOOTER_SIZE = 5;
/** The maximum number of bogus sections to follow. No real file leads that far without an end. */
const MOST_STRAY = 256;
const UNREADABLE = 'load of migration failed: Input/output error';

/** A header as QEMU reads it, whatever its bytes. */
interface Header {
  readonly sectionId: number;
  readonly idstr: string;
  readonly instanceId: number;
  readonly versionId: number;
  readonly end: number;
}

/** The offset at which QEMU continues after a payload, or its error. */
type Step =
  | { readonly end: number; readonly isTrue: boolean }
  | { readonly says: readonly string[]; readonly offset: number };

/**
 * Predicts what QEMU does with a file, byte by byte: it finds a section by its name, reads as many bytes as its own device
 * has, and takes the next byte for a footer or the type of the next section. So an extra or missing field shows somewhere
 * else, or not at all. Source: QEMU migration/savevm.c, `qemu_loadvm_state_main`; migration/vmstate.c, `vmstate_load_state`.
 *
 * @param matched the file's sections, matched with the target's
 */
export function forecast(file: OpenedFile, target: Target, matched: readonly MatchedSection[]): Forecast {
  return new Loader(file, target, matched).load();
}

class Loader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #target: Target;
  /** The file's real sections, by offset. */
  readonly #sections: ReadonlyMap<number, MatchedSection>;
  /** The file's section that QEMU is in, or has just left. */
  #section: SectionReference | null = null;
  /** Sections by name, for bogus sections that have the name of a real one. */
  readonly #named: ReadonlyMap<string, OpenedSection>;
  /** Whether bytes were misinterpreted. */
  #isAstray = false;

  constructor({ bytes }: OpenedFile, target: Target, matched: readonly MatchedSection[]) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#target = target;
    this.#sections = new Map(matched.map((one) => [one.section.report.offset, one]));
    this.#named = new Map(matched.map(({ section }) => [section.name, section]));
  }

  load(): Forecast {
    let offset = FILE_HEADER_SIZE;
    const { size } = this.#sections;
    let [number, strays] = [0, 0];
    for (;;) {
      const type = this.#bytes[offset];
      if (type === undefined) return this.#refused([UNREADABLE], offset);
      if (type === TYPE.end) {
        const isWhole = !this.#isAstray && number === size;
        return isWhole ? { outcome: 'loads', says: [], section: null, offset } : this.#misread(offset);
      }
      if (type === TYPE.part || type === TYPE.last) return this.#strayPart(offset);
      if (type !== TYPE.start && type !== TYPE.full)
        return this.#refused([`Unknown savevm section type ${type}`], offset);
      number += 1;
      if (!this.#sections.has(offset) && ++strays > MOST_STRAY) return this.#misread(offset);
      const step = this.#loadSection(offset);
      if ('says' in step) return this.#refused(step.says, step.offset);
      offset = step.end;
    }
  }

  #misread(offset: number): Forecast {
    return { outcome: 'misreads', says: [], section: this.#section, offset };
  }

  #refused(says: readonly string[], offset: number): Forecast {
    return { outcome: 'refused', says, section: this.#section, offset };
  }

  /** A part of a live-migration section that was never started. */
  #strayPart(offset: number): Forecast {
    if (offset + FOOTER_SIZE > this.#bytes.length) return this.#refused([UNREADABLE], offset);
    return this.#refused([`Unknown savevm section ${this.#view.getUint32(offset + 1)}`], offset);
  }

  #loadSection(offset: number): Step {
    const own = this.#sections.get(offset);
    if (own === undefined) this.#isAstray = true;
    else this.#section = referTo(own.section);
    const header = this.#header(offset);
    if ('says' in header) return header;
    const { sectionId, idstr, instanceId, versionId } = header;
    const there = this.#target.find(idstr, instanceId);
    if (there === undefined)
      return {
        says: [`Unknown savevm section or instance '${idstr}' ${instanceId}`],
        offset,
      };
    const { current, minimum } = there.versions ?? {};
    if (current !== undefined && versionId > current)
      return { says: [`savevm: unsupported version ${versionId} for '${idstr}' v${current}`], offset };
    if (minimum !== undefined && versionId < minimum) {
      const device = deviceName(idstr);
      const old = `${device}: incoming version_id ${versionId} is too old for local minimum version_id  ${minimum}`;
      return { says: [old], offset };
    }
    const step = own === undefined ? this.#readStray(header, there) : this.#readOwn(own, header, there);
    if ('says' in step) return step;
    if (!step.isTrue) this.#isAstray = true;
    return this.#target.footers ? this.#footer(step.end, sectionId, idstr) : step;
  }

  /** Reads a header. A name of length 0, or one that extends past the end, cannot be read. Names are bytes. */
  #header(offset: number): Header | { readonly says: readonly string[]; readonly offset: number } {
    const length = this.#bytes[offset + 5];
    const sectionId = offset + 5 <= this.#bytes.length ? this.#view.getUint32(offset + 1) : 0;
    const name = offset + 6;
    if (length === undefined || length === 0 || name + length > this.#bytes.length)
      return { says: [`Unable to read ID string for section ${sectionId}`], offset };
    const end = name + length + 8;
    if (end > this.#bytes.length) return { says: [UNREADABLE], offset };
    const idstr = String.fromCharCode(...this.#bytes.subarray(name, name + length));
    const instanceId = this.#view.getUint32(name + length);
    return { sectionId, idstr, instanceId, versionId: this.#view.getUint32(name + length + 4), end };
  }

  /** Reads a real section of the file. */
  #readOwn(own: MatchedSection, header: Header, there: TargetSection): Step {
    const { section, shape, differing } = own;
    const trueEnd = header.end + section.report.payloadLength;
    if (shape === undefined || differing.length > 0)
      return this.#readBlindly(section, header, there, trueEnd);
    const { value, slots } = sectionProblems(own, this.#target.schemas);
    if (value !== undefined) return this.#badValue(value, header);
    const moved = slots.reduce((sum, one) => sum + (one.there.count - one.slots.count) * one.slots.size, 0);
    return { end: trueEnd + moved, isTrue: moved === 0 };
  }

  /** Reads bytes that look like a section but are not one. */
  #readStray(header: Header, there: TargetSection): Step {
    const { saved } = there;
    const known = this.#named.get(deviceName(header.idstr)) ?? saved;
    return known === undefined
      ? { says: [], offset: header.end }
      : this.#readBlindly(known, header, there, undefined);
  }

  /** Reads the fields of the target's own device, whatever the bytes. */
  #readBlindly(like: OpenedSection, header: Header, there: TargetSection, trueEnd: number | undefined): Step {
    const [candidate] = candidatesFor(like, there, this.#target);
    // the length may be known even if the fields are not
    if (candidate === undefined) {
      const length = there.saved?.report.payloadLength ?? like.report.payloadLength;
      return { end: header.end + length, isTrue: header.end + length === trueEnd };
    }
    const shape = trueEnd === undefined ? undefined : this.#matchedParameters(like);
    const machineParameters = new Map<string, unknown>(
      candidate.machineParameters.map((name) => [name, possibleValues(name)[0]]),
    );
    for (const [name, value] of shape ?? []) machineParameters.set(name, value);
    for (const [name, value] of there.machineParameters) machineParameters.set(name, value);
    const bytes = this.#bytes.subarray(header.end);
    const read = explainPrefix(pinMachineParameters(candidate, machineParameters, header.versionId), bytes);
    const own = there.saved && savedPayload(there.saved, this.#target.schemas);
    const value = valueProblem({ ...read, bytes }, own);
    if (value !== undefined) return this.#badValue(value, header);
    if (read.error !== undefined) {
      const chain = fieldChain(read, ({ complete }) => !complete);
      const fields = read.error.code === 'check-failed' ? [] : chain.map(failedField);
      return { says: [...fields, failedSection(header)], offset: header.end + read.error.offset };
    }
    const end = header.end + read.root.length;
    return { end, isTrue: end === trueEnd };
  }

  #matchedParameters({ report }: OpenedSection): ReadonlyMap<string, unknown> | undefined {
    return this.#sections.get(report.offset)?.shape?.machineParameters;
  }

  #badValue({ says, chain, offset }: ValueProblem, header: Header): Step {
    return { says: [says, ...chain.map(failedField), failedSection(header)], offset: header.end + offset };
  }

  #footer(offset: number, sectionId: number, idstr: string): Step {
    if (this.#bytes[offset] !== TYPE.footer || offset + FOOTER_SIZE > this.#bytes.length)
      return { says: [`Missing section footer for ${idstr}`], offset };
    const found = this.#view.getUint32(offset + 1);
    if (found === sectionId) return { end: offset + FOOTER_SIZE, isTrue: true };
    const ids = `read 0x${found.toString(16)} expected 0x${sectionId.toString(16)}`;
    return { says: [`Mismatched section id in footer for ${idstr} - ${ids}`], offset };
  }
}

function failedSection({ idstr, instanceId }: Header): string {
  return `error while loading state for instance 0x${instanceId.toString(16)} of device '${idstr}'`;
}
