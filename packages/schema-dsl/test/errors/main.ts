// `npm run errors [-- --check]`: writes docs/errors.md, or says that it is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { errorDocument, wrongSchemas } from './error-document.js';

const DOCUMENT = fileURLToPath(new URL('../../../../docs/errors.md', import.meta.url));
const text = errorDocument(wrongSchemas());
if (!process.argv.includes('--check')) {
  writeFileSync(DOCUMENT, text);
} else if (!existsSync(DOCUMENT) || readFileSync(DOCUMENT, 'utf8') !== text) {
  console.log('docs/errors.md is stale: npm run errors writes it anew');
  process.exitCode = 1;
}
