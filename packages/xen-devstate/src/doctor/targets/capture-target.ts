import type { OpenedFile } from '../../open/opened-file.js';
import type { OpenedSection } from '../../open/opened-section.js';
import { candidatesOf } from '../../wire/candidates.js';
import { deviceName } from '../../wire/device-name.js';
import { payloadParameters } from '../payload-parameters.js';
import { versionsOf } from '../versions-of.js';
import type { Target, TargetSection } from './target.js';

/**
 * Sections that QEMU registers and loads if a file has them, although it omits them from its own files for some machine
 * types. Source: their `needed` functions in QEMU migration/global_state.c, hw/pci/pci_host.c (until 3.1),
 * hw/i2c/smbus_eeprom.c (until 3.1), hw/audio/pcspk.c (until 2.6), audio/audio.c.
 */
const LEFT_OUT: ReadonlySet<string> = new Set(['globalstate', 'PCIHost', 'smbus-eeprom', 'pcspk', 'audio']);

/**
 * A target that is the machine that wrote a file, which is the best description of it. Start the target with its intended
 * configuration, and save it with `xen-save-devices-state` (`npm run capture`).
 *
 * @param name the name of the file in messages
 * @param footers whether the target expects footers, if the file is misleading
 */
export function captureTarget(file: OpenedFile, name: string, footers?: boolean): Target {
  const { opened, schemas, sections } = file;
  // QEMU loads all sections with one name and instance into the first: migration/savevm.c, find_se
  const byName = new Map<string, OpenedSection>();
  for (const section of sections) {
    const key = keyOf(section.report.idstr, section.report.instanceId);
    if (!byName.has(key)) byName.set(key, section);
  }
  const known = new Map<string, TargetSection>();
  return {
    title: `the machine that wrote ${name} (${opened.codec.title})`,
    footers: footers ?? opened.value.footers,
    schemas,
    isComplete: true,
    sections,
    find(idstr, instanceId) {
      const key = keyOf(idstr, instanceId);
      const section = byName.get(key);
      if (section === undefined) {
        const device = deviceName(idstr);
        return LEFT_OUT.has(device) ? leftOut(device) : undefined;
      }
      const found = known.get(key) ?? targetSection(section);
      known.set(key, found);
      return found;
    },
  };

  function leftOut(device: string): TargetSection {
    const [candidate] = candidatesOf(schemas.devices, device);
    const versions = candidate && versionsOf(candidate.schema);
    return { machineParameters: new Map(), versions, saved: undefined, device: undefined };
  }

  function targetSection(section: OpenedSection): TargetSection {
    const { device, versionId } = section.report;
    const candidate = candidatesOf(schemas.devices, section.name).find((one) => one.device === device);
    const shape = candidate && payloadParameters(candidate, versionId, section.payload);
    const machineParameters = new Map(
      [...(shape?.machineParameters ?? [])].filter(([parameter]) => shape?.shown.has(parameter)),
    );
    const minimum = candidate && versionsOf(candidate.schema)?.minimum;
    // its own file has its own version
    const versions = { current: versionId, minimum };
    return { machineParameters, versions, saved: section, device: device ?? undefined };
  }
}

function keyOf(idstr: string, instanceId: number): string {
  return `${instanceId}/${idstr}`;
}
