/**
 * Puts a path in front of the rest of it: `sections[3]` and `footer.mark` give `sections[3].footer.mark`, `a` and
 * `[2]` give `a[2]`. Either may be empty.
 */
export function joinPath(head: string, tail: string): string {
  if (head === '' || tail === '' || tail.startsWith('[')) return head + tail;
  return `${head}.${tail}`;
}
