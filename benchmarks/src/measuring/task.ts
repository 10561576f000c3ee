import type { Contender } from '../contender.js';
import { BY_HAND } from '../contender.js';
import type { Subject } from '../subject.js';
import { sampleOf } from '../subject.js';

/** What contenders do with a subject. */
export const ACTIONS = ['decode', 'encode', 'sizeOf', 'decode, edit, encode'] as const;

/** One of {@link ACTIONS}. */
export type Action = (typeof ACTIONS)[number];

/** One thing to be measured. */
export interface Task {
  readonly subject: string;
  readonly bytes: number;
  readonly action: Action;
  readonly contender: string;
  readonly note: string | undefined;
  run(): unknown;
  /** The same on the subject's sample. */
  warmUp(): unknown;
  /** A small value of the contender's own: while one lives, no collection makes the compiler forget what such values are. */
  readonly kept: unknown;
}

/** All that the contenders of a subject can do with it. A smoke run does it with the sample only. */
export function tasksOf(subject: Subject, isSmoke: boolean): readonly Task[] {
  const sample = sampleOf(subject);
  const bytes = isSmoke ? sample : subject.bytes;
  const ofHand = shared(subject, bytes);
  const sampleOfHand = bytes === sample ? ofHand : shared(subject, sample);
  return ACTIONS.flatMap((action) =>
    subject.contenders.flatMap((one): readonly Task[] => {
      const run = runnerOf(action, one, bytes, ofHand);
      const warmUp = bytes === sample ? run : runnerOf(action, one, sample, sampleOfHand);
      if (run === undefined || warmUp === undefined) return [];
      const { name: contender, note } = one;
      const kept = one.codec.decode?.(wireOf(one, sample));
      return [{ subject: subject.name, bytes: bytes.length, action, contender, note, run, warmUp, kept }];
    }),
  );
}

/** The value that all encode whose values are alike: as many as contenders would fill the memory. */
function shared({ contenders }: Subject, bytes: Uint8Array): unknown {
  return contenders[0]?.codec.decode?.(bytes);
}

function runnerOf(
  action: Action,
  one: Contender,
  bytes: Uint8Array,
  ofHand: unknown,
): (() => unknown) | undefined {
  const { codec } = one;
  const wire = wireOf(one, bytes);
  if (action === 'decode') return codec.decode && (() => codec.decode?.(wire));
  if (action === 'decode, edit, encode') return editing(codec, wire);
  // nobody writes by hand what only tells a size
  const isEncoding = action === 'encode' || (one.name === BY_HAND && codec.sizeOf === undefined);
  const act = isEncoding ? codec.encode : codec.sizeOf;
  if (act === undefined) return undefined;
  const value = codec.normalise === undefined ? ofHand : codec.decode?.(wire);
  return () => act(value);
}

function wireOf({ codec }: Contender, bytes: Uint8Array): Uint8Array {
  return codec.wire === undefined ? bytes : codec.wire(bytes);
}

function editing(
  { decode, edit, encode }: Contender['codec'],
  wire: Uint8Array,
): (() => unknown) | undefined {
  if (decode === undefined || edit === undefined || encode === undefined) return undefined;
  return () => {
    const value = decode(wire);
    edit(value);
    return encode(value);
  };
}
