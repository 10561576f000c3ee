import type { Coverage } from '@bytewright/runtime/codec';
import {
  checkGiven,
  closeCoverage,
  cover,
  coverPart,
  depthTexts,
  openCoverage,
  sizeOfCoverage,
} from '@bytewright/runtime/codec';
import { bitFieldOf } from '../../ir/analysis/bit-runs.js';
import { keysNotComparedOf } from '../../ir/analysis/keys-not-compared.js';
import { isPositioned, ownsRegion } from '../../ir/analysis/positioned.js';
import { sizeBounds } from '../../ir/analysis/size-bounds.js';
import { structNamed } from '../../ir/analysis/struct-named.js';
import { givenKeys } from '../../ir/analysis/value-keys.js';
import { describeNode } from '../../ir/describe-node.js';
import type { StructReference } from '../../ir/node.js';
import type { FieldIR, StructIR } from '../../ir/schema.js';
import { checkSources } from '../check-sources.js';
import { failedCheck, runChecks } from '../checks.js';
import type { DecodeContext, Part } from '../decode-context.js';
import { DecodeScope } from '../decode-scope.js';
import type { EncodeContext } from '../encode-context.js';
import { EncodeScope } from '../encode-scope.js';
import type { Outcome } from '../failure.js';
import { FAIL } from '../failure.js';
import { failedChecksum, fillChecksums, holdsChecksum } from '../struct-checksums.js';
import { checkStructKeys } from '../value-keys.js';
import { leadingBytes } from './bits.js';
import { handlerOf } from './index.js';
import { layOut } from './lay-out.js';
import type { NodeHandler } from './node-handler.js';

export const struct: NodeHandler<StructReference> = {
  decode(node, context, outer) {
    const definition = structNamed(node.name, context.structs);
    if (definition.recursive && context.depth >= context.limits.depth) return failTooDeep(context);
    if (definition.recursive) context.depth++;
    const start = context.offset;
    const coverage = ownsRegion(definition) ? openCoverage(start, context.end) : undefined;
    const scope = new DecodeScope(definition, outer.environment, start, coverage, context.path.length);
    const value: Record<string, unknown> = {};
    if (failedCheck(definition, -1, context, scope, start)) return FAIL;
    for (let index = 0; index < definition.fields.length; index++) {
      const field = definition.fields[index] as FieldIR; // index is below the length
      const isNamed = definition.flat !== field.name;
      context.offset = scope.cursor;
      context.placed = scope.cursor;
      if (isNamed) context.enter(field.name, () => partOf(field));
      const outcome = handlerOf(field.node).decode(field.node, context, scope);
      if (isNamed) context.leave(outcome);
      if (outcome === FAIL || !settleField(definition, index, outcome, value, context, scope)) return FAIL;
    }
    if (definition.recursive) context.depth--;
    return coverage === undefined || settleCoverage(definition, coverage, context, scope) !== FAIL
      ? value
      : FAIL;
  },

  size(node, value, context, outer) {
    const definition = structNamed(node.name, context.structs);
    if (definition.recursive) enter(context);
    // a fixed-size value is checked only when it is written
    const fields = isFixed(node, context)
      ? context.object(value)
      : checkStructKeys(definition, value, context).fields;
    const scope = new EncodeScope(definition, fields, outer.environment, context);
    checkSources(definition, fields, context);
    // derived fields last: by then, the fields that they are computed from have been checked
    const inline = definition.fields.filter((field) => !isPositioned(field.node));
    const isDerived = (field: FieldIR): boolean => field.visibility === 'derived';
    const ordered = [...inline].sort((a, b) => Number(isDerived(a)) - Number(isDerived(b)));
    let size = 0;
    for (const field of ordered) {
      const isNamed = definition.flat !== field.name;
      if (isNamed) context.path.push(field.name);
      const own = handlerOf(field.node).size(field.node, scope.field(field.name), context, scope);
      scope.keepSize(field.name, own);
      size += own;
      if (isNamed) context.path.pop(); // skipped on an error, which needs the path
    }
    if (inline.length < definition.fields.length) size = sizeWithPositions(definition, size, scope, context);
    if (definition.recursive) context.depth--;
    return size;
  },

  encode(node, value, context, outer) {
    const definition = structNamed(node.name, context.structs);
    const { fields, isAnyGiven } = checkStructKeys(definition, value, context);
    const scope = new EncodeScope(definition, fields, outer.environment, context);
    const starts = new Map<string, number>();
    const ends = new Map<string, number>();
    const start = context.offset;
    let cursor = start;
    scope.origin = start;
    runChecks(definition, -1, context, scope, starts, start);
    for (const [index, field] of definition.fields.entries()) {
      context.offset = cursor;
      context.placed = cursor;
      starts.set(field.name, context.offset + leadingBytes(field.node));
      if (field.visibility === 'peek') scope.peekAt(field.name, context.offset);
      const isNamed = definition.flat !== field.name;
      if (isNamed) context.path.push(field.name);
      if (isAnyGiven && !holdsChecksum(definition, field)) compareGiven(definition, field, scope, context);
      // a checksum is filled in once the bytes that it covers have been written
      if (holdsChecksum(definition, field))
        context.take(handlerOf(field.node).size(field.node, undefined, context, scope));
      else handlerOf(field.node).encode(field.node, scope.field(field.name), context, scope);
      if (isNamed) context.path.pop();
      ends.set(field.name, context.offset);
      if (isPositioned(field.node)) starts.set(field.name, context.placed);
      else cursor = context.offset;
      runChecks(definition, index, context, scope, starts, start);
    }
    context.offset = ownsRegion(definition) ? context.end : cursor;
    fillChecksums(definition, context, scope, starts, ends);
  },
};

/** The size of a struct with fields at offsets: up to the end of the last one. */
function sizeWithPositions(
  definition: StructIR,
  inlineSize: number,
  scope: EncodeScope,
  context: EncodeContext,
): number {
  const coverage = openCoverage(0, Number.POSITIVE_INFINITY);
  let tail = 0;
  coverPart(coverage, 0, inlineSize, '');
  for (const field of definition.fields) {
    if (isPositioned(field.node)) tail += layOut(field, coverage, scope, context);
  }
  return context.attempt(() => sizeOfCoverage(coverage, tail));
}

function failTooDeep(context: DecodeContext): typeof FAIL {
  const [expected, found] = depthTexts(context.limits.depth);
  return context.fail(
    'limit-exceeded',
    context.offset,
    () => expected,
    () => found,
  );
}

function enter(context: EncodeContext): void {
  const { depth, maxDepth } = context;
  if (depth >= maxDepth) throw context.error('limit-exceeded', ...depthTexts(maxDepth));
  context.depth++;
}

/** Keeps the decoded value of a field, and runs the struct's checks that are due. */
function settleField(
  definition: StructIR,
  index: number,
  outcome: unknown,
  value: Record<string, unknown>,
  context: DecodeContext,
  scope: DecodeScope,
): boolean {
  const field = definition.fields[index] as FieldIR; // the field just decoded
  const isElsewhere = isPositioned(field.node);
  const at = isElsewhere ? context.placed : scope.cursor + leadingBytes(field.node);
  scope.add(outcome, at, context.offset, isElsewhere);
  if (field.visibility === 'value') {
    if (definition.flat === field.name) Object.assign(value, outcome);
    else value[field.name] = outcome;
  }
  return (
    !failedCheck(definition, index, context, scope, scope.start) &&
    !failedChecksum(definition, index, context, scope)
  );
}

function partOf({ node, visibility, metadata }: FieldIR): Part {
  return { type: describeNode(node), hidden: visibility !== 'value', bits: bitFieldOf(node), metadata };
}

/** Ends a struct with fields at offsets: it takes its whole region, and every byte must belong to exactly one field. */
function settleCoverage(
  definition: StructIR,
  coverage: Coverage,
  context: DecodeContext,
  { cursor }: DecodeScope,
): Outcome<undefined> {
  context.offset = coverage.end;
  if (definition.fields.some(({ node }) => node.kind === 'gaps')) return undefined; // it has taken the remaining bytes
  return context.attempt(() => {
    cover(coverage, coverage.start, cursor, '');
    closeCoverage(coverage);
    return undefined;
  });
}

/** Compares a constant or derived field that is present in the value with what is encoded. */
function compareGiven(
  definition: StructIR,
  field: FieldIR,
  scope: EncodeScope,
  context: EncodeContext,
): void {
  if (!givenKeys(definition).includes(field.name)) return;
  const at = context.offset + leadingBytes(field.node);
  const notCompared = keysNotComparedOf(field, { struct: definition, structs: context.structs });
  checkGiven(scope.value, field.name, scope.field(field.name), at, context.here, notCompared);
}

function isFixed(node: StructReference, { structs }: EncodeContext): boolean {
  const { min, max } = sizeBounds(node, structs);
  return min === max;
}
