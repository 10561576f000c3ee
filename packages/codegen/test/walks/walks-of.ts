/** A walk of CONTRIBUTING.md: what somebody wants to do, and the files that are touched. */
export interface Walk {
  readonly name: string;
  /** Paths from the top of the repository, in order. */
  readonly files: readonly string[];
}

const WALK = /<!-- walk: (\S+) -->\n([\s\S]*?)<!-- end -->/g;

/**
 * The walks of a document.
 *
 * @example between `<!-- walk: command -->` and `<!-- end -->`, each `packages/…` or `docs/…` in backticks in front of a colon
 */
export function walksOf(text: string): readonly Walk[] {
  return [...text.matchAll(WALK)].map(([, name = '', body = '']) => ({
    name,
    files: body
      .split(/^\d+\. /m) // an item may be broken into lines
      .flatMap((item) => item.split(/:\s/, 1))
      .flatMap((files) => [...files.matchAll(/`([^`]+)`/g)].flatMap(([, path]) => path ?? [])),
  }));
}
