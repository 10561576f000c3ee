import { readFileSync } from 'node:fs';
const lines = readFileSync('/tmp/mut/candidates.txt','utf8').split('\n').filter(l=>l.trim()&&!l.startsWith('#'));
export const MUTANTS = lines.map((line) => {
  const [number, file, text, becomes, breaks=''] = line.split(' ¦ ');
  const n = Number(number);
  const folder = n < 100 || (n >= 200 && n < 300) || (n >= 400 && n < 600) || (n >= 700 && n < 800) ? 'packages/schema-dsl/src/interpreter/' : 'packages/codegen/src/emit/';
  return { number: n, file: folder + file + '.ts', text: text.replaceAll('\\n','\n'), becomes, breaks: breaks || `${file}: ${becomes}`.slice(0,70) };
});
