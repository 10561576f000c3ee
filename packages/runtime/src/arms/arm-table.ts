import { describe } from '../errors/describe.js';
import type { AnyReadingArm, ReadingArms, ReadingArmsOf } from './arm.js';

/** What must come behind an arm that is taken: gives the offset behind that, or -1. */
export type Demand<C> = (bytes: Uint8Array, view: DataView, start: number, end: number, context: C) => number;

/** How a union chooses one of its table's arms. */
export interface ChoiceOptions<C, Tag extends string, Member extends string> {
  /** The member of the union's value that names the arm. */
  readonly tag: Tag;
  /** The member that holds the arm's own value. */
  readonly member: Member;
  /** Path of the union, as errors have it; empty where it is merged into its struct. */
  readonly path?: string;
  /** What must come behind the arm, strict demands first; nothing in particular, if not given. */
  readonly demands?: readonly Demand<C>[];
  /** What the first demand is called in errors. */
  readonly demanded?: string;
  /** Whether there is something to fall back on where no arm fits. */
  readonly hasFallback?: boolean;
}

/** One thing to try: an arm with the parameters that it is read with. */
export interface Candidate<C> {
  /** The arm's name in the table. */
  readonly name: string;
  /** What errors call it. */
  readonly label: string;
  readonly arm: AnyReadingArm<C>;
  /** A value for each parameter that is searched for. Only the arm's own functions take these, so they are of no type here. */
  readonly searched: never;
}

/**
 * A union's arms by tag, and how one of them is chosen.
 *
 * @typeParam T the arms' values by the names that arms have in values
 * @typeParam C parameters that are handed down to them
 */
export interface ArmTable<T, C, Tag extends string = string, Member extends string = string>
  extends ChoiceOptions<C, Tag, Member> {
  readonly arms: ReadingArmsOf<T, C>;
  readonly path: string;
  readonly demands: readonly Demand<C>[];
  /** All that is tried for an arm, by its name: the product of its parameters. */
  readonly byName: ReadonlyMap<string, readonly Candidate<C>[]>;
  /** All that is tried for a tag, in order: arm by arm. */
  readonly byTag: ReadonlyMap<unknown, readonly Candidate<C>[]>;
}

/**
 * The table of a union's arms, made once a module.
 *
 * @param arms reading halves by the names that they have in values, in the order of trial
 * @example
 * const deviceArms = armTable({ hpet: hpetReading, i8254: i8254Reading }, { tag: 'device', member: 'state' });
 * // deviceArms.byTag.get('hpet') is one candidate, as nothing is searched for
 */
export function armTable<T, C, Tag extends string, Member extends string>(
  arms: ReadingArmsOf<T, NoInfer<C>>,
  { path = '', demands = [], ...options }: ChoiceOptions<C, Tag, Member>,
): ArmTable<T, C, Tag, Member> {
  const byName = new Map<string, readonly Candidate<C>[]>();
  const byTag = new Map<unknown, Candidate<C>[]>();
  for (const [name, arm] of Object.entries<AnyReadingArm<C>>(arms)) {
    const candidates = productOf(arm.searched).map((searched) => candidateOf(name, arm, searched));
    byName.set(name, candidates);
    for (const tag of arm.tags ?? [name]) byTag.set(tag, [...(byTag.get(tag) ?? []), ...candidates]);
  }
  return { ...options, arms, path, demands, byName, byTag };
}

/** A table of whatever arms there are. */
export type AnyArmTable<C> = Omit<ArmTable<never, C>, 'arms'> & { readonly arms: ReadingArms<C> };

function candidateOf<C>(name: string, arm: AnyReadingArm<C>, searched: object): Candidate<C> {
  const last = Object.entries(searched).at(-1);
  const label = last === undefined ? name : `${last[0]} ${describe(last[1])}`;
  return { name, label, arm, searched: searched as never };
}

/** All combinations of some values, the first parameter varying slowest; one that is empty where there are no parameters. */
function productOf(values: object = {}): readonly object[] {
  let product: readonly object[] = [{}];
  for (const [name, ofOne] of Object.entries<readonly unknown[]>({ ...values })) {
    product = product.flatMap((searched) => ofOne.map((value) => ({ ...searched, [name]: value })));
  }
  return product;
}
