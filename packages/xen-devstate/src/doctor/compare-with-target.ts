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

/** Bytes of a processor's section that are enough to tell its word size: all registers of 64 bits, and the pointer. */
const PROCESSOR_64 = 1851;

/** All that a target expects otherwise than a file has it, in the order in which QEMU comes upon it. */
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

/** Of a payload that no schema of the target reads. */
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
  const expected = error === undefined ? `what it saves of ${candidate.device} itself` : error.expected;
  const found = error === undefined ? `${payloadLength} bytes that are something else` : error.found;
  const path = error?.path === undefined ? '' : ` (${error.path.replace(/^payload\./, '')})`;
  yield fault(textForFormat(`${expected}${path}`, found), payloadOffset + (error?.offset ?? 0));
}

/** Where the target has the same device, and the file has none. */
function otherPlaces(idstr: string, file: OpenedFile, target: Target): readonly string[] {
  const name = deviceName(idstr);
  if (name === idstr) return [];
  const ours = new Set(file.sections.map(({ report }) => report.idstr));
  return target.sections
    .map(({ report }) => report.idstr)
    .filter((other) => deviceName(other) === name && !ours.has(other));
}

/** Devices of the target that the file says nothing of. QEMU does not miss them. */
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
        why: 'the target has a device that the file says nothing of; QEMU does not ask for it, and it stays as it is after reset',
        advice: ['if the guest had the device, this file is not whole; if not, start the target without it'],
        source: 'QEMU migration/savevm.c, qemu_loadvm_state',
      };
    });
}

function faultAt(words: FindingText, section: SectionReference, offset: number): Finding {
  return { ...words, level: 'fault', section, offset };
}
