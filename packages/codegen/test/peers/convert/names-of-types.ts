import type { Definition } from '../data-set.js';
import { isRecord } from '../data-set.js';
import { MeaninglessSchema } from './unconverted.js';

const PRIMITIVES = new Set(
  `uint8 uint16 uint32 uint64 int8 int16 int32 int64 float32 float64 bool bit bitfield string bytes array choice
   discriminated_union optional padding enum back_reference`.split(/\s+/),
);

/** A definition by itself, and the name of the type that it came from. */
export interface Resolved {
  readonly definition: Definition;
  readonly typeName: string | undefined;
}

/** Follows the names of types, and puts arguments into generic ones: `Optional<uint8>` is `Optional<T>` with its `T`. */
export function resolveType(types: Readonly<Record<string, Definition>>, definition: Definition): Resolved {
  let at = definition;
  let typeName: string | undefined;
  for (let steps = 0; steps < 64; steps++) {
    const { type } = at;
    if (type === undefined || (typeof type === 'string' && PRIMITIVES.has(type)))
      return { definition: at, typeName };
    const target = typeof type === 'string' ? lookUp(types, type) : type;
    if (typeof type === 'string') typeName = type;
    const { type: _, ...said } = at; // what is said where the type is used goes before what the type says
    at = {
      ...target,
      ...said,
      ...(target.name !== undefined && said.name === undefined && { name: target.name }),
    };
  }
  throw new MeaninglessSchema(`${String(definition.type)} is a type of itself`);
}

function lookUp(types: Readonly<Record<string, Definition>>, name: string): Definition {
  if (Object.hasOwn(types, name) && types[name] !== undefined) return types[name];
  const [, generic, argument] = /^(\w+)<(.+)>$/.exec(name) ?? [];
  const [key, template] =
    Object.entries(types).find(([other]) => new RegExp(`^${generic}<\\w+>$`).test(other)) ?? [];
  const parameter = /<(\w+)>$/.exec(key ?? '')?.[1];
  if (generic === undefined || argument === undefined || template === undefined || parameter === undefined)
    throw new MeaninglessSchema(`there is no type ${name}`);
  return substitute(template, parameter, argument) as Definition; // of the template's shape
}

function substitute(part: unknown, parameter: string, argument: string): unknown {
  if (part === parameter) return argument;
  if (Array.isArray(part)) return part.map((item) => substitute(item, parameter, argument));
  if (!isRecord(part)) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, item]) => [
      key,
      key === 'name' || key === 'description' ? item : substitute(item, parameter, argument),
    ]),
  );
}
