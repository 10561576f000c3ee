import type { OpenedSection } from '../open/opened-section.js';
import type { SectionReport } from '../open/report/report.js';
import type { SectionReference } from './diagnosis.js';

/** The reference to a section in findings. */
export function referTo({ index, report }: Pick<OpenedSection, 'index' | 'report'>): SectionReference {
  return referToReport(report, index);
}

/** The reference to a section of a report. */
export function referToReport(
  { offset, sectionId, idstr, instanceId }: SectionReport,
  index: number,
): SectionReference {
  return { index, offset, sectionId, idstr, instanceId };
}
