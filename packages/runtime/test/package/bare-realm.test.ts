import { expect, test } from 'vitest';
import { loadIntoBareRealm } from './bare-realm.js';
import { ROUND_TRIP, roundTrip } from './round-trip.js';

test('needs no global but TextEncoder and TextDecoder', () => {
  const { runtime, evaluate } = loadIntoBareRealm({ TextEncoder, TextDecoder });
  for (const name of ['process', 'Buffer', 'require', 'window', 'setTimeout', 'structuredClone']) {
    expect(evaluate(`typeof ${name}`), name).toBe('undefined');
  }
  expect(roundTrip(runtime)).toEqual(ROUND_TRIP);
});

test('what it makes there is of that realm', () => {
  const { runtime, evaluate } = loadIntoBareRealm({ TextEncoder, TextDecoder });
  const taken = runtime.takeBytes(runtime.openInput(Uint8Array.of(1, 2, 3)), 1, 3);
  expect([...taken]).toEqual([2, 3]);
  expect(Object.getPrototypeOf(taken)).toBe(evaluate('Uint8Array.prototype'));
  expect(() => evaluate(`new Function('return 1')`)).toThrow(/Code generation from strings/);
});

test('without the two it cannot be loaded: the realm is as bare as it looks', () => {
  expect(() => loadIntoBareRealm({})).toThrow(/is not a constructor/);
});
