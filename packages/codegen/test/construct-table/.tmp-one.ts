import { definitionOf, schemaText } from '/work/wt/table/packages/codegen/test/construct-table/cell.js';
import { CONSTRUCTS } from '/work/wt/table/packages/codegen/test/construct-table/constructs.js';
import { POSITIONS } from '/work/wt/table/packages/codegen/test/construct-table/positions.js';
import { RELATIONS } from '/work/wt/table/packages/codegen/test/construct-table/relations.js';
import { generatedText } from '/work/wt/table/packages/codegen/test/differential/generate-code.js';

const [r, c, p] = process.argv[2].split(' | ');
const text = schemaText(CONSTRUCTS[c], RELATIONS[r], POSITIONS[p]);
console.log(text);
const d = definitionOf(text);
console.log(d.kind === 'defined' ? generatedText([d.node]) : d);
