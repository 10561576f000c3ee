import type { Contender } from '../contender.js';
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
      return [{ subject: subject.name, bytes: bytes.length, action, contender, note, run, warmUp }];
    }),
  );
}

/** The value that all encode whose values are alike: as many as contenders would fill the memory. */
function shared({ contenders }: Subject, bytes: Uint8Array): unknown {
  return contenders[0]?.codec.decode?.(bytes);
}

function runnerOf(
  action: Action,
  { codec }: Contender,
  bytes: Uint8Array,
  ofHand: unknown,
): (() => unknown) | undefined {
  const wire = codec.wire === undefined ? bytes : codec.wire(bytes);
  if (action === 'decode') return codec.decode && (() => codec.decode?.(wire));
  if (action === 'decode, edit, encode') return editing(codec, wire);
  const isOfItsOwn = codec.normalise !== undefined;
  if (action === 'encode') {
    if (codec.encode === undefined) return undefined;
    const value = isOfItsOwn ? codec.decode?.(wire) : ofHand;
    return () => codec.encode?.(value);
  }
  if (codec.sizeOf === undefined) return undefined;
  const value = isOfItsOwn ? codec.decode?.(wire) : ofHand;
  return () => codec.sizeOf?.(value);
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
