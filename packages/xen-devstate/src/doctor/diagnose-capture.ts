import { explainPayload } from '../explain/explain-file.js';
import type { Leaf } from '../explain/leaf.js';
import type { OpenedFile } from '../open/opened-file.js';
import type { OpenedSection } from '../open/opened-section.js';
import { unknownSection } from './diagnose-catalog.js';
import { findingSection } from './diagnose-file.js';
import { factFieldsOf, factFinding, leavesBelow, sizeOf } from './diagnose-machine.js';
import type { FactField } from './fields-by-fact.js';
import type { Finding } from './finding.js';
import { afterPayload, UNEXPECTED_FOOTER } from './qemu-says.js';

/**
 * Where a file is not what a machine expects that has saved another one: footers, devices, versions, fields. Subsections are
 * no difference: a machine knows those that it does not send.
 */
export function diagnoseCapture(file: OpenedFile, target: OpenedFile, label: string): readonly Finding[] {
  return [
    ...diagnoseFooters(file, target.opened.value.footers, label),
    ...file.sections.flatMap((section) => {
      const other = partnerOf(section, file, target);
      if (other === undefined) return [unknown(section, target, label)];
      return diagnoseSection(section, other, label);
    }),
  ];
}

/** Footers are demanded or refused, never detected. Source: QEMU migration/savevm.c, `check_section_footer`. */
export function diagnoseFooters(file: OpenedFile, expected: boolean, label: string): readonly Finding[] {
  const [first] = file.sections;
  const has = file.opened.value.footers;
  if (first === undefined || has === expected) return [];
  const { payloadOffset, payloadLength, idstr } = first.report;
  return [
    {
      cause: 'footers',
      section: findingSection(first),
      offset: payloadOffset + payloadLength,
      expected: expected ? 'a footer behind each section' : 'no footers',
      found: has ? 'a footer' : 'the next section',
      because: expected
        ? `${label} expects footers, and the file has none: it is of Xen, or of a machine type before 2.4`
        : `${label} expects no footers, as Xen's machines and those before 2.4 do`,
      remedy: `start the target with -global migration.send-section-footer=${has ? 'on' : 'off'}`,
      qemuSays: has ? UNEXPECTED_FOOTER : `Missing section footer for ${idstr}`,
      canFix: true,
    },
  ];
}

/** The section of the target with the same name and instance: the n-th such one. */
export function partnerOf(
  { index, report }: OpenedSection,
  file: OpenedFile,
  target: OpenedFile,
): OpenedSection | undefined {
  const isSame = (other: OpenedSection): boolean =>
    other.report.idstr === report.idstr && other.report.instanceId === report.instanceId;
  const place = file.sections.slice(0, index).filter(isSame).length;
  return target.sections.filter(isSame)[place];
}

function unknown(section: OpenedSection, { sections }: OpenedFile, label: string): Finding {
  const { idstr, instanceId, offset } = section.report;
  const elsewhere = sections.find((other) => other.name === section.name && other.report.idstr !== idstr);
  return {
    cause: 'unknown-section',
    section: findingSection(section),
    offset,
    expected: 'a section of a device that the machine has',
    found: `${idstr}, instance ${instanceId}`,
    because:
      elsewhere === undefined
        ? `${label} has no such device: it was started without it, or as another machine`
        : `${label} has its ${section.name} as ${elsewhere.report.idstr}: in another slot, or on another bus`,
    remedy:
      elsewhere === undefined
        ? `start the target with the device that saves ${section.name}`
        : `put the device where it was: -device …,addr=…, so that it is ${idstr} again`,
    qemuSays: unknownSection(idstr, instanceId),
    canFix: false,
  };
}

function diagnoseSection(section: OpenedSection, other: OpenedSection, label: string): readonly Finding[] {
  const { versionId, idstr, payloadOffset } = section.report;
  if (versionId > other.report.versionId)
    return [
      {
        cause: 'newer-version',
        section: findingSection(section),
        offset: payloadOffset - 4, // the last number of the header
        expected: `version ${other.report.versionId}`,
        found: `version ${versionId}`,
        because: `the file is of a QEMU that has changed ${section.name} since, or of a machine type that has it newer`,
        remedy: 'load it in a QEMU at least as new as the one that wrote it',
        qemuSays: `savevm: unsupported version ${versionId} for '${idstr}' v${other.report.versionId}`,
        canFix: false,
      },
    ];
  const facts = differingFacts(section, other);
  if (facts.length > 0) return facts.map(({ field, missing }) => factFinding(section, field, label, missing));
  return differingFields(section, other, label);
}

/** Fields that facts decide about, and that only one of two sections has. */
function differingFacts(
  section: OpenedSection,
  other: OpenedSection,
): readonly { readonly field: FactField; readonly missing: number | undefined }[] {
  const there = factFieldsOf(other);
  return factFieldsOf(section).flatMap((field) => {
    const same = there.find(({ path }) => path.join('.') === field.path.join('.'));
    if (same === undefined || same.isPresent === field.isPresent) return [];
    return [{ field, missing: field.isPresent ? undefined : sizeOf(leavesBelow(other, field.path)) }];
  });
}

/** The first field that is laid out otherwise. How often a list repeats is on the wire, mostly, and no difference. */
function differingFields(section: OpenedSection, other: OpenedSection, label: string): readonly Finding[] {
  const [own, theirs] = [shapeOf(section), shapeOf(other)];
  const extra = own.find(({ name }) => !theirs.some((field) => field.name === name));
  const lacking = theirs.find(({ name }) => !own.some((field) => field.name === name));
  const changed = own.find(
    ({ name, type }) => (theirs.find((field) => field.name === name)?.type ?? type) !== type,
  );
  const first = extra ?? changed;
  if (first === undefined && lacking === undefined) return [];
  const isCpu = section.name === 'cpu';
  const offset = first?.offset ?? section.report.payloadOffset;
  return [
    {
      cause: isCpu ? 'cpu-width' : 'other-layout',
      section: findingSection(section),
      offset,
      expected:
        lacking === undefined
          ? `${other.payload.length} bytes, without ${first?.name}`
          : `${other.payload.length} bytes, with ${lacking.name}`,
      found: `${section.payload.length} bytes${first === undefined ? '' : `, with ${first.name}`}`,
      because: isCpu
        ? 'qemu-system-x86_64 saves 16 registers of 64 bits, qemu-system-i386, which Xen uses, 8 of 32 bits'
        : `${label} lays out ${section.name} otherwise: it is of another QEMU, or was given other properties`,
      remedy: isCpu
        ? 'load it in the same one of qemu-system-i386 and qemu-system-x86_64 that saved it'
        : 'start the target with the same properties of the device: devstate compare shows all differences',
      qemuSays: afterPayload(section, other.payload.length - section.payload.length),
      canFix: false,
    },
  ];
}

/** Fields outside of subsections, by QEMU's names, places in lists left out; each once. */
function shapeOf(
  section: OpenedSection,
): readonly { readonly name: string; readonly type: string; readonly offset: number }[] {
  const fields = new Map<string, { readonly name: string; readonly type: string; readonly offset: number }>();
  for (const { path, wirePath, type, offset } of explainPayload(section) as readonly Leaf[]) {
    const name = wirePath.replace(/\[\d+\]/g, '[]');
    if (!path.includes('.subsections[') && !fields.has(name)) fields.set(name, { name, type, offset });
  }
  return [...fields.values()];
}
