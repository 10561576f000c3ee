import { describeTags, isTagRange, tagsOf } from '../ir/analysis/arm-tags.js';
import { visitNodes } from '../ir/analysis/children.js';
import { fieldNode, scalarTypeOfNode } from '../ir/analysis/field-node.js';
import { scalarTypeOf } from '../ir/analysis/scalar-type.js';
import { isTagDerived } from '../ir/analysis/union-field.js';
import { describeNode } from '../ir/describe-node.js';
import type { Expression, ScalarType } from '../ir/expression.js';
import { constantValue } from '../ir/expression.js';
import type { TagIR, UnionNode } from '../ir/node.js';
import { isNumeric, numericTraits } from '../ir/nodes/numeric.js';
import { printExpression } from '../ir/print-expression.js';
import type { FieldIR, SchemaIR, StructIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';
import type { Faults } from './faults.js';

/** A union's selector has the type of the arms' tags, and `rawTag` is used only for what would otherwise be lost. */
export function checkSelectors(struct: StructIR, { structs }: SchemaIR, faults: Faults): void {
  faults.each(struct.fields, (field) => {
    visitNodes(field.node, (node) => {
      if (node.kind !== 'union' || node.selector === undefined) return;
      const path = `${struct.name}.${field.name}`;
      checkRawTag(node, field, struct, path);
      checkTags(node, struct, structs, path);
      checkTagRanges(node, struct, structs, path);
      const type = selectorType(node.selector, struct, structs);
      if (type === undefined) return;
      for (const arm of node.arms) {
        const other = tagsOf(arm)
          .map(typeOfTag)
          .find((found) => found !== type);
        if (other === undefined) continue;
        throw new SchemaError(
          'unmatched-tag',
          `${path}.${arm.name}`,
          `its tag is ${article(other)}, but ${printExpression(node.selector)} is ${article(type)}, so it is never selected; set the tag with on(…)`,
        );
      }
      // a kept tag has the type of the arms' tags; without arms it is text
      if (
        node.otherwise?.rawTag !== undefined &&
        node.otherwise.tag === undefined &&
        node.arms.length === 0 &&
        type !== 'string'
      ) {
        const found = printExpression(node.selector);
        throw new SchemaError(
          'wrong-raw-tag',
          path,
          `rawTag of a union without arms keeps text, but ${found} is ${article(type)}; pass the node of ${found} as 'tags'`,
        );
      }
    });
  });
}

/** A kept tag has the type of the node given as `tags`, so that must be the node of the selector. */
function checkTags(
  { otherwise, selector }: UnionNode,
  struct: StructIR,
  structs: SchemaIR['structs'],
  path: string,
): void {
  const tag = otherwise?.tag;
  const found = selector?.op === 'field' ? fieldNode(struct, selector.path, structs)?.node : undefined;
  if (otherwise?.rawTag === undefined || selector === undefined) {
    if (tag !== undefined)
      throw new SchemaError(
        'wrong-raw-tag',
        path,
        "'tags' gives rawTag its type; add rawTag, or omit 'tags'",
      );
    return;
  }
  if (found?.kind === 'enumeration' && tag === undefined)
    throw new SchemaError(
      'wrong-raw-tag',
      path,
      `rawTag keeps the other members of ${printExpression(selector)}; pass that field's node as 'tags', so that the type includes them`,
    );
  if (tag !== undefined && JSON.stringify(tag) !== JSON.stringify(found))
    throw new SchemaError(
      'wrong-raw-tag',
      path,
      `'tags' is ${describeNode(tag)}, which is not the node of the selector ${printExpression(selector)}; pass that field's node`,
    );
}

/** A tag that its field cannot hold would never match. */
function checkTagRanges(
  { arms, selector }: UnionNode,
  struct: StructIR,
  structs: SchemaIR['structs'],
  path: string,
): void {
  const found = selector?.op === 'field' ? fieldNode(struct, selector.path, structs)?.node : undefined;
  const node = found?.kind === 'enumeration' ? found.node : found;
  if (selector === undefined || node === undefined || (!isNumeric(node) && node.kind !== 'bits')) return;
  const { label, min, max } = numericTraits(node);
  for (const arm of arms) {
    for (const tag of tagsOf(arm)) {
      const ends = (isTagRange(tag) ? [tag.from, tag.to] : [tag]).map(constantValue);
      if (
        ends.every(
          (end) => (typeof end !== 'number' && typeof end !== 'bigint') || (end >= min && end <= max),
        )
      )
        continue;
      throw new SchemaError(
        'unmatched-tag',
        `${path}.${arm.name}`,
        `its tag ${describeTags([tag])} never matches, as ${printExpression(selector)} is ${label}; use a tag that ${label} can hold`,
      );
    }
  }
}

type TagType = ScalarType | 'bytes';

/** The type of a selector, as far as it is known. */
function selectorType(
  selector: Expression,
  struct: StructIR,
  structs: SchemaIR['structs'],
): TagType | undefined {
  const node = selector.op === 'field' ? fieldNode(struct, selector.path, structs)?.node : undefined;
  if (node?.kind === 'bytes' || (node?.kind === 'literal' && node.node.kind === 'bytes')) return 'bytes';
  return scalarTypeOf(selector, (names) => {
    const found = fieldNode(struct, names, structs);
    return found && scalarTypeOfNode(found.node);
  });
}

function typeOfTag(tag: TagIR): TagType {
  const value = constantValue(isTagRange(tag) ? tag.from : tag);
  return value instanceof Uint8Array ? 'bytes' : (typeof value as ScalarType); // constants are scalars or bytes
}

const article = (type: TagType): string => (type === 'bytes' ? type : `a ${type}`);

function checkRawTag(
  { arms, otherwise, selector }: UnionNode,
  field: FieldIR,
  struct: StructIR,
  path: string,
): void {
  const tag = selector?.op === 'field' ? selector.path[0] : undefined;
  const isDerived = isTagDerived(struct, field.name, selector);
  const keeps = arms.some((arm) => arm.rawTag !== undefined) || otherwise?.rawTag !== undefined;
  if (!isDerived && keeps)
    throw new SchemaError(
      'wrong-raw-tag',
      path,
      'rawTag keeps a derived tag, but the selector of this union is already in the value; omit rawTag',
    );
  if (!isDerived) return;
  if (otherwise !== undefined && otherwise.rawTag === undefined) {
    throw new SchemaError(
      'lost-tag',
      path,
      `unknown tags would be lost: ${tag} is derived and 'otherwise' does not keep them; add a member for them with rawTag`,
    );
  }
  const many = arms.find((arm) => arm.tags !== undefined && arm.rawTag === undefined);
  if (many !== undefined)
    throw new SchemaError(
      'lost-tag',
      `${path}.${many.name}`,
      `its tag would be lost: it has several, and ${tag} is derived; add a member for it with rawTag, or keep ${tag} in the value`,
    );
}
