import type { SchemaIR, StructIR } from '@bytewright/schema-dsl/ir';
import { Parser } from 'binary-parser/dist/binary_parser.js';
import type { ParseState, Slots } from './parse-state.js';

/** What the parts of one parser share while it is built. */
export interface ParserBuild {
  readonly ir: SchemaIR;
  readonly state: ParseState;
  /** Structs that have been begun: a parser to be put where it is used, or a registered name. */
  readonly structs: Map<string, Parser | string>;
  /** A name for a helper that no field and no other helper has. */
  fresh(what: string): string;
}

/** Where a node is added: after it, `slot` of the object that `parser` fills holds the node's value. */
export interface Site {
  readonly parser: Parser;
  readonly slot: string;
  /** The schema path, for errors. */
  readonly path: string;
  /** The struct whose fields expressions speak of; `undefined` outside of any. */
  readonly struct: StructIR | undefined;
  readonly build: ParserBuild;
}

/** Adds a node of one kind to a parser. */
export type AddNode<N> = (node: N, site: Site) => void;

/**
 * Runs a function between two fields: a `seek` by nothing, which is the one place where binary-parser calls a
 * function on the object being filled without demanding a field of its own.
 */
export function addStep(parser: Parser, run: (slots: Slots) => void): void {
  parser.seek(function (this: Slots): number {
    run(this);
    return 0;
  });
}

/**
 * Keeps the number of bytes between here and the end of the region in a helper, and gives that one's name.
 */
export function addRest({ parser, build }: Site): string {
  const rest = build.fresh('rest');
  // readUntil "eof" does not move the offset: a fault elsewhere, just what is needed here
  parser.buffer(rest, { readUntil: 'eof', formatter: (bytes: Uint8Array): number => bytes.length });
  return rest;
}

/** A site on a parser of its own, for what is read in its place under a condition or in a region. */
export function branch(site: Site, path: string = site.path): Site {
  return { ...site, parser: new Parser(), path };
}
