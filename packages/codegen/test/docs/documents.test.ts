import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { Workshop } from '../differential/generate-code.js';
import { checkDocuments } from './check-documents.js';
import { sectionsOf } from './sections.js';

const folder = fileURLToPath(new URL('../../../../docs/', import.meta.url));
const workshop = new Workshop();
afterAll(() => workshop.remove());

const documents = readdirSync(folder, { encoding: 'utf8', recursive: true })
  .filter((path) => path.endsWith('.md'))
  .sort();
const sections = documents.flatMap((path) => sectionsOf(`docs/${path}`, readFileSync(folder + path, 'utf8')));

for (const { section, problems } of await checkDocuments(sections, workshop)) {
  test(`${section.document}: ${section.title}`, () => {
    expect(problems).toEqual([]);
  });
}
