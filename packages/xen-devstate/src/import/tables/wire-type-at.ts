import type { Program } from '../elf/program.js';

const WORD = 8;
/** Words behind the name: two functions up to 10.0, four in 11.1, of which two are null. */
const FUNCTIONS = 4;
/** One that reads and one that writes. */
const NEEDED = 2;

/** The name of the `VMStateInfo` at an address: a name, and behind it functions. `undefined` for what is none. */
export function wireTypeAt(program: Program, address: number | undefined): string | undefined {
  if (address === undefined) return undefined;
  const name = program.textAt(program.pointerAt(address));
  if (name === undefined) return undefined;
  let functions = 0;
  for (let at = WORD; at <= FUNCTIONS * WORD; at += WORD) {
    const target = program.pointerAt(address + at);
    if (target !== undefined && program.isCode(target)) functions++;
  }
  return functions >= NEEDED ? name : undefined;
}
