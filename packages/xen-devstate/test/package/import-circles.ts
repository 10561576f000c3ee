/** What imports what: each name with those that it imports. */
export type ImportGraph = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Finds the cycles of a graph: maximal sets of names that lead to one another (Tarjan's strongly connected components).
 *
 * @example `a` imports `b`, `b` imports `a` and `c`: one circle, `a` and `b`
 */
export function circlesOf(graph: ImportGraph): readonly (readonly string[])[] {
  const indices = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const lower = (name: string, to: number | undefined): void => {
    if (to !== undefined && to < (lowest.get(name) ?? 0)) lowest.set(name, to);
  };
  const visit = (name: string): void => {
    const index = indices.size;
    indices.set(name, index);
    lowest.set(name, index);
    stack.push(name);
    for (const imported of graph.get(name) ?? []) {
      if (!indices.has(imported)) {
        visit(imported);
        lower(name, lowest.get(imported));
      } else if (stack.includes(imported)) lower(name, indices.get(imported));
    }
    if (lowest.get(name) !== index) return;
    const circle = stack.splice(stack.indexOf(name));
    if (circle.length > 1) circles.push(circle.sort());
  };
  for (const name of graph.keys()) if (!indices.has(name)) visit(name);
  return circles;
}
