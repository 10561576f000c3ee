import { BY_HAND, BY_HAND_CHECKED, GENERATED } from '../contender.js';
import { ratioText } from './numbers.js';
import type { Comparison, Results } from './results.js';
import { rowOf } from './results.js';

/** What is aimed at, and what was found. */
export interface Target {
  readonly what: string;
  readonly aim: string;
  readonly found: string;
  /** `undefined` where it was not measured. */
  readonly isMet: boolean | undefined;
}

/** At most so many times what code by hand takes. */
interface Limit {
  readonly subject: RegExp;
  readonly action: Comparison['action'];
  readonly most: number;
  readonly of?: typeof BY_HAND_CHECKED;
}

const LIMITS: readonly Limit[] = [
  { subject: /^device state, 82 KB/, action: 'decode', most: 1.1 },
  { subject: /^device state, 82 KB/, action: 'encode', most: 1.5 },
  { subject: /^device state, 214 KB/, action: 'decode', most: 0.8 },
  { subject: /^device state, 214 KB/, action: 'encode', most: 0.95 },
  { subject: /records$/, action: 'decode', most: 1.1 },
  { subject: /records$/, action: 'encode', most: 1.2, of: BY_HAND_CHECKED },
  { subject: /^pcap, a million packets$/, action: 'decode', most: 1.05 },
  { subject: /^pcap, a million packets$/, action: 'encode', most: 1.1 },
  { subject: /^PNG/, action: 'decode', most: 1.25 },
  { subject: /^ZIP/, action: 'decode', most: 1.15 },
  { subject: /^ELF/, action: 'decode', most: 1.15 },
  { subject: /^(?:PNG|ZIP|ELF)/, action: 'encode', most: 1.3 },
  { subject: /^device state/, action: 'sizeOf', most: 1 },
  { subject: /^device state/, action: 'first decode', most: 2 },
];

/** At least so many times as fast as a peer. */
const AHEAD: readonly { readonly subject: RegExp; readonly peer: string; readonly least: number }[] = [
  { subject: /^device state/, peer: 'binary-parser', least: 5 },
  { subject: /^device state/, peer: 'binary-parser, from our IR', least: 30 },
  { subject: /records$/, peer: 'protobuf-es', least: 1 },
  { subject: /records$/, peer: 'protobufjs', least: 1 },
];

/** How time may grow with the input. */
const GREATEST_EXPONENT = 1.05;

/** All targets, with what a run found. */
export function targetsIn({ comparisons, growths }: Results): readonly Target[] {
  return [
    ...LIMITS.flatMap((limit) => comparisons.flatMap((one) => limitIn(limit, one))),
    ...AHEAD.flatMap(({ subject, peer, least }) =>
      comparisons.filter((one) => subject.test(one.subject)).flatMap((one) => aheadIn(one, peer, least)),
    ),
    ...growths
      .filter(({ contender }) => contender === GENERATED)
      .map(
        ({ subject, action, exponent }): Target => ({
          what: `${subject}: ${action}, exponent of growth`,
          aim: `≤ ${GREATEST_EXPONENT}`,
          found: ratioText(exponent),
          isMet: exponent <= GREATEST_EXPONENT,
        }),
      ),
  ];
}

function limitIn({ subject, action, most, of }: Limit, comparison: Comparison): readonly Target[] {
  if (comparison.action !== action || !subject.test(comparison.subject)) return [];
  const row = rowOf(comparison, GENERATED);
  const ratio = (of === undefined ? row?.timesByHand : row?.timesByHandChecked)?.median;
  if (ratio === undefined) return [];
  return [
    {
      what: `${comparison.subject}: ${action}`,
      aim: `≤ ${most} × ${of ?? BY_HAND}`,
      found: ratioText(ratio),
      isMet: ratio <= most,
    },
  ];
}

function aheadIn(comparison: Comparison, peer: string, least: number): readonly Target[] {
  const ours = rowOf(comparison, GENERATED)?.timesByHand?.median;
  const theirs = rowOf(comparison, peer)?.timesByHand?.median;
  if (ours === undefined || theirs === undefined || comparison.action.includes('edit')) return [];
  return [
    {
      what: `${comparison.subject}: ${comparison.action}, beside ${peer}`,
      aim: least === 1 ? 'faster' : `≥ ${least} × as fast`,
      found: ratioText(theirs / ours),
      isMet: theirs / ours >= least,
    },
  ];
}
