import type { Input } from '../input/input.js';
import type { Decision, Output } from '../output/output.js';
import type { AnyArmTable, Candidate } from './arm-table.js';
import { chooseArm } from './choose-arm.js';

/** Reads a tag that only shows on the finished bytes. */
export type PeekTag = (finished: Uint8Array, finishedView: DataView, input: Input) => unknown;

/** What decode has to choose: an arm with parameters, or none. A class, so that one of many is no more than its members. */
export class ArmDecision<C> implements Decision {
  readonly offset: number;
  readonly end: number;
  readonly restsOnWriter = true;
  /** Where the arm ends that was written here; -1 until it is. */
  behind = -1;
  readonly table: AnyArmTable<C>;
  readonly candidate: Candidate<C> | undefined;
  readonly tag: unknown;
  readonly peek: PeekTag | undefined;
  readonly context: C;

  constructor(
    { offset, end }: Output,
    table: AnyArmTable<C>,
    candidate: Candidate<C> | undefined,
    tag: unknown,
    peek: PeekTag | undefined,
    context: C,
  ) {
    this.offset = offset;
    this.end = end;
    this.table = table;
    this.candidate = candidate;
    this.tag = tag;
    this.peek = peek;
    this.context = context;
  }

  holds(finished: Uint8Array, view: DataView, input: Input, isWritten: boolean): boolean {
    const { table, context } = this;
    const tag = this.peek === undefined ? this.tag : this.peek(finished, view, input);
    const own = isWritten ? this : undefined;
    const chosen = chooseArm(table, tag, finished, view, this.offset, input.end, context, input, own);
    return (typeof chosen === 'object' ? chosen.candidate : chosen) === this.candidate;
  }
}
