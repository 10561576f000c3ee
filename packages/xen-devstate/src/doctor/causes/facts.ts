import { ACPI_FACTS } from './acpi.js';
import { DEVICE_FACTS, otherFact } from './devices.js';
import { PCI_FACTS } from './pci.js';
import type { FactWords, Words } from './words.js';

const ALL: Readonly<Record<string, FactWords>> = { ...ACPI_FACTS, ...PCI_FACTS, ...DEVICE_FACTS };

/**
 * Why a fact is another one in the file than in the target.
 *
 * @param name such as `smbus`
 * @param inFile what the payload shows
 * @param there what the target expects
 */
export function wordsForFact(name: string, inFile: unknown, there: unknown): Words {
  const words = Object.hasOwn(ALL, name) ? ALL[name] : undefined;
  return words === undefined ? otherFact(name, inFile, there) : words(inFile, there);
}
