/** The entry of a name in a record; of a name such as `constructor`, which a program may have, not what all objects have. */
export function ownEntry<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
