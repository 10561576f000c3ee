import { hasBanner, readBanner } from '../emit/banner.js';

/** What a file in the output folder says of who wrote it. */
export interface Mark {
  /** The configuration for which it was written, as a path relative to the file; earlier versions did not say. */
  readonly configuration: string | undefined;
  /** Whether it is as it was written. A snapshot has no hash of its text, and counts as such. */
  readonly isAsWritten: boolean;
}

const SNAPSHOT = /^\{\s*"format": "bytewright\/snapshot@/;

/** The first members of a snapshot, in the order in which they are printed. */
const CONFIGURATION =
  /^\{\s*"format": "[^"]*",\s*"source": "(?:[^"\\]|\\.)*",\s*"configuration": ("(?:[^"\\]|\\.)*")/;

/** Whether a file begins like a snapshot. */
export const isSnapshot = (text: string): boolean => SNAPSHOT.test(text);

/** The mark of a generated file or a snapshot; `undefined` for a file that the generator has not written. */
export function readMark(text: string): Mark | undefined {
  if (hasBanner(text)) {
    const banner = readBanner(text);
    return { configuration: banner?.configuration, isAsWritten: banner?.isAsWritten ?? false };
  }
  if (!isSnapshot(text)) return undefined;
  const [, quoted] = CONFIGURATION.exec(text) ?? [];
  return { configuration: quoted === undefined ? undefined : unquoted(quoted), isAsWritten: true };
}

function unquoted(text: string): string | undefined {
  try {
    return String(JSON.parse(text));
  } catch {
    return undefined; // no JSON, so nobody's
  }
}
