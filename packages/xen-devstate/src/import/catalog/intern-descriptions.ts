import type { FieldContent, StateDescription } from '../tables/state-description.js';

/**
 * The same descriptions, where those of one content are one object: a program has several copies of tables that are in
 * headers, and programs built from one source have most of them in common.
 */
export function internDescriptions(all: readonly StateDescription[]): readonly StateDescription[] {
  const byContent = new Map<string, StateDescription>();
  const numbers = new Map<StateDescription, number>();
  const interned = new Map<StateDescription, StateDescription>();
  const intern = (description: StateDescription): StateDescription => {
    const known = interned.get(description);
    if (known !== undefined) return known;
    const internContent = (content: FieldContent): FieldContent => {
      if (content.kind === 'struct') return { ...content, description: intern(content.description) };
      return content.description === undefined
        ? content
        : { ...content, description: intern(content.description) };
    };
    const fields = description.fields.map((field) => ({ ...field, content: internContent(field.content) }));
    const subsections = description.subsections.map(intern);
    const copy: StateDescription = { ...description, fields, subsections };
    const key = JSON.stringify(copy, (name, value: unknown) => {
      if (name === 'address') return undefined;
      // parts by their number, as they are interned already
      const number = numbers.get(value as StateDescription);
      return number === undefined ? value : `#${number}`;
    });
    const canonical = byContent.get(key) ?? copy;
    byContent.set(key, canonical);
    if (!numbers.has(canonical)) numbers.set(canonical, numbers.size);
    interned.set(description, canonical);
    return canonical;
  };
  return [...new Set(all.map(intern))];
}
