import { describeTags, isTag, isTagRange, tagsOf } from '../ir/analysis/arm-tags.js';
import { constantValue } from '../ir/expression.js';
import type { TaggedArmIR, TagIR } from '../ir/node.js';
import { SchemaError } from '../ir/schema-error.js';

/**
 * Two arms either have exactly the same tags, so they are tried in order, or disjoint ones; a partial overlap would be
 * ambiguous.
 */
export function checkTags(arms: readonly TaggedArmIR[], path: string): void {
  const seen: { readonly arm: TaggedArmIR; readonly tag: TagIR }[] = [];
  for (const arm of arms) {
    for (const tag of tagsOf(arm)) {
      for (const other of seen) {
        const common = overlap(tag, other.tag);
        if (common === undefined) continue;
        const where = `${path}.${arm.name}`;
        if (other.arm === arm)
          throw new SchemaError(
            'duplicate-tag',
            where,
            `has the tag ${describeTags([common])} twice; list it once`,
          );
        if (JSON.stringify(tag) !== JSON.stringify(other.tag))
          throw new SchemaError(
            'duplicate-tag',
            where,
            `its tags ${describeTags([common])} are also those of ${other.arm.name}; make them disjoint, or give both arms the same tags to have them tried in order`,
          );
      }
      seen.push({ arm, tag });
    }
  }
}

/** The intersection of two tags. */
function overlap(a: TagIR, b: TagIR): TagIR | undefined {
  if (!isTagRange(a)) return isTag(b, constantValue(a)) ? a : undefined;
  if (!isTagRange(b)) return isTag(a, constantValue(b)) ? b : undefined;
  const from = isTag(a, constantValue(b.from))
    ? b.from
    : isTag(b, constantValue(a.from))
      ? a.from
      : undefined;
  const to = isTag(a, constantValue(b.to)) ? b.to : isTag(b, constantValue(a.to)) ? a.to : undefined;
  if (from === undefined || to === undefined) return undefined;
  return JSON.stringify(from) === JSON.stringify(to) ? from : { from, to };
}
