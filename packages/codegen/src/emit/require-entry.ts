/** What a map holds for a key that it has, as whoever filled it has seen to. @throws TypeError where it has not */
export function requireEntry<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new TypeError(`Nothing is known of ${String(key)} here`);
  return value;
}
