import type { Definition } from '../data-set.js';
import type { Slot } from './converted.js';
import type { Planned } from './fields.js';
import { planField } from './fields.js';
import type { Frame, Unrolled } from './frame.js';
import type { Whole } from './whole.js';

/** The longest list whose elements become fields of their own. */
const LONGEST = 16;

/** Whether computed fields refer to single elements of a list of fixed length, so that these must be fields. */
export function isUnrolled(whole: Whole, { name = '', kind, length, items }: Definition): boolean {
  if (kind !== 'fixed' || length === undefined || length > LONGEST || items === undefined) return false;
  return whole.selected.has(name) || whole.corresponds(items);
}

/** A list of fixed length as so many fields. */
export function planUnrolled(whole: Whole, frame: Frame, definition: Definition): Planned {
  const { name = '', items = {}, length = 0 } = definition;
  const { builder } = frame;
  const elements: Unrolled[] = [];
  frame.plans.set(name, { definition, builder, slot: '', elements });
  const slots: Slot[] = [];
  let size: number | undefined = 0;
  for (let index = 0; index < length; index++) {
    const key = `${name}_${index}`;
    const type = String(items.type);
    const place = { list: frame, field: name, index, type };
    const { slot, size: own, choice } = planField(whole, frame, { ...items, name: key }, { place });
    slots.push(slot);
    size = size === undefined || own === undefined ? undefined : size + own;
    const plan = frame.plans.get(key);
    elements.push({
      type,
      first: choice?.first ?? plan?.slot ?? '',
      slot: plan?.slot ?? '',
      ahead: choice?.ahead ?? 0,
      tags:
        choice && new Map(choice.alternatives.map(({ type, tags }) => [type, tags?.[0] as number | bigint])), // a constant each
      frames: new Map([
        ...(plan?.inner ? [[type, plan.inner] as const] : []),
        ...(choice?.alternatives ?? []).flatMap(({ type, piece }) =>
          piece.inner ? [[type, piece.inner] as const] : [],
        ),
      ]),
    });
    frame.plans.delete(key);
  }
  return {
    size,
    slot: {
      write: (theirs, ours, notes) => {
        const list = theirs[name];
        if (!Array.isArray(list)) return;
        // elements beyond the list's length are refused as fields that there are not
        list.forEach((element: unknown, i) => {
          const key = `${name}_${i}`;
          if (slots[i] === undefined) ours[key] = element;
          else slots[i].write({ [key]: element }, ours, notes);
        });
      },
      read: (parts, theirs) => {
        theirs[name] = slots.map((slot, i) => {
          const element: Record<string, unknown> = {};
          slot.read(parts, element);
          return element[`${name}_${i}`];
        });
      },
    },
  };
}
