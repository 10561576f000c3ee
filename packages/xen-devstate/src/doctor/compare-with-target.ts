import { explainPrefix } from '../open/explain-prefix.js';
import type { OpenedFile } from '../open/opened-file.js';
import { pinMachineParameters } from '../open/pin-machine-parameters.js';
import { deviceName } from '../wire/device-name.js';
import {
  textForFooters,
  textForFormat,
  textForProcessor,
  textForVersion,
} from './causes/difference-texts.js';
import type { FindingText } from './causes/finding-text.js';
import { textForParameter } from './causes/parameter-text.js';
import { textForAbsence } from './causes/presence.js';
import type { Finding, SectionReference } from './diagnosis.js';
import type { MatchedSection } from './load/match-section.js';
import { candidatesFor } from './load/match-section.js';
import { sectionProblems } from './load/section-problem.js';
import { referTo } from './section-reference.js';
import type { Target } from './targets/target.js';
import { whereParameterShows } from './where-parameter-shows.js';

/** The payload size from which a processor is a 64-bit one: sixteen 64-bit registers, and the instruction pointer. */
const PROCESSOR_64 = 1851;

/** Finds all mismatches between a file and a target, in the order in which QEMU encounters them. */
export function compareWithTarget(
  file: OpenedFile,
  target: Target,
  matched: readonly MatchedSection[],
): readonly Finding[] {
  const findings: Finding[] = [];
  const { footers } = file.opened.value;
  const [first] = matched;
  for (const one of matched) {
    findings.push(...compareSection(one, file, target));
    if (one === first && footers !== target.footers) {
      const { payloadOffset, payloadLength } = one.section.report;
      findings.push(faultAt(textForFooters(footers), referTo(one.section), payloadOffset + payloadLength));
    }
  }
  return [...findings, ...unsavedDevices(file, target)];
}

function* compareSection(one: MatchedSection, file: OpenedFile, target: Target): Generator<Finding> {
  const { section, there, shape, differing } = one;
  const { idstr, instanceId, versionId, offset, payloadOffset } = section.report;
  const reference = referTo(section);
  const fault = (words: FindingText, at: number): Finding => faultAt(words, reference, at);
  if (there === undefined) {
    const elsewhere = otherPlaces(idstr, file, target);
    yield fault(textForAbsence(idstr, instanceId, elsewhere, target.isComplete), offset);
    return;
  }
  const version = there.versions && textForVersion(versionId, there.versions);
  if (version !== undefined) {
    yield fault(version, payloadOffset - 4);
    return;
  }
  if (shape === undefined) {
    yield* unreadPayload(one, target, fault);
    return;
  }
  const { candidate, machineParameters } = shape;
  for (const { name, inFile, there: value } of differing) {
    const at = whereParameterShows(candidate, machineParameters, [name, value], versionId, section.payload);
    yield fault(textForParameter(name, inFile, value), payloadOffset + at);
  }
  const { value, slots } = sectionProblems(one, target.schemas);
  if (value !== undefined) yield fault(value.words, payloadOffset + value.offset);
  for (const { slots: own, words } of slots) yield fault(words, payloadOffset + own.offset);
}

/** Describes a payload that no schema of the target can decode. */
function* unreadPayload(
  { section, there }: MatchedSection,
  target: Target,
  fault: (words: FindingText, at: number) => Finding,
): Generator<Finding> {
  const { versionId, payloadOffset, payloadLength } = section.report;
  const [candidate] = there === undefined ? [] : candidatesFor(section, there, target);
  if (section.name === 'cpu') {
    yield fault(textForProcessor(payloadLength >= PROCESSOR_64 ? 64 : 32), payloadOffset);
    return;
  }
  if (candidate === undefined) {
    const length = there?.saved?.report.payloadLength;
    if (length !== undefined && length !== payloadLength)
      yield fault(textForFormat(`${length} bytes`, `${payloadLength} bytes`), payloadOffset);
    return;
  }
  const known = candidate.machineParameters.every((name) => there?.machineParameters.has(name));
  const machineParameters = new Map(there?.machineParameters);
  const error = known
    ? explainPrefix(pinMachineParameters(candidate, machineParameters, versionId), section.payload).error
    : undefined;
  const expected =
    error === undefined ? `the payload that it saves for ${candidate.device} itself` : error.expected;
  const found = error === undefined ? `${payloadLength} bytes of a different format` : error.found;
  const path = error?.path === undefined ? '' : ` (${error.path.replace(/^payload\./, '')})`;
  yield fault(textForFormat(`${expected}${path}`, found), payloadOffset + (error?.offset ?? 0));
}

/** Places where the target has the same device, but the file does not. */
function otherPlaces(idstr: string, file: OpenedFile, target: Target): readonly string[] {
  const name = deviceName(idstr);
  if (name === idstr) return [];
  const ours = new Set(file.sections.map(({ report }) => report.idstr));
  return target.sections
    .map(({ report }) => report.idstr)
    .filter((other) => deviceName(other) === name && !ours.has(other));
}

/** Devices of the target that are not in the file. QEMU does not require them. */
function unsavedDevices(file: OpenedFile, target: Target): readonly Finding[] {
  const ours = new Set(file.sections.map(({ report }) => `${report.instanceId}/${report.idstr}`));
  return target.sections
    .filter(({ report }) => !ours.has(`${report.instanceId}/${report.idstr}`))
    .map(({ report: { idstr, instanceId } }): Finding => {
      return {
        cause: 'stays-at-reset',
        level: 'notice',
        section: null,
        offset: null,
        expected: `${JSON.stringify(idstr)}, instance ${instanceId}`,
        found: 'no such section',
        why: 'the target has a device that is not in the file; QEMU does not require it, and it keeps its reset state',
        advice: ['if the guest had the device, this file is incomplete; if not, start the target without it'],
        source: 'QEMU migration/savevm.c, qemu_loadvm_state',
      };
    });
}

function faultAt(words: FindingText, section: SectionReference, offset: number): Finding {
  return { ...words, level: 'fault', section, offset };
}
