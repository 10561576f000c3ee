// A fresh process: imports a decoder and decodes a file once, and says how long both took together.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Clock } from '../measuring/clock.js';
import { secondsOf } from '../measuring/clock.js';

const [module = '', name = '', file = '', clock = 'cpu'] = process.argv.slice(2);
const bytes = new Uint8Array(gunzipSync(readFileSync(file)));
const before = secondsOf(clock as Clock); // of the process that started this one
const decoders = (await import(module)) as Readonly<Record<string, (bytes: Uint8Array) => unknown>>;
const value = decoders[name]?.(bytes);
const seconds = secondsOf(clock as Clock) - before;
if (value === undefined) throw new Error(`${name} does not export a decoder`);
console.log(seconds);
