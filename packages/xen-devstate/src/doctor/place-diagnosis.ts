import type { Place } from '../containers/place.js';
import type { Diagnosis, SectionReference } from './diagnosis.js';

/**
 * Converts a diagnosis to the offsets and the size of the file that contains the device state.
 *
 * @param isPlaced whether the findings' offsets are already those of the file
 */
export function placeDiagnosis(diagnosis: Diagnosis, place: Place, isPlaced = false): Diagnosis {
  const placed = <T extends SectionReference | null>(section: T): T =>
    section === null ? section : { ...section, offset: place.offsetOf(section.offset) };
  const { file, findings, forecast } = diagnosis;
  return {
    ...diagnosis,
    file: { ...file, size: place.size },
    findings: findings.map((finding) => ({
      ...finding,
      section: placed(finding.section),
      offset: finding.offset === null || isPlaced ? finding.offset : place.offsetOf(finding.offset),
    })),
    forecast: forecast && {
      ...forecast,
      section: placed(forecast.section),
      offset: place.offsetOf(forecast.offset),
    },
  };
}
