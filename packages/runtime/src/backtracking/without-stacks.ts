/** The property of engines on V8 that says how many calls an error's stack keeps. */
const LIMIT = 'stackTraceLimit';

/**
 * Runs what makes errors that nobody sees, without their stacks: these cost more than all else about an attempt in vain, and
 * bytes that are made for it cause very many of them.
 *
 * Engines that have no such limit, and programs that have frozen it, run it as it is.
 */
export function withoutStacks<T>(run: () => T): T {
  const limit: unknown = Reflect.get(Error, LIMIT);
  if (typeof limit !== 'number' || !Reflect.set(Error, LIMIT, 0)) return run();
  try {
    return run();
  } finally {
    Reflect.set(Error, LIMIT, limit);
  }
}
