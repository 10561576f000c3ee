import { fieldsOf, offsetsIn } from '../ir/expression.js';
import type { Metadata } from '../ir/metadata.js';
import { pathTo } from '../ir/printable.js';
import type { CheckIR, FieldIR, StructIR, Visibility } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';
import type { SchemaErrorCode } from '../ir/schema-error-code.js';
import type { Annotations } from '../language/annotate.js';
import { annotated } from '../language/annotate.js';
import type { Definition, StructDefinition } from '../language/definition.js';
import { describeArgument } from '../language/describe-argument.js';
import { isExpr } from '../language/expression.js';
import type { Node } from '../language/node.js';
import { isHidden, isNode } from '../language/node.js';
import { makeReferences } from '../language/reference.js';
import type { RelationIR } from '../language/relation.js';
import { notANode } from '../language/require-node.js';
import { askAuthor } from './ask-author.js';
import { checkBitFields } from './check-bit-fields.js';
import type { Faults } from './faults.js';
import type { BitPlace } from './lay-out-bits.js';
import { isBitField, layOutBits } from './lay-out-bits.js';
import type { FieldRelations } from './lower.js';
import { lower, lowerBound } from './lower.js';
import { lowerChecksums } from './lower-checksums.js';
import { checkDistinctNames, checkMemberName } from './member-names.js';
import type { SolvedRelations } from './solve-relations.js';
import { NO_RELATIONS, solveRelations } from './solve-relations.js';
import type { StructTable } from './struct-table.js';

/** The faults of a field that follow from a faulty relation about it. */
const LEFT_OPEN: ReadonlySet<SchemaErrorCode> = new Set([
  'missing-end',
  'missing-count',
  'missing-condition',
  'missing-offset',
  'unselected-union',
]);
const NOTHING: ReadonlySet<SchemaErrorCode> = new Set();

/** A struct's fields as written. */
interface Fields {
  readonly nodes: ReadonlyMap<string, Node<unknown>>;
  readonly areSound: boolean;
}

/**
 * Turns a struct's definition into IR: relations solved, every field with its place in the value. `undefined` if it has
 * faults, which are noted separately for each field.
 */
export function lowerStruct(definition: StructDefinition, table: StructTable): StructIR | undefined {
  const { faults } = table;
  const { name } = definition;
  const { nodes, areSound } = readFields(definition, faults);
  const relations = areSound ? faults.attempt(() => relationsOf(definition, nodes, faults)) : undefined;
  const solved = relations && faults.attempt(() => solveRelations(name, nodes, relations, faults));
  const bits = faults.attempt(() => layOutBits(definition, nodes, faults));
  // if bit fields have no place, their fault has been noted
  const names = [...nodes]
    .filter(([, node]) => bits !== undefined || !isBitField(node))
    .map(([field]) => field);
  const fields = faults.ignoring(solved === undefined ? LEFT_OPEN : NOTHING, () =>
    faults.attempt(() =>
      faults.map(names, (field) =>
        lowerField(name, field, nodes, solved ?? NO_RELATIONS, bits?.get(field), table),
      ),
    ),
  );
  if (solved === undefined || bits === undefined || fields === undefined) return undefined;
  return faults.attempt(() => {
    const checksums = lowerChecksums(name, fields, solved.checksums, table);
    const struct: StructIR = {
      name,
      doc: definition.annotations.doc,
      ...metadataOf(definition.annotations),
      fields,
      checks: solved.checks.map((check): CheckIR => placeCheck(check, names)),
      ...(checksums.length === 0 ? {} : { checksums }),
      flat: definition.flat,
      parameters: [], // filled in once all structs are known
      recursive: false, // likewise
    };
    checkBitFields(struct); // before fixed sizes become numbers
    return struct;
  });
}

/** The relations that the author's `.where()` returns. */
function relationsOf(
  { name, relate }: StructDefinition,
  nodes: ReadonlyMap<string, Node<unknown>>,
  faults: Faults,
): readonly RelationIR[] {
  const stated = faults.map(relate, (say) => {
    const said: unknown = askAuthor(name, 'where()', () =>
      say(makeReferences(name, Object.fromEntries(nodes))),
    );
    if (!Array.isArray(said))
      throw new SchemaError(
        'invalid-relation',
        name,
        `its where() returns ${said === undefined ? 'nothing' : describeArgument(said)}, expected an array of relations; write .where(($) => [$.length.is(byteLength($.data))])`,
      );
    return said.map((one): RelationIR => relationOf(one, name));
  });
  return stated.flat();
}

function relationOf(said: unknown, struct: string): RelationIR {
  if (typeof said === 'object' && said !== null && 'relation' in said) return said.relation as RelationIR; // only relations have one
  throw new SchemaError(
    'invalid-relation',
    struct,
    isExpr(said)
      ? `its where() returns ${describeArgument(said)}, which is not a relation by itself; wrap it in check(…)`
      : `its where() returns ${describeArgument(said)} among its relations; use, for example, $.length.is(…) or check(…)`,
  );
}

/** The fields that are nodes, regardless of their names. */
function readFields(definition: StructDefinition, faults: Faults): Fields {
  const names = Object.keys(definition.fields);
  const nodes = new Map<string, Node<unknown>>();
  const areSound = faults.each(names, (name) => {
    const path = pathTo(definition.name, name);
    const node: unknown = askAuthor(path, 'getter', () => Reflect.get(definition.fields, name) as unknown);
    if (isNode(node)) nodes.set(name, node);
    checkMemberName(name, path, 'field');
    if (!isNode(node))
      throw new SchemaError('not-a-node', path, `${notANode(node)}; use a node for the field`);
  });
  return {
    nodes,
    areSound: faults.each([names], () => checkDistinctNames(names, definition.name)) && areSound,
  };
}

function lowerField(
  struct: string,
  name: string,
  nodes: ReadonlyMap<string, Node<unknown>>,
  solved: SolvedRelations,
  bits: BitPlace | undefined,
  table: StructTable,
): FieldIR {
  const node = nodes.get(name) as Node<unknown>; // name is one of the map's keys
  const path = `${struct}.${name}`;
  const relations = solved.fields.get(name) ?? {};
  checkRelations(node.definition, relations, path);
  const context = { path, field: name, open: undefined, relations, bits, table };
  const bindings = solved.bindings.get(name);
  const lowered = bindings === undefined ? lower(node, context) : lowerBound(bindings, node, context);
  const visibility = visibilityOf(node.definition);
  if (visibility === 'derived' && lowered.kind === 'custom' && lowered.type === undefined) {
    throw new SchemaError(
      'underivable-field',
      path,
      "a derived field is compared with its formula, so it must be a scalar; state the typeof of its values: custom(…, { type: 'number' })",
    );
  }
  const annotations = annotationsOf(node.definition);
  return {
    name,
    doc: annotations.doc,
    ...metadataOf(annotations),
    visibility,
    node: lowered,
    encode: solved.encode.get(name),
  };
}

/** A relation must concern something that the field has; otherwise it would be ignored. */
function checkRelations(definition: Definition, relations: FieldRelations, path: string): void {
  const kinds = new Set<Definition['kind']>();
  for (let d: Definition | undefined = definition; d !== undefined; d = wrapped(d)) kinds.add(d.kind);
  if (relations.when !== undefined && !kinds.has('optional'))
    throw new SchemaError(
      'misplaced-relation',
      path,
      'presentWhen() is for an optional field, but this one is always present; wrap it in optional(…)',
    );
  if (relations.selector !== undefined && !kinds.has('union'))
    throw new SchemaError(
      'misplaced-relation',
      path,
      'tag() selects the arm of a union, but this field is not one; remove tag()',
    );
  if (relations.offset !== undefined && !kinds.has('at'))
    throw new SchemaError(
      'misplaced-relation',
      path,
      '.at() is for a field at its own offset, but this is not one; wrap it in at(…)',
    );
  if (relations.each !== undefined && !kinds.has('atEach'))
    throw new SchemaError(
      'misplaced-relation',
      path,
      '.atEach() is for nodes at their own offsets, but these are not; wrap them in atEach(…)',
    );
  if (relations.followedBy === undefined) return;
  if (!kinds.has('union') && !kinds.has('firstOf') && !kinds.has('search'))
    throw new SchemaError(
      'misplaced-relation',
      path,
      'followedBy() helps to decide a union, firstOf or search, but this field is not one; remove it',
    );
  if (kinds.has('sized') || relations.size !== undefined)
    throw new SchemaError(
      'misplaced-relation',
      path,
      'followedBy() applies to a field in a region of its own, where nothing follows; remove it, or the length',
    );
}

function wrapped(definition: Definition): Definition | undefined {
  switch (definition.kind) {
    case 'bind':
    case 'documented':
    case 'derived':
    case 'optional':
    case 'sized':
    case 'at':
    case 'atEach':
    case 'tail':
    case 'processed':
      return definition.node.definition;
    default:
      return undefined;
  }
}

function visibilityOf(definition: Definition): Visibility {
  if (!isHidden(definition)) return 'value';
  switch (definition.kind) {
    case 'literal':
      return 'constant';
    case 'peek':
      return 'peek';
    case 'atEnd':
      return 'assertion';
    case 'bind':
    case 'documented':
      return visibilityOf(definition.node.definition);
    default:
      return 'derived';
  }
}

function annotationsOf(definition: Definition): Annotations {
  switch (definition.kind) {
    case 'documented':
      return annotated(annotationsOf(definition.node.definition), definition.annotations);
    case 'bind':
    case 'derived':
    case 'optional': // documentation of a node also applies to it when it is optional
      return annotationsOf(definition.node.definition);
    default:
      return {};
  }
}

/** The metadata other than the description; no member at all if there is none. */
function metadataOf({ doc: _, ...metadata }: Annotations): { metadata?: Metadata } {
  return Object.keys(metadata).length === 0 ? {} : { metadata };
}

function placeCheck(check: Omit<CheckIR, 'after'>, names: readonly string[]): CheckIR {
  const indices = [...fieldsOf(check.holds)].map((field) => names.indexOf(field));
  // the offset of a field is known as soon as the previous field has been decoded
  for (const field of offsetsIn(check.holds)) indices.push(names.indexOf(field) - 1);
  const after = Math.max(-1, ...indices);
  return { ...check, after, field: check.field ?? names[after] };
}
