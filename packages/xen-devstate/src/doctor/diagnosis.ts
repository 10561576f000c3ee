/** Which section something is said of. */
export interface SectionReference {
  /** Where it stands among the sections. */
  readonly index: number;
  /** Where it begins in the file, in bytes. */
  readonly offset: number;
  readonly sectionId: number;
  readonly idstr: string;
  readonly instanceId: number;
}

/**
 * How much a finding matters. A `fault` is damage, or keeps the file from being loaded, or makes QEMU load something else
 * than was saved; a `notice` is worth knowing.
 */
export type Level = 'fault' | 'notice';

/** One thing that the doctor found. */
export interface Finding {
  /** What it is, for programs: the same word each time, such as `piix4-smbus`. */
  readonly cause: string;
  readonly level: Level;
  /** The section that it is about; `null` for the file as a whole. */
  readonly section: SectionReference | null;
  /** Where in the file it shows, in bytes; `null` where it shows in nothing that is there. */
  readonly offset: number | null;
  /** What the target takes, or what a sound file has. */
  readonly expected: string;
  /** What the file holds. */
  readonly found: string;
  /** The likely cause, in words. */
  readonly why: string;
  /** What to do, a way a line. */
  readonly advice: readonly string[];
  /** Where that is from, such as `QEMU hw/acpi/piix4.c`; `null` where it follows from the bytes alone. */
  readonly source: string | null;
}

/**
 * What QEMU is going to do with the file.
 *
 * - `loads`: it takes all sections as they were written
 * - `misreads`: it says nothing, and takes some bytes for what they are not
 * - `refused`: it ends with an error
 */
export interface Forecast {
  readonly outcome: 'loads' | 'misreads' | 'refused';
  /** Lines that QEMU 7.2 prints before it says that the migration failed; the innermost reason first. */
  readonly says: readonly string[];
  /** The section that QEMU is in, or comes from, when it stops; `null` where it loads all. */
  readonly section: SectionReference | null;
  /** Where in the file it stops reading, in bytes. */
  readonly offset: number;
}

/** What the doctor has to say of a file. This is what `devstate doctor --json` prints. */
export interface Diagnosis {
  /** Whether there is no fault. */
  readonly healthy: boolean;
  readonly file: {
    /** In bytes. */
    readonly size: number;
    /** `null` where the file is damaged before that can be told. */
    readonly footers: boolean | null;
    readonly sections: number;
    /** The catalog that reads it; `null` for a damaged file. */
    readonly catalog: string | null;
  };
  /** What it shall be loaded into, in words; `null` where nothing was said. */
  readonly target: string | null;
  /** In the order in which QEMU comes upon them: the first fault is what a failed load is about. */
  readonly findings: readonly Finding[];
  /** `null` for a damaged file, and without a target. */
  readonly forecast: Forecast | null;
}

/** The first fault. */
export function firstFault({ findings }: Pick<Diagnosis, 'findings'>): Finding | undefined {
  return findings.find(({ level }) => level === 'fault');
}

/** A section in a few words: `section 25 "0000:00:01.3/piix4_pm", instance 0, id 29, at byte 9820`. */
export function nameSection({ index, idstr, instanceId, sectionId, offset }: SectionReference): string {
  return `section ${index} ${JSON.stringify(idstr)}, instance ${instanceId}, id ${sectionId}, at byte ${offset}`;
}
