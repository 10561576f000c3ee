import { randomNumbers } from '../measuring/random-numbers.js';
import type { Row, Table, Tag } from './generated/records.js';

const WORDS =
  'alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima größe naïve mike november'.split(
    ' ',
  );
const KINDS = ['alpha', 'beta', 'gamma'] as const;

/** So many records, always the same ones: short names, notes of up to 11 words of which some are not ASCII, up to 6 tags. */
export function tableOf(count: number): Table {
  const random = randomNumbers(12_345);
  const word = (among: number): string => WORDS[random() % among] ?? '';
  const rows: Row[] = [];
  for (let id = 0; id < count; id++) {
    const note = Array.from({ length: random() % 12 }, () => word(16)).join(' ');
    const tags = Array.from(
      { length: random() % 7 },
      (): Tag => ({ key: random() & 0xffff, value: random() }),
    );
    rows.push({
      id,
      kind: KINDS[random() % 3] ?? 'alpha',
      flags: random() & 0xffff,
      created: BigInt(random()) * 1_000_003n,
      latitude: (random() / 2 ** 32) * 180 - 90,
      longitude: (random() / 2 ** 32) * 360 - 180,
      temperature: (random() % 1000) - 500,
      score: Math.fround(random() / 65_536),
      active: (random() & 1) === 1,
      name: `${word(12)}-${random() % 100_000}`,
      note,
      tags,
    });
  }
  return { rows };
}
