/** Identifies the section that a finding is about. */
export interface SectionReference {
  /** Its index among the sections. */
  readonly index: number;
  /** The offset at which it begins in the file, in bytes. */
  readonly offset: number;
  readonly sectionId: number;
  readonly idstr: string;
  readonly instanceId: number;
}

/**
 * The severity of a finding. A `fault` is damage, or prevents the file from being loaded, or makes QEMU load something
 * other than was saved; a `notice` is worth knowing.
 */
export type Level = 'fault' | 'notice';

/** A finding of the doctor. */
export interface Finding {
  /** The cause, as a stable identifier for programs, such as `piix4-smbus`. */
  readonly cause: string;
  readonly level: Level;
  /** The section concerned; `null` for the file as a whole. */
  readonly section: SectionReference | null;
  /** The offset in the file, in bytes; `null` if it concerns something that is not in the file. */
  readonly offset: number | null;
  /** What the target accepts, or an undamaged file has. */
  readonly expected: string;
  /** What the file has. */
  readonly found: string;
  /** An explanation of the likely cause. */
  readonly why: string;
  /** What to do, one alternative per line. */
  readonly advice: readonly string[];
  /** The source of this knowledge, such as `QEMU hw/acpi/piix4.c`; `null` if it follows from the bytes alone. */
  readonly source: string | null;
}

/**
 * The prediction of what QEMU will do with the file.
 *
 * - `loads`: it loads all sections as they were written
 * - `misreads`: it misinterprets some bytes without an error
 * - `refused`: it fails with an error
 */
export interface Forecast {
  readonly outcome: 'loads' | 'misreads' | 'refused';
  /** Lines that QEMU 7.2 prints before it reports that the migration failed; the innermost reason first. */
  readonly says: readonly string[];
  /** The section in or after which QEMU stops; `null` if it loads everything. */
  readonly section: SectionReference | null;
  /** The offset in the file at which it stops reading, in bytes. */
  readonly offset: number;
}

/** The result of diagnosing a file, as printed by `devstate doctor --json`. */
export interface Diagnosis {
  /** Whether there is no fault. */
  readonly healthy: boolean;
  readonly file: {
    /** In bytes. */
    readonly size: number;
    /** `null` if the file is damaged before that is known. */
    readonly footers: boolean | null;
    readonly sections: number;
    /** The catalog that it was decoded with; `null` for a damaged file. */
    readonly catalog: string | null;
  };
  /** A description of the target; `null` if none was given. */
  readonly target: string | null;
  /** In the order in which QEMU encounters them: the first fault is the one that makes loading fail. */
  readonly findings: readonly Finding[];
  /** `null` for a damaged file, and without a target. */
  readonly forecast: Forecast | null;
}

/** The first fault. */
export function firstFault({ findings }: Pick<Diagnosis, 'findings'>): Finding | undefined {
  return findings.find(({ level }) => level === 'fault');
}

/** Describes a section: `section 25 "0000:00:01.3/piix4_pm", instance 0, id 29, at byte 9820`. */
export function nameSection({ index, idstr, instanceId, sectionId, offset }: SectionReference): string {
  return `section ${index} ${JSON.stringify(idstr)}, instance ${instanceId}, id ${sectionId}, at byte ${offset}`;
}
