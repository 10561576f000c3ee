import type { BreakingOutcome, SourceEffect } from './effects.js';

/** What a kind of change means, where nothing more is known. */
export interface ChangeMeaning {
  /** The change in words, behind the place: `Message.size: another byte order`. */
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

/** Other bytes, or other meaning of the same ones: neither codec reads what the other writes. */
const otherwise = (title: string, source: SourceEffect = 'none'): ChangeMeaning =>
  meaning(title, EITHER, EITHER, source);

/** The new codec takes what the old one did, and more. */
const looser = (title: string, source: SourceEffect = 'widened'): ChangeMeaning =>
  meaning(title, NEVER, REFUSED, source);

/** The new codec takes less. */
const stricter = (title: string, source: SourceEffect = 'narrowed'): ChangeMeaning =>
  meaning(title, REFUSED, NEVER, source);

/** The same bytes mean the same. */
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

/** Every kind of change, and what it means. A change may know better, such as that a field holds no bytes. */
export const CHANGE_KINDS: Readonly<Record<ChangeKind, ChangeMeaning>> = {
  'root-added': inSource('a codec more', 'added'),
  'root-removed': inSource('a codec less', 'removed'),
  'struct-renamed': inSource('another name', 'renamed'),
  'field-added': otherwise('a field more', 'added'),
  'field-removed': otherwise('a field less', 'removed'),
  'field-renamed': inSource('another name', 'renamed'),
  'field-moved': otherwise('at another place'),
  'field-hidden': stricter('no longer in the value', 'removed'),
  'field-shown': looser('in the value', 'added'),
  derivation: otherwise('derived from something else'),
  'type-replaced': otherwise('another type', 'changed'),
  interpretation: inSource('the same bytes as another type', 'changed'),
  'byte-order': otherwise('another byte order'),
  width: otherwise('another width'),
  signedness: otherwise('another signedness'),
  'varint-encoding': otherwise('another encoding'),
  'range-widened': looser('a wider range', 'none'),
  'range-narrowed': stricter('a narrower range', 'none'),
  'preserve-added': looser('keeps what is not canonical'),
  'preserve-removed': stricter('refuses what is not canonical'),
  'bit-layout': otherwise('other bits'),
  'literal-value': meaning('another constant', REFUSED, REFUSED),
  'made-constant': stricter('a constant now', 'removed'),
  'made-variable': looser('no longer a constant', 'added'),
  'member-added': looser('a name more'),
  'member-removed': stricter('a name less'),
  'member-renamed': inSource('another name for a number', 'renamed'),
  'member-renumbered': otherwise('another number for a name'),
  'names-opened': looser('takes numbers without a name'),
  'names-closed': stricter('refuses numbers without a name'),
  'flag-added': inSource('a flag more', 'added'),
  'flag-removed': inSource('a flag less', 'removed'),
  'flag-renamed': inSource('another name for a bit', 'renamed'),
  'flag-moved': otherwise('another bit for a name'),
  extent: otherwise('another extent'),
  'text-encoding': otherwise('another text encoding'),
  fill: meaning('another padding', REFUSED, REFUSED),
  'padding-kept': looser('keeps other bytes than padding'),
  'padding-strict': stricter('refuses other bytes than padding'),
  alignment: otherwise('another alignment'),
  'made-optional': otherwise('optional now', 'widened'),
  'made-required': otherwise('no longer optional', 'narrowed'),
  condition: otherwise('there on another condition'),
  position: otherwise('at another offset'),
  'region-added': otherwise('within a size of its own'),
  'region-removed': otherwise('without a size of its own'),
  processor: otherwise('bytes changed in another way'),
  'custom-codec': otherwise('another custom codec', 'changed'),
  selector: otherwise('chosen by something else'),
  'arm-added': looser('an alternative more'),
  'arm-removed': stricter('an alternative less'),
  'arm-renamed': inSource('another name for an alternative', 'renamed'),
  'arm-retagged': otherwise('an alternative with another tag'),
  'arm-moved': otherwise('an alternative tried at another time'),
  'otherwise-added': looser('takes what no alternative fits'),
  'otherwise-removed': stricter('refuses what no alternative fits'),
  'union-members': inSource('other members for the choice', 'renamed'),
  boundary: otherwise('followed by something else'),
  'search-values': otherwise('other values tried'),
  binding: otherwise('a parameter bound otherwise'),
  'parameter-added': inSource('a parameter more', 'changed'),
  'parameter-removed': inSource('a parameter less', 'changed'),
  'parameter-default': otherwise('another default'),
  'parameter-type': inSource('another type of a parameter', 'changed'),
  'check-added': stricter('a condition more', 'none'),
  'check-removed': looser('a condition less', 'none'),
  'checksum-added': stricter('a checksum more', 'none'),
  'checksum-removed': looser('a checksum less', 'none'),
  'checksum-changed': meaning('another checksum', REFUSED, REFUSED),
  flattened: inSource('members merged otherwise', 'changed'),
  documentation: inSource('other documentation', 'none'),
};
