import { isDecodeError } from '@bytewright/runtime';
import { openBy } from '../open/open-device-state.js';
import type { OpenedFile } from '../open/opened-file.js';
import { withSchemas } from '../open/opened-file.js';
import { readDeviceState } from '../report/read-device-state.js';
import { diagnoseCapture, diagnoseFooters } from './diagnose-capture.js';
import { diagnoseCatalog } from './diagnose-catalog.js';
import { diagnoseDamage } from './diagnose-damage.js';
import { diagnoseFile } from './diagnose-file.js';
import { diagnoseMachine } from './diagnose-machine.js';
import type { Finding } from './finding.js';
import type { Target } from './target.js';

/** What was found out of a file. */
export interface Diagnosis {
  /** The file, if it can be read. */
  readonly file: OpenedFile | undefined;
  /** What is wrong, in the order in which QEMU meets it; hints last. */
  readonly findings: readonly Finding[];
}

/**
 * Why a file does not load: what is wrong with it, and where it is not what a target expects.
 *
 * @example
 * const { findings } = await diagnose(bytes, target);
 * findings[0]?.cause; // 'fact:smbus'
 */
export async function diagnose(bytes: Uint8Array, target?: Target): Promise<Diagnosis> {
  const reading = readDeviceState(bytes);
  if (reading.opened === undefined) return { file: undefined, findings: diagnoseDamage(bytes, reading) };
  const file = await withSchemas(bytes, reading.opened);
  const found = target === undefined ? [] : await diagnoseTarget(file, target);
  const findings = [...diagnoseFile(file), ...found].sort(
    (a, b) => Number(a.isHint ?? false) - Number(b.isHint ?? false) || a.offset - b.offset,
  );
  return { file, findings };
}

async function diagnoseTarget(file: OpenedFile, target: Target): Promise<readonly Finding[]> {
  const { label, catalog, capture, facts, footers } = target;
  const findings: Finding[] = [];
  if (capture !== undefined) findings.push(...diagnoseCapture(file, capture, label));
  else if (footers !== undefined) findings.push(...diagnoseFooters(file, footers, label));
  if (catalog !== undefined && capture === undefined) {
    const there = await readBy(file, catalog);
    findings.push(...diagnoseCatalog(file, there, label));
  }
  // a capture shows what is so; else what somebody says counts
  if (capture === undefined) findings.push(...diagnoseMachine(file, facts, label));
  return findings;
}

/** The file as one catalog reads it. What it does not know it keeps, so that it reads whatever another one does. */
async function readBy(file: OpenedFile, catalog: NonNullable<Target['catalog']>): Promise<OpenedFile> {
  try {
    return await withSchemas(file.bytes, openBy(catalog, file.bytes));
  } catch (error) {
    if (!isDecodeError(error)) throw error;
    return file; // without footers, the end of what it does not know may not be found
  }
}
