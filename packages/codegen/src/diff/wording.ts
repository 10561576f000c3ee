import { hexOf } from '@bytewright/runtime/codec';
import type { BreakingOutcome, Change } from '@bytewright/schema-dsl/diff';
import { CHANGE_KINDS } from '@bytewright/schema-dsl/diff';
import type { Direction, TrialResult } from '@bytewright/schema-dsl/diff/trials';

/** A change in a line: `Message.size: another width (u16be → u32be)`. */
export function changeText({ kind, before, after }: Change): string {
  const { title } = CHANGE_KINDS[kind];
  if (before === undefined && after === undefined) return title;
  if (before === undefined) return `${title} (${after})`;
  return after === undefined ? `${title} (${before})` : `${title} (${before} → ${after})`;
}

/** What may become of bytes: `read as before`, `may be read differently, or refused`. */
export function outcomeText(outcomes: readonly BreakingOutcome[]): string {
  if (outcomes.length === 0) return 'read as before';
  if (outcomes.length === 2) return 'may be read differently, or refused';
  return outcomes[0] === 'refused' ? 'may be refused' : 'may be read differently';
}

/** Which bytes, in which codec. */
export const DIRECTIONS: Readonly<Record<Direction, string>> = {
  backward: 'old bytes, new codec',
  forward: 'new bytes, old codec',
};

/** What was tried, in a line: `200 tried: 150 as before, 50 refused`. */
export function countsText({ tried, asBefore, disagreements, untried }: TrialResult): string {
  if (untried !== undefined) return `not tried: ${untried}`;
  const counts = [
    `${asBefore} as before`,
    ...disagreements.map(
      ({ outcome, count }) => `${count} ${outcome === 'refused' ? 'refused' : 'read differently'}`,
    ),
  ];
  return `${tried} tried: ${counts.join(', ')}`;
}

/** Bytes shown at most. */
const SHOWN = 48;

/** Bytes in hexadecimal digits, two and two. */
export function hexText(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'no bytes';
  const digits = hexOf(bytes.subarray(0, SHOWN), ' ');
  return bytes.length > SHOWN ? `${digits} … (${bytes.length} bytes)` : digits;
}

/** Characters of a value that are shown. */
const LONGEST = 160;

/** A value, or the beginning of it. */
export function shortText(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
