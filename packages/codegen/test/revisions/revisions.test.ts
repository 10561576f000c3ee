import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bytesOfHex as hex } from '../../../../test/bytes-of-hex.js';
import { generateModules } from '../../src/generate/generate-modules.js';
import { loadConfig } from '../../src/load/load-config.js';
import { decodePoint } from './generated/point.js';
import { decodeShapeV1, decodeShapeV2, encodeShapeV2 } from './generated/shape.js';
import type { Message as MessageV1 } from './generated/v1/message.js';
import {
  decodeMessage as decodeMessageV1,
  encodeMessage as encodeMessageV1,
} from './generated/v1/message.js';
import * as v2 from './generated/v2/message.js';

const folder = new URL('./', import.meta.url);
const generated = (path: string): string => readFileSync(new URL(`generated/${path}`, folder), 'utf8');

test('the committed code is what the generator makes of the schemas', async () => {
  const { path: configuration, config, modules } = await loadConfig(folder.pathname);
  const files = await generateModules(modules, undefined, {
    snapshots: config.snapshots ?? true,
    configuration,
  });
  const written = readdirSync(new URL('generated/', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|json)$/.test(name))
    .map((name) => `generated/${name.replaceAll('\\', '/')}`);
  expect(files.map(({ path }) => path).sort()).toEqual(written.sort());
  for (const { path, text } of files) expect(text).toBe(readFileSync(new URL(path, folder), 'utf8'));
});

describe('two revisions in one program', () => {
  test('of one name, in two modules', () => {
    const old = hex('05 07 2a 01 0001 0002');
    const message: MessageV1 = decodeMessageV1(old);
    expect(message).toEqual({ style: { colour: 7 }, author: { id: 42 }, points: [{ x: 1, y: 2 }] });
    expect(encodeMessageV1(message)).toEqual(old);
    const bytes = hex('05 0107 2a 01 0001 0002 01');
    const later: v2.Message = v2.decodeMessage(bytes);
    expect(later).toEqual({
      style: { colour: 0x107 },
      author: { id: 42 },
      points: [{ x: 1, y: 2 }],
      urgent: 1,
    });
    expect(v2.encodeMessage(later)).toEqual(bytes);
    expect(() => v2.decodeMessage(old)).toThrow('unexpected-end');
  });

  test('of two names, in one module', () => {
    expect(decodeShapeV1(hex('03 01 0001 0002'))).toEqual({ layer: 3, outline: [{ x: 1, y: 2 }] });
    const bytes = hex('03 00 01 ffff 0002');
    const shape = decodeShapeV2(bytes);
    expect(shape).toEqual({ layer: 3, outline: [], holes: [{ x: -1, y: 2 }] });
    expect(encodeShapeV2(shape)).toEqual(bytes);
  });

  test('share what is the same: it is generated once, and its type is one type', () => {
    const texts = ['point.ts', 'shape.ts', 'v1/message.ts', 'v2/message.ts'].map(generated);
    const holders = (name: string): number =>
      texts.filter((text) => text.includes(`export interface ${name} {`)).length;
    expect(['Point', 'Author', 'Style', 'Message'].map(holders)).toEqual([1, 1, 2, 2]);
    expect(generated('v2/message.ts')).toContain("from '../v1/message.js';");
    const [point] = decodeMessageV1(hex('05 07 2a 01 0001 0002')).points;
    const points: v2.Message['points'] = [point ?? decodePoint(hex('0000 0000'))];
    expect(points).toEqual([{ x: 1, y: 2 }]);
  });

  test('share it in their snapshots too', () => {
    const { uses, structs } = JSON.parse(generated('v2/message.ir.json')) as Record<string, object>;
    expect(uses).toEqual({ '../point.ir.json': ['Point'], '../v1/message.ir.json': ['Author'] });
    expect(Object.keys(structs ?? {})).toEqual(['Message', 'Style']);
  });
});
