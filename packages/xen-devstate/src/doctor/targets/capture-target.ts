import type { OpenedFile } from '../../open/opened-file.js';
import type { OpenedSection } from '../../open/opened-section.js';
import { candidatesOf } from '../../wire/candidates.js';
import { deviceName } from '../../wire/device-name.js';
import { payloadParameters } from '../payload-parameters.js';
import { versionsOf } from '../versions-of.js';
import type { Target, TargetSection } from './target.js';

/**
 * Sections that QEMU registers, and loads where a file has them, though it leaves them out of its own files in some machine
 * types. Source: what `needed` of these says in QEMU migration/global_state.c, hw/pci/pci_host.c (until 3.1),
 * hw/i2c/smbus_eeprom.c (until 3.1), hw/audio/pcspk.c (until 2.6), audio/audio.c.
 */
const LEFT_OUT: ReadonlySet<string> = new Set(['globalstate', 'PCIHost', 'smbus-eeprom', 'pcspk', 'audio']);

/**
 * The machine that wrote a file, as a target: the best description of one there is. Start the target as it shall be started,
 * and save it with `xen-save-devices-state` (`npm run capture`).
 *
 * @param name how the file is called in words
 * @param footers whether it waits for footers, where the file does not tell it truly
 */
export function captureTarget(file: OpenedFile, name: string, footers?: boolean): Target {
  const { opened, schemas, sections } = file;
  // of several with one name and instance QEMU loads all into the first: migration/savevm.c, find_se
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
    // its own file is in its own version
    const versions = { current: versionId, minimum };
    return { machineParameters, versions, saved: section, device: device ?? undefined };
  }
}

function keyOf(idstr: string, instanceId: number): string {
  return `${instanceId}/${idstr}`;
}
