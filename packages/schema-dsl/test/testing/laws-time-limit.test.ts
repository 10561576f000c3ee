import { list, prefix, struct, u8, u16be } from '@bytewright/schema-dsl';
import { laws } from '@bytewright/schema-dsl/testing/vitest';
import { afterAll, vi } from 'vitest';

// The laws have their own limit, regardless of other settings: each of these takes longer than a millisecond.

vi.setConfig({ testTimeout: 1 });
afterAll(() => vi.resetConfig());

laws(struct('Points', { points: list(struct('Point', { x: u16be, y: u16be }), prefix(u8)) }), undefined, {
  runs: 50,
  seed: 1,
});
