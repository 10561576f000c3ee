import type { Command } from './session.js';

/** All commands, by name. Each is loaded when it is called: whoever asks for the version waits for none of them. */
export const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['list', async () => (await import('./commands/list.js')).list],
  ['show', async () => (await import('./commands/show.js')).show],
  ['explain', async () => (await import('./commands/explain.js')).explain],
  ['get', async () => (await import('./commands/get.js')).get],
  ['set', async () => (await import('./commands/set.js')).set],
  ['diff', async () => (await import('./commands/diff.js')).diff],
  ['decode', async () => (await import('./commands/decode.js')).decode],
  ['encode', async () => (await import('./commands/encode.js')).encode],
  ['verify', async () => (await import('./commands/verify.js')).verify],
  ['doctor', async () => (await import('./commands/doctor.js')).doctor],
  ['devices', async () => (await import('./commands/devices.js')).devices],
  ['compare', async () => (await import('./commands/compare.js')).compare],
  ['import', async () => (await import('./commands/import.js')).importCommand],
]);
