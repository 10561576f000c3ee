import { describe } from '../errors/describe.js';
import type { Texts } from '../errors/texts.js';
import { GREATEST_DEPTH } from './limits.js';

/** What is said of a struct that is nested one level deeper than the limit allows. */
export function depthTexts(maxDepth: number): Texts {
  const option = maxDepth < GREATEST_DEPTH ? 'limits.depth' : 'the greatest limits.depth';
  return [`at most ${maxDepth} nested structs (${option})`, describe(maxDepth + 1)];
}

/** What is said of list elements that are more than the limit allows: `count` in all, as far as they were counted. */
export function elementTexts(maxElements: number, count: number): Texts {
  return [`at most ${maxElements} list elements (limits.elements)`, describe(count)];
}

/** What is said of `count` list elements that may take no bytes, where so many were left to come. */
export function emptyElementTexts(left: number, count: number): Texts {
  const budget = '16 for each byte and 65536 in all';
  return [`at most ${left} more list elements that may take no bytes (${budget})`, describe(count)];
}
