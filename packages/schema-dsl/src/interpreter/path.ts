/** A step from a value to a part of it: a member's name, or an element's index. */
export type Segment = string | number;

/** A path as errors print it: `sections[3].footer.mark`. */
export function formatPath(segments: readonly Segment[]): string {
  let path = '';
  for (const segment of segments) {
    if (typeof segment === 'number') path += `[${segment}]`;
    else path += path === '' ? segment : `.${segment}`;
  }
  return path;
}
