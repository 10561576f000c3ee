import { irOf } from '@bytewright/schema-dsl';
import { versionsOf } from '../compare/versions-of.js';
import type { CatalogSchemas } from '../open/catalog.js';
import type { OpenedFile } from '../open/opened-file.js';
import type { OpenedSection } from '../open/opened-section.js';
import { findingSection } from './diagnose-file.js';
import type { Finding } from './finding.js';

/**
 * What a QEMU cannot load of a file, whatever machine it is started as: devices that it does not know, versions that it does
 * not take, payloads that none of its layouts fits.
 *
 * Source: QEMU migration/savevm.c, `qemu_loadvm_section_start_full`; migration/vmstate.c, `vmstate_load_state`.
 *
 * @param file as all catalogs read it
 * @param there as the target's catalog reads it
 */
export function diagnoseCatalog(file: OpenedFile, there: OpenedFile, label: string): readonly Finding[] {
  return there.sections.flatMap((section, i): Finding[] => {
    const here = file.sections[i];
    if (section.report.how !== 'scan' || here === undefined) return [];
    const { name } = section;
    if (!Object.hasOwn(there.schemas.devices, name)) return [unknownDevice(section, label)];
    const known = versionsIn(there.schemas, name);
    const { versionId } = section.report;
    if (known.length > 0 && known.every(({ version }) => version !== undefined && versionId > version))
      return [otherVersion(section, 'newer-version', label, known)];
    if (known.length > 0 && known.every(({ minimum }) => minimum !== undefined && versionId < minimum))
      return [otherVersion(section, 'older-version', label, known)];
    // what nothing reads is no matter of this target
    return here.report.how === 'scan' ? [] : [otherLayout(section, label)];
  });
}

type Known = ReturnType<typeof versionsOf>;

function versionsIn({ devices }: CatalogSchemas, name: string): readonly Known[] {
  return (devices[name] ?? []).flatMap((schema) => {
    const ir = irOf(schema, { allowParameters: true });
    const inner = ir.root.kind === 'bind' ? ir.root.node : ir.root;
    const struct = inner.kind === 'struct' ? ir.structs[inner.name] : undefined;
    return struct === undefined ? [] : [versionsOf(struct, ir)];
  });
}

function unknownDevice(section: OpenedSection, label: string): Finding {
  const { idstr, instanceId, offset } = section.report;
  return {
    cause: 'unknown-device',
    section: findingSection(section),
    offset,
    expected: `one of the devices that ${label} has`,
    found: `a section of ${section.name}`,
    because: `${label} has no device that saves a state under this name`,
    remedy: 'save the machine without the device, or load the file in a QEMU that has it',
    qemuSays: unknownSection(idstr, instanceId),
    canFix: false,
  };
}

/** What QEMU says of a section that no device of the machine claims. */
export function unknownSection(idstr: string, instanceId: number): string {
  return `Unknown savevm section or instance '${idstr}' ${instanceId}`;
}

function otherVersion(
  section: OpenedSection,
  cause: 'newer-version' | 'older-version',
  label: string,
  known: readonly Known[],
): Finding {
  const { versionId, idstr, payloadOffset } = section.report;
  const [first] = known;
  const range = `version ${first?.minimum ?? first?.version} to ${first?.version}`;
  const isNewer = cause === 'newer-version';
  return {
    cause,
    section: findingSection(section),
    offset: payloadOffset - 4, // the last number of the header
    expected: range,
    found: `version ${versionId}`,
    because: isNewer
      ? `the file is of a QEMU that has changed ${section.name} since ${label}`
      : `${label} has ceased to read such an old ${section.name}`,
    remedy: isNewer
      ? 'load it in a QEMU at least as new as the one that wrote it'
      : 'load it in an older QEMU, and save it there again',
    qemuSays: isNewer
      ? `savevm: unsupported version ${versionId} for '${idstr}' v${first?.version}`
      : undefined,
    canFix: false,
  };
}

function otherLayout(section: OpenedSection, label: string): Finding {
  const isCpu = section.name === 'cpu';
  return {
    cause: isCpu ? 'cpu-width' : 'other-layout',
    section: findingSection(section),
    offset: section.report.payloadOffset,
    expected: isCpu ? `a processor as ${label} saves it` : `a ${section.name} as ${label} lays it out`,
    found: isCpu
      ? `${section.payload.length} bytes: a processor of the other width`
      : `${section.payload.length} bytes that do not fit`,
    because: isCpu
      ? 'qemu-system-x86_64 saves 16 registers of 64 bits, qemu-system-i386, which Xen uses, 8 of 32 bits'
      : section.why().join('; '),
    remedy: isCpu
      ? 'load it in the same one of qemu-system-i386 and qemu-system-x86_64 that saved it'
      : undefined,
    qemuSays: undefined,
    canFix: false,
  };
}
