import { overlaysOf } from '../import/catalog/overlays-of.js';
import type { FieldNumber, StateDescription, StateField } from '../import/tables/state-description.js';
import { CONTENTS } from '../overlays/contents.js';
import { OVERLAYS } from '../overlays/index.js';
import type { FieldOverlay } from '../overlays/overlay.js';
import { sizeOfDescription } from './size-of.js';
import type { Presence, WireCount, WireDescription, WireField, WireSize } from './wire-description.js';
import { ALWAYS, ANY_SIZE, fixedSize } from './wire-description.js';
import { sizeOfType } from './wire-types.js';

/** Describes the wire format from QEMU's tables. Use one reader per build: shared parts become the same object. */
export class TableReader {
  readonly #known = new Map<StateDescription, WireDescription>();

  describe(description: StateDescription): WireDescription {
    const known = this.#known.get(description);
    if (known !== undefined) return known;
    const { name, version, minimum, fields, subsections } = description;
    const overlays = overlaysOf(description, { overlays: OVERLAYS, contents: CONTENTS });
    const wire: WireDescription = {
      ...{ name, isDescribed: true, version, minimum },
      fields: fields.flatMap((field, i) =>
        overlays[i]?.isMerged ? [] : [this.#field(field, overlays[i] ?? {}, fields)],
      ),
      subsections: subsections.map((part) => this.describe(part)),
    };
    this.#known.set(description, wire);
    return wire;
  }

  #field(field: StateField, overlay: FieldOverlay, fields: readonly StateField[]): WireField {
    const { name, content, count, isMarked = false } = field;
    const presence = presenceOf(field, overlay);
    const countOf = wireCount(count, overlay, fields);
    const isOverlaid = overlay.node !== undefined;
    const inside = content.description === undefined ? undefined : this.describe(content.description);
    // elements of lists have markers between them, which are not part of the struct
    const isPlain = !isMarked && (content.kind === 'struct' || content.type === 'tmp');
    const shared = { name, isTypeExact: true, count: countOf, presence, isOverlaid };
    if (isPlain && inside !== undefined)
      return { ...shared, type: 'struct', size: sizeOfDescription(inside), content: inside };
    const { type, size } =
      content.kind === 'value' ? content : { type: 'struct', size: { kind: 'unknown' } as const };
    return { ...shared, type, size: valueSize(type, size, overlay), content: inside };
  }
}

function presenceOf({ hasPredicate, since }: StateField, { presentWhen, node }: FieldOverlay): Presence {
  if (presentWhen === 'always' || (node !== undefined && presentWhen === undefined)) return ALWAYS;
  if (hasPredicate) return { kind: 'when', text: undefined, isUsual: undefined };
  return since === 0 ? ALWAYS : { kind: 'since', version: since };
}

const OPEN: WireCount = { kind: 'open', usual: undefined, overhead: 0 };

function wireCount(
  count: FieldNumber | undefined,
  overlay: FieldOverlay,
  fields: readonly StateField[],
): WireCount | undefined {
  if (count === undefined) return undefined;
  if (overlay.count !== undefined) return OPEN;
  switch (count.kind) {
    case 'fixed':
      return { kind: 'fixed', value: count.value };
    case 'field':
      return { kind: 'field', name: fields[count.index]?.name ?? '' };
    case 'unknown':
      return OPEN;
  }
}

function valueSize(type: string, size: FieldNumber, overlay: FieldOverlay): WireSize {
  const fixed = sizeOfType(type);
  if (fixed !== undefined) return fixedSize(fixed);
  if (size.kind !== 'fixed' || overlay.size !== undefined) return ANY_SIZE;
  if (type === 'buffer' || type === 'unused_buffer') return fixedSize(size.value);
  // the table gives a bitmap's size in bits
  return type === 'bitmap' ? fixedSize(8 * Math.ceil(size.value / 64)) : ANY_SIZE;
}
