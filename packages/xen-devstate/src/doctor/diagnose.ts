import type { DecodeError } from '@bytewright/runtime';
import { endOfState } from '../open/end-of-state.js';
import type { OpenOptions } from '../open/open-options.js';
import { withSchemas } from '../open/opened-file.js';
import { readDeviceState } from '../open/report/read-device-state.js';
import { compareWithTarget } from './compare-with-target.js';
import { behindTheEnd } from './damage/file-damage.js';
import { findDamage } from './damage/find-damage.js';
import type { Diagnosis, Finding } from './diagnosis.js';
import { forecast } from './load/forecast.js';
import { matchSection } from './load/match-section.js';
import type { Target } from './targets/target.js';

/** Options for diagnosing a file. */
export interface DiagnoseOptions extends OpenOptions {
  /** The target to load the file into. Without one, only damage is reported. */
  readonly target?: Target | undefined;
  /** Whether bytes after the state are a fault: QEMU does not read that far. */
  readonly strict?: boolean | undefined;
}

/**
 * Finds out why a file cannot be loaded, or how it is damaged. Never throws for bad bytes.
 *
 * @param known a fault that the bytes do not show, such as one in the gzip data they came from
 * @example
 * const target = captureTarget(await openFile(there), 'there.dev');
 * const { findings } = await diagnose(bytes, { target });
 * findings[0]?.cause; // 'piix4-smbus'
 */
export async function diagnose(
  bytes: Uint8Array,
  options: DiagnoseOptions = {},
  known?: DecodeError,
): Promise<Diagnosis> {
  const { target, strict = false, ...openOptions } = options;
  const end = known === undefined ? await endOfState(bytes, openOptions) : undefined;
  const state = bytes.subarray(0, end);
  const reading = readDeviceState(state, openOptions, known);
  const { opened, report } = reading;
  const file = {
    size: bytes.length,
    footers: report.footers,
    sections: report.sections.length,
    catalog: opened?.catalog ?? null,
  };
  const title = target?.title ?? null;
  const damage = await findDamage(state, reading, openOptions);
  if (end !== undefined) damage.push(behindTheEnd(bytes, end));
  const own = damage.map(({ finding }) => (strict ? strictly(finding) : finding));
  if (opened === undefined) return { healthy: false, file, target: title, findings: own, forecast: null };
  const opening = await withSchemas(state, opened);
  const matched =
    target === undefined ? [] : opening.sections.map((section) => matchSection(section, target));
  const differences = target === undefined ? [] : compareWithTarget(opening, target, matched);
  const findings = inOrder([...own, ...differences]);
  return {
    healthy: findings.every(({ level }) => level !== 'fault'),
    file,
    target: title,
    findings,
    forecast: target === undefined ? null : forecast(opening, target, matched),
  };
}

function strictly(finding: Finding): Finding {
  return finding.cause === 'trailing-bytes' ? { ...finding, level: 'fault' } : finding;
}

/** Sorts findings by offset; at the same offset, damage comes first. Findings without an offset come last. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const place = ({ offset }: Finding): number => offset ?? Number.POSITIVE_INFINITY;
  return [...findings].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}
