// What the sources keep of a schema (its IR, and what analyses found out) is in weak maps by its nodes. Mutants of the
// compiler need these empty: else a schema stays as it was compiled before.
const SOURCES = '/packages/schema-dsl/src/';

let epoch = 0;

/** Empties all weak maps of the sources. */
export function forget() {
  epoch++;
}

/** Has sources that are loaded from now on keep things in weak maps that can be emptied. */
export function keepForgetfully() {
  globalThis.WeakMap = new Proxy(WeakMap, {
    construct(Lasting, args) {
      const isOurs = new Error().stack?.includes(SOURCES) ?? false;
      return isOurs ? forgetful(() => new Lasting()) : Reflect.construct(Lasting, args);
    },
  });
}

/** @param {() => WeakMap<WeakKey, unknown>} make an empty map */
function forgetful(make) {
  let [made, kept] = [epoch, make()];
  const current = () => {
    if (made !== epoch) [made, kept] = [epoch, make()];
    return kept;
  };
  return {
    get: (/** @type {WeakKey} */ key) => current().get(key),
    has: (/** @type {WeakKey} */ key) => current().has(key),
    set: (/** @type {WeakKey} */ key, /** @type {unknown} */ value) => current().set(key, value),
    delete: (/** @type {WeakKey} */ key) => current().delete(key),
  };
}
