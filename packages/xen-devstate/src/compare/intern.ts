import type { WireDescription, WireField } from './wire-description.js';

/** Maps equal descriptions to one object: builds have most of them in common, and devices share parts. */
export class Interner {
  readonly #byContent = new Map<string, WireDescription>();
  readonly #numbers = new Map<WireDescription, number>();
  readonly #known = new Map<WireDescription, WireDescription>();

  intern(description: WireDescription): WireDescription {
    const known = this.#known.get(description);
    if (known !== undefined) return known;
    const fields = description.fields.map((field): WireField => {
      const content = field.content === undefined ? undefined : this.intern(field.content);
      return { ...field, content };
    });
    const subsections = description.subsections.map((part) => this.intern(part));
    const copy: WireDescription = { ...description, fields, subsections };
    const key = JSON.stringify(copy, (_, value: unknown) => {
      // parts by their number, as they are already interned; JSON cannot represent Infinity
      const number = this.#numbers.get(value as WireDescription);
      if (number !== undefined) return `#${number}`;
      return value === Number.POSITIVE_INFINITY ? 'any' : value;
    });
    const canonical = this.#byContent.get(key) ?? copy;
    this.#byContent.set(key, canonical);
    if (!this.#numbers.has(canonical)) this.#numbers.set(canonical, this.#numbers.size);
    this.#known.set(description, canonical);
    return canonical;
  }
}
