import { examineSchema } from './test/differential/examine-schema.js';
import { buildSchema } from './test/differential/made-up/build-schema.js';
import { generatedText } from './test/differential/generate-code.js';
const plan = {"pieces":[{"kind":"length","type":"u8","affine":{"times":1,"by":1,"plus":0,"isMinus":false},"node":{"kind":"search","values":[1,0],"node":{"kind":"flags","type":"u8","bits":[0],"isStrict":false},"followedBy":[]},"gap":false}],"isFlat":false,"isEnded":true,"rest":undefined};
console.log(generatedText([buildSchema(plan as never)]));
