import type { Definition, StructDefinition } from '../../language/definition.js';
import type { Node } from '../../language/node.js';
import { isHidden, isNode } from '../../language/node.js';
import { makeReferences } from '../../language/reference.js';
import type { RelationIR } from '../../language/relation.js';
import { fieldsOf } from '../expression.js';
import type { NodeIR } from '../node.js';
import type { CheckIR, FieldIR, StructIR, Visibility } from '../schema.js';
import { SchemaError } from '../schema-error.js';
import { lower } from './lower.js';
import { reserveRoom } from './reserve-room.js';
import type { SolvedRelations } from './solve-relations.js';
import { solveRelations } from './solve-relations.js';
import type { StructTable } from './struct-table.js';

const FORBIDDEN = new Set([
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'toJSON',
  'then',
]);

/** Turns a struct's definition into its representation: relations solved, every field with its place in the value. */
export function lowerStruct(definition: StructDefinition, table: StructTable): StructIR {
  const nodes = readFields(definition);
  const names = [...nodes.keys()];
  const relations = definition.relate.flatMap((relate) =>
    relate(makeReferences(definition.name, Object.fromEntries(nodes))).map((r): RelationIR => r.relation),
  );
  const solved = solveRelations(definition.name, nodes, relations);
  const fields = names.map((name) => lowerField(definition.name, name, nodes, solved, table));
  return {
    name: definition.name,
    doc: definition.doc,
    fields: reserveRoom(definition.name, fields),
    checks: solved.checks.map((check): CheckIR => placeCheck(check, names)),
    flat: definition.flat,
    parameters: [], // filled in when all structs are known
    recursive: false, // likewise
  };
}

function readFields(definition: StructDefinition): Map<string, Node<unknown>> {
  const nodes = new Map<string, Node<unknown>>();
  for (const name of Object.keys(definition.fields)) {
    const path = `${definition.name}.${name}`;
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
      throw new SchemaError(
        path,
        'a field name is an identifier (an integer-like one would change the order of the fields)',
      );
    }
    if (FORBIDDEN.has(name))
      throw new SchemaError(path, 'this name means something to JavaScript objects; choose another');
    const node: unknown = Reflect.get(definition.fields, name);
    if (!isNode(node))
      throw new SchemaError(path, 'a field is a node of the language, such as u8 or bytes(4)');
    nodes.set(name, node);
  }
  return nodes;
}

function lowerField(
  struct: string,
  name: string,
  nodes: ReadonlyMap<string, Node<unknown>>,
  solved: SolvedRelations,
  table: StructTable,
): FieldIR {
  const node = nodes.get(name) as Node<unknown>; // name is one of the map's keys
  const path = `${struct}.${name}`;
  const relations = solved.fields.get(name) ?? {};
  let lowered: NodeIR = lower(node, { path, open: undefined, relations, table });
  const bindings = solved.bindings.get(name);
  if (bindings !== undefined) lowered = { kind: 'bind', bindings, node: lowered };
  const visibility = visibilityOf(node.definition);
  return { name, doc: docOf(node.definition), visibility, node: lowered, encode: solved.encode.get(name) };
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

function docOf(definition: Definition): string | undefined {
  switch (definition.kind) {
    case 'documented':
      return definition.doc;
    case 'bind':
    case 'derived':
      return docOf(definition.node.definition);
    default:
      return undefined;
  }
}

function placeCheck(check: Omit<CheckIR, 'after'>, names: readonly string[]): CheckIR {
  const indices = [...fieldsOf(check.holds)].map((field) => names.indexOf(field));
  const after = Math.max(-1, ...indices);
  return { ...check, after, field: check.field ?? names[after] };
}
