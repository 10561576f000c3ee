import { Unconverted } from './unconverted.js';

/** Which of the elements of a list is meant. */
export interface Selector {
  readonly which: 'first' | 'last' | 'corresponding';
  readonly type: string;
}

/** One name of a path. */
export interface Step {
  readonly name: string;
  readonly selector: Selector | undefined;
}

/** A reference to a field, from the struct that it stands in. */
export interface Path {
  readonly text: string;
  /** How many structs it goes up first. */
  readonly up: number;
  readonly isFromRoot: boolean;
  readonly steps: readonly Step[];
}

/** Parses a reference such as `size`, `header.size`, `../body`, `_root.size` or `../entries[first<File>].body`. */
export function parsePath(text: string): Path {
  const [, upwards = '', root, rest = ''] = /^((?:\.\.\/)*)(_root\.)?(.*)$/.exec(text) ?? [];
  const steps = rest.split('.').map((step): Step => {
    const [, name, which, type = ''] = /^(\w+)(?:\[(first|last|corresponding)<(\w+)>\])?$/.exec(step) ?? [];
    if (name === undefined) throw new Unconverted('references', `the path ${text}`);
    // the pattern has these three
    return { name, selector: which === undefined ? undefined : { which: which as Selector['which'], type } };
  });
  return { text, up: upwards.length / 3, isFromRoot: root !== undefined, steps };
}
