import { BY_HAND, BY_HAND_CHECKED } from '../contender.js';
import type { Measurement } from '../measuring/measure.js';
import { ratioOf, spreadOf } from '../measuring/spread.js';
import type { Comparison, Row } from './results.js';

/** Measurements of a work, put together by what they are of. */
export function comparisonsOf(work: string, measurements: readonly Measurement[]): readonly Comparison[] {
  const groups = new Map<string, Measurement[]>();
  for (const one of measurements) {
    const key = `${one.task.subject} ${one.task.action}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group): readonly Comparison[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { subject, bytes, action } = first.task;
    const rows = group.map(({ task, seconds }) =>
      rowOfSeconds(
        task.contender,
        task.note,
        seconds,
        secondsIn(group, BY_HAND),
        secondsIn(group, BY_HAND_CHECKED),
      ),
    );
    return [{ work, subject, bytes, action, rounds: first.seconds.length, rows }];
  });
}

/** A contender's row, beside what code by hand took in the same rounds. */
export function rowOfSeconds(
  contender: string,
  note: string | undefined,
  seconds: readonly number[],
  byHand: readonly number[] | undefined,
  byHandChecked: readonly number[] | undefined,
): Row {
  return {
    contender,
    note,
    seconds: spreadOf(seconds),
    timesByHand: byHand && ratioOf(seconds, byHand),
    timesByHandChecked: byHandChecked && ratioOf(seconds, byHandChecked),
  };
}

function secondsIn(group: readonly Measurement[], contender: string): readonly number[] | undefined {
  return group.find(({ task }) => task.contender === contender)?.seconds;
}
