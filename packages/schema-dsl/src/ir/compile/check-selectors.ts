import { visitNodes } from '../analysis/children.js';
import { fieldNode, scalarTypeOfNode } from '../analysis/field-node.js';
import { scalarTypeOf } from '../analysis/scalar-type.js';
import { constantValue } from '../expression.js';
import type { UnionNode } from '../node.js';
import { printExpression } from '../print-expression.js';
import type { FieldIR, SchemaIR, StructIR } from '../schema.js';
import { SchemaError } from '../schema-error.js';

/** What selects a union's arm is of the type that the arms' tags have, and `rawTag` keeps what nothing else keeps. */
export function checkSelectors(struct: StructIR, { structs }: SchemaIR): void {
  for (const field of struct.fields) {
    visitNodes(field.node, (node) => {
      if (node.kind !== 'union' || node.selector === undefined) return;
      const path = `${struct.name}.${field.name}`;
      checkRawTag(node, field, struct, path);
      checkTags(node, struct, structs, path);
      const type = scalarTypeOf(node.selector, (names) => {
        const found = fieldNode(struct, names, structs);
        return found && scalarTypeOfNode(found.node);
      });
      if (type === undefined) return;
      for (const arm of node.arms) {
        const tag = constantValue(arm.tag);
        if (typeof tag === type) continue;
        throw new SchemaError(
          `${path}.${arm.name}`,
          `its tag is a ${typeof tag}, but ${printExpression(node.selector)} is a ${type}, so it is never chosen; give the tag by on(…)`,
        );
      }
      // the type of a kept tag is that of the arms' tags; without arms it is text
      if (
        node.otherwise?.rawTag !== undefined &&
        node.otherwise.tag === undefined &&
        node.arms.length === 0 &&
        type !== 'string'
      ) {
        const found = printExpression(node.selector);
        throw new SchemaError(path, `rawTag of a union without arms keeps text, but ${found} is a ${type}`);
      }
    });
  }
}

/** A kept tag is of the type of the node that the author has given for it, so that must be the node of what selects. */
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
      throw new SchemaError(path, "'tags' gives rawTag its type; name a rawTag, or leave it out");
    return;
  }
  if (found?.kind === 'enumeration' && tag === undefined)
    throw new SchemaError(
      path,
      `rawTag keeps the other members of ${printExpression(selector)}; give that field's node as 'tags', so that they are in the type`,
    );
  if (tag !== undefined && JSON.stringify(tag) !== JSON.stringify(found))
    throw new SchemaError(
      path,
      `'tags' is the node of what selects the arm, ${printExpression(selector)}; this is another one`,
    );
}

function checkRawTag(
  { otherwise, selector }: UnionNode,
  field: FieldIR,
  struct: StructIR,
  path: string,
): void {
  if (otherwise === undefined) return;
  const tag = struct.fields.find(({ name }) => selector?.op === 'field' && name === selector.path[0]);
  const isDerived = tag?.encode?.op === 'tagOf' && tag.encode.field === field.name;
  if (isDerived && otherwise.rawTag === undefined) {
    throw new SchemaError(
      path,
      `unknown tags would be lost: ${tag.name} is derived and 'otherwise' keeps none; name a member for them by rawTag`,
    );
  }
  if (!isDerived && otherwise.rawTag !== undefined)
    throw new SchemaError(
      path,
      'rawTag keeps a derived tag; what selects this union is in the value already',
    );
}
