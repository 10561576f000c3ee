import { drawDamage } from './draw-damage.js';
import { Random } from './random.js';
import type { Case, Target } from './target.js';

/** Larger seeds are slow to read, so only one in eight cases may use them. */
const LARGE = 64 * 1024;

/** Draws the execution with this number: always the same one. */
export async function drawCase(target: Target, seed: number, execution: number): Promise<Case> {
  const random = new Random(seed, execution);
  const small = target.seeds.filter(({ bytes }) => bytes.length <= LARGE);
  const chosen = random.pick(random.oneIn(8) || small.length === 0 ? target.seeds : small);
  const steps = drawDamage(chosen, target.seeds, random);
  const { how, steps: more } = await target.draw(chosen, random);
  return { target: target.name, seed: chosen.name, steps: [...steps, ...more], how };
}
