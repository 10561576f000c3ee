import { drawDamage } from './draw-damage.js';
import { Random } from './random.js';
import type { Case, Target } from './target.js';

/** Seeds of more bytes than this are slow to read, and taken in one of eight cases. */
const LARGE = 64 * 1024;

/** The execution with this number: the same whenever it is drawn. */
export async function drawCase(target: Target, seed: number, execution: number): Promise<Case> {
  const random = new Random(seed, execution);
  const small = target.seeds.filter(({ bytes }) => bytes.length <= LARGE);
  const chosen = random.pick(random.oneIn(8) || small.length === 0 ? target.seeds : small);
  const steps = drawDamage(chosen, target.seeds, random);
  const { how, steps: more } = await target.draw(chosen, random);
  return { target: target.name, seed: chosen.name, steps: [...steps, ...more], how };
}
