import type { BreakingOutcome, SourceEffect } from './effects.js';

/** The meaning of a kind of change, unless a particular change says otherwise. */
export interface ChangeMeaning {
  /** The change in words, printed after the path: `Message.size: byte order changed`. */
  readonly title: string;
  readonly backward: readonly BreakingOutcome[];
  readonly forward: readonly BreakingOutcome[];
  readonly source: SourceEffect;
}

const NEVER: readonly BreakingOutcome[] = [];
const REFUSED: readonly BreakingOutcome[] = ['refused'];
const EITHER: readonly BreakingOutcome[] = ['differently', 'refused'];

const meaning = (
  title: string,
  backward: readonly BreakingOutcome[],
  forward: readonly BreakingOutcome[],
  source: SourceEffect = 'none',
): ChangeMeaning => ({ title, backward, forward, source });

/** Other bytes, or a different meaning of the same bytes: neither codec decodes what the other encodes. */
const otherwise = (title: string, source: SourceEffect = 'none'): ChangeMeaning =>
  meaning(title, EITHER, EITHER, source);

/** The new codec accepts everything that the old one did, and more. */
const looser = (title: string, source: SourceEffect = 'widened'): ChangeMeaning =>
  meaning(title, NEVER, REFUSED, source);

/** The new codec accepts less. */
const stricter = (title: string, source: SourceEffect = 'narrowed'): ChangeMeaning =>
  meaning(title, REFUSED, NEVER, source);

/** The same bytes have the same meaning. */
const inSource = (title: string, source: SourceEffect): ChangeMeaning => meaning(title, NEVER, NEVER, source);

/** A kind of change. */
export type ChangeKind =
  | 'root-added'
  | 'root-removed'
  | 'struct-renamed'
  | 'field-added'
  | 'field-removed'
  | 'field-renamed'
  | 'field-moved'
  | 'field-hidden'
  | 'field-shown'
  | 'derivation'
  | 'type-replaced'
  | 'interpretation'
  | 'byte-order'
  | 'width'
  | 'signedness'
  | 'varint-encoding'
  | 'range-widened'
  | 'range-narrowed'
  | 'preserve-added'
  | 'preserve-removed'
  | 'bit-layout'
  | 'literal-value'
  | 'made-constant'
  | 'made-variable'
  | 'member-added'
  | 'member-removed'
  | 'member-renamed'
  | 'member-renumbered'
  | 'names-opened'
  | 'names-closed'
  | 'flag-added'
  | 'flag-removed'
  | 'flag-renamed'
  | 'flag-moved'
  | 'extent'
  | 'text-encoding'
  | 'fill'
  | 'padding-kept'
  | 'padding-strict'
  | 'alignment'
  | 'made-optional'
  | 'made-required'
  | 'condition'
  | 'position'
  | 'region-added'
  | 'region-removed'
  | 'processor'
  | 'custom-codec'
  | 'selector'
  | 'arm-added'
  | 'arm-removed'
  | 'arm-renamed'
  | 'arm-retagged'
  | 'arm-moved'
  | 'otherwise-added'
  | 'otherwise-removed'
  | 'union-members'
  | 'boundary'
  | 'search-values'
  | 'binding'
  | 'parameter-added'
  | 'parameter-removed'
  | 'parameter-default'
  | 'parameter-type'
  | 'check-added'
  | 'check-removed'
  | 'checksum-added'
  | 'checksum-removed'
  | 'checksum-changed'
  | 'flattened'
  | 'documentation';

/** Every kind of change and its meaning. A particular change may override it, for example if a field holds no bytes. */
export const CHANGE_KINDS: Readonly<Record<ChangeKind, ChangeMeaning>> = {
  'root-added': inSource('codec added', 'added'),
  'root-removed': inSource('codec removed', 'removed'),
  'struct-renamed': inSource('renamed', 'renamed'),
  'field-added': otherwise('field added', 'added'),
  'field-removed': otherwise('field removed', 'removed'),
  'field-renamed': inSource('renamed', 'renamed'),
  'field-moved': otherwise('moved'),
  'field-hidden': stricter('no longer in the value', 'removed'),
  'field-shown': looser('now in the value', 'added'),
  derivation: otherwise('derivation changed'),
  'type-replaced': otherwise('type changed', 'changed'),
  interpretation: inSource('same bytes, different type', 'changed'),
  'byte-order': otherwise('byte order changed'),
  width: otherwise('width changed'),
  signedness: otherwise('signedness changed'),
  'varint-encoding': otherwise('encoding changed'),
  'range-widened': looser('range widened', 'none'),
  'range-narrowed': stricter('range narrowed', 'none'),
  'preserve-added': looser('now keeps non-canonical encodings'),
  'preserve-removed': stricter('now refuses non-canonical encodings'),
  'bit-layout': otherwise('bit layout changed'),
  'literal-value': meaning('constant changed', REFUSED, REFUSED),
  'made-constant': stricter('now a constant', 'removed'),
  'made-variable': looser('no longer a constant', 'added'),
  'member-added': looser('name added'),
  'member-removed': stricter('name removed'),
  'member-renamed': inSource('number renamed', 'renamed'),
  'member-renumbered': otherwise('name renumbered'),
  'names-opened': looser('now accepts numbers without a name'),
  'names-closed': stricter('now refuses numbers without a name'),
  'flag-added': inSource('flag added', 'added'),
  'flag-removed': inSource('flag removed', 'removed'),
  'flag-renamed': inSource('flag renamed', 'renamed'),
  'flag-moved': otherwise('flag moved to another bit'),
  extent: otherwise('extent changed'),
  'text-encoding': otherwise('text encoding changed'),
  fill: meaning('padding changed', REFUSED, REFUSED),
  'padding-kept': looser('now keeps nonstandard padding'),
  'padding-strict': stricter('now refuses nonstandard padding'),
  alignment: otherwise('alignment changed'),
  'made-optional': otherwise('now optional', 'widened'),
  'made-required': otherwise('no longer optional', 'narrowed'),
  condition: otherwise('condition changed'),
  position: otherwise('offset changed'),
  'region-added': otherwise('now has its own size'),
  'region-removed': otherwise('no longer has its own size'),
  processor: otherwise('transformation changed'),
  'custom-codec': otherwise('custom codec changed', 'changed'),
  selector: otherwise('selector changed'),
  'arm-added': looser('alternative added'),
  'arm-removed': stricter('alternative removed'),
  'arm-renamed': inSource('alternative renamed', 'renamed'),
  'arm-retagged': otherwise('tag of an alternative changed'),
  'arm-moved': otherwise('order of alternatives changed'),
  'otherwise-added': looser('now accepts input that no alternative fits'),
  'otherwise-removed': stricter('now refuses input that no alternative fits'),
  'union-members': inSource('names of the union members changed', 'renamed'),
  boundary: otherwise('what follows changed'),
  'search-values': otherwise('searched values changed'),
  binding: otherwise('parameter binding changed'),
  'parameter-added': inSource('parameter added', 'changed'),
  'parameter-removed': inSource('parameter removed', 'changed'),
  'parameter-default': otherwise('default changed'),
  'parameter-type': inSource('parameter type changed', 'changed'),
  'check-added': stricter('check added', 'none'),
  'check-removed': looser('check removed', 'none'),
  'checksum-added': stricter('checksum added', 'none'),
  'checksum-removed': looser('checksum removed', 'none'),
  'checksum-changed': meaning('checksum changed', REFUSED, REFUSED),
  flattened: inSource('merging of members changed', 'changed'),
  documentation: inSource('documentation changed', 'none'),
};
