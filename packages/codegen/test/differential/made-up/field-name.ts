/** Field names, some of which generated functions use themselves. */
const NAMES = [
  'value',
  'offset',
  'size',
  'item',
  'data',
  'index',
  'type',
  'end',
  'bytes',
  'limit',
  'x',
  'xSize',
];

/** The name of a struct's next field. */
export function fieldName(index: number): string {
  return NAMES[index] ?? `f${index}`;
}
