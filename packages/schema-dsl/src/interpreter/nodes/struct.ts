import type { Claims } from '@bytewright/runtime/codec';
import {
  checkGiven,
  claim,
  closeClaims,
  depthTexts,
  openClaims,
  placePart,
  sizeOfClaims,
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
import { DecodeScope } from '../decode-scope.js';
import type { Decoding, Part } from '../decoding.js';
import { EncodeScope } from '../encode-scope.js';
import type { Encoding } from '../encoding.js';
import type { Outcome } from '../failure.js';
import { FAIL } from '../failure.js';
import { failedChecksum, fillChecksums, holdsChecksum } from '../struct-checksums.js';
import { checkStructKeys } from '../value-keys.js';
import { leadingBytes } from './bits.js';
import { readingOf } from './index.js';
import { layOut } from './lay-out.js';
import type { Reading } from './reading.js';

export const struct: Reading<StructReference> = {
  decode(node, decoding, outer) {
    const definition = structNamed(node.name, decoding.structs);
    if (definition.recursive && decoding.depth >= decoding.limits.depth) return failTooDeep(decoding);
    if (definition.recursive) decoding.depth++;
    const start = decoding.offset;
    const claims = ownsRegion(definition) ? openClaims(start, decoding.end) : undefined;
    const scope = new DecodeScope(definition, outer.environment, start, claims, decoding.path.length);
    const value: Record<string, unknown> = {};
    if (failedCheck(definition, -1, decoding, scope, start)) return FAIL;
    for (let index = 0; index < definition.fields.length; index++) {
      const field = definition.fields[index] as FieldIR; // index is below the length
      const isNamed = definition.flat !== field.name;
      decoding.offset = scope.cursor;
      decoding.placed = scope.cursor;
      if (isNamed) decoding.enter(field.name, () => partOf(field));
      const outcome = readingOf(field.node).decode(field.node, decoding, scope);
      if (isNamed) decoding.leave(outcome);
      if (outcome === FAIL || !settleField(definition, index, outcome, value, decoding, scope)) return FAIL;
    }
    if (definition.recursive) decoding.depth--;
    return claims === undefined || settleClaims(definition, claims, decoding, scope) !== FAIL ? value : FAIL;
  },

  size(node, value, encoding, outer) {
    const definition = structNamed(node.name, encoding.structs);
    if (definition.recursive) enter(encoding);
    // one that is as long whatever it holds is only looked at when it is written
    const fields = isFixed(node, encoding)
      ? encoding.object(value)
      : checkStructKeys(definition, value, encoding).fields;
    const scope = new EncodeScope(definition, fields, outer.environment, encoding);
    checkSources(definition, fields, encoding);
    // derived fields last: what they are computed from has been looked at then
    const inline = definition.fields.filter((field) => !isPositioned(field.node));
    const isDerived = (field: FieldIR): boolean => field.visibility === 'derived';
    const ordered = [...inline].sort((a, b) => Number(isDerived(a)) - Number(isDerived(b)));
    let size = 0;
    for (const field of ordered) {
      const isNamed = definition.flat !== field.name;
      if (isNamed) encoding.path.push(field.name);
      const own = readingOf(field.node).size(field.node, scope.field(field.name), encoding, scope);
      scope.keepSize(field.name, own);
      size += own;
      if (isNamed) encoding.path.pop(); // not reached on an error, whose path this is
    }
    if (inline.length < definition.fields.length) size = sizeWithPositions(definition, size, scope, encoding);
    if (definition.recursive) encoding.depth--;
    return size;
  },

  encode(node, value, encoding, outer) {
    const definition = structNamed(node.name, encoding.structs);
    const { fields, isAnyGiven } = checkStructKeys(definition, value, encoding);
    const scope = new EncodeScope(definition, fields, outer.environment, encoding);
    const starts = new Map<string, number>();
    const ends = new Map<string, number>();
    const start = encoding.offset;
    let cursor = start;
    scope.origin = start;
    runChecks(definition, -1, encoding, scope, starts, start);
    for (const [index, field] of definition.fields.entries()) {
      encoding.offset = cursor;
      encoding.placed = cursor;
      starts.set(field.name, encoding.offset + leadingBytes(field.node));
      if (field.visibility === 'peek') scope.peekAt(field.name, encoding.offset);
      const isNamed = definition.flat !== field.name;
      if (isNamed) encoding.path.push(field.name);
      if (isAnyGiven && !holdsChecksum(definition, field)) compareGiven(definition, field, scope, encoding);
      // a checksum is filled in when what it covers has been written
      if (holdsChecksum(definition, field))
        encoding.take(readingOf(field.node).size(field.node, undefined, encoding, scope));
      else readingOf(field.node).encode(field.node, scope.field(field.name), encoding, scope);
      if (isNamed) encoding.path.pop();
      ends.set(field.name, encoding.offset);
      if (isPositioned(field.node)) starts.set(field.name, encoding.placed);
      else cursor = encoding.offset;
      runChecks(definition, index, encoding, scope, starts, start);
    }
    encoding.offset = ownsRegion(definition) ? encoding.end : cursor;
    fillChecksums(definition, encoding, scope, starts, ends);
  },
};

/** The size of a struct with fields at offsets: up to where the last one ends. */
function sizeWithPositions(
  definition: StructIR,
  inlineSize: number,
  scope: EncodeScope,
  encoding: Encoding,
): number {
  const claims = openClaims(0, Number.POSITIVE_INFINITY);
  let tail = 0;
  placePart(claims, 0, inlineSize, '');
  for (const field of definition.fields) {
    if (isPositioned(field.node)) tail += layOut(field, claims, scope, encoding);
  }
  return encoding.attempt(() => sizeOfClaims(claims, tail));
}

function failTooDeep(decoding: Decoding): typeof FAIL {
  const [expected, found] = depthTexts(decoding.limits.depth);
  return decoding.fail(
    'limit-exceeded',
    decoding.offset,
    () => expected,
    () => found,
  );
}

function enter(encoding: Encoding): void {
  const { depth, maxDepth } = encoding;
  if (depth >= maxDepth) throw encoding.error('limit-exceeded', ...depthTexts(maxDepth));
  encoding.depth++;
}

/** Keeps what was decoded of a field, and holds what is known by now against the struct's checks. */
function settleField(
  definition: StructIR,
  index: number,
  outcome: unknown,
  value: Record<string, unknown>,
  decoding: Decoding,
  scope: DecodeScope,
): boolean {
  const field = definition.fields[index] as FieldIR; // the one that was decoded
  const isElsewhere = isPositioned(field.node);
  const at = isElsewhere ? decoding.placed : scope.cursor + leadingBytes(field.node);
  scope.add(outcome, at, decoding.offset, isElsewhere);
  if (field.visibility === 'value') {
    if (definition.flat === field.name) Object.assign(value, outcome);
    else value[field.name] = outcome;
  }
  return (
    !failedCheck(definition, index, decoding, scope, scope.start) &&
    !failedChecksum(definition, index, decoding, scope)
  );
}

function partOf({ node, visibility, metadata }: FieldIR): Part {
  return { type: describeNode(node), hidden: visibility !== 'value', bits: bitFieldOf(node), metadata };
}

/** Ends a struct with fields at offsets: it takes all of its region, and every byte there is held by one field. */
function settleClaims(
  definition: StructIR,
  claims: Claims,
  decoding: Decoding,
  { cursor }: DecodeScope,
): Outcome<undefined> {
  decoding.offset = claims.end;
  if (definition.fields.some(({ node }) => node.kind === 'gaps')) return undefined; // it has taken what is left
  return decoding.attempt(() => {
    claim(claims, claims.start, cursor, '');
    closeClaims(claims);
    return undefined;
  });
}

/** Holds a constant or derived field that came along in the value against what is written. */
function compareGiven(definition: StructIR, field: FieldIR, scope: EncodeScope, encoding: Encoding): void {
  if (!givenKeys(definition).includes(field.name)) return;
  const at = encoding.offset + leadingBytes(field.node);
  const notCompared = keysNotComparedOf(field, { struct: definition, structs: encoding.structs });
  checkGiven(scope.value, field.name, scope.field(field.name), at, encoding.here, notCompared);
}

function isFixed(node: StructReference, { structs }: Encoding): boolean {
  const { min, max } = sizeBounds(node, structs);
  return min === max;
}
