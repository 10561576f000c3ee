import type { Node } from '@bytewright/schema-dsl';
import type {
  Expression,
  FieldIR,
  ListNode,
  Metadata,
  NodeIR,
  SchemaIR,
  StructIR,
} from '@bytewright/schema-dsl/ir';
import { describeNode, irOf, printExpression, sizeBounds } from '@bytewright/schema-dsl/ir';
import { version } from '../vmstate/version.js';
import { sizeOfDescription, sizeOfField } from './size-of.js';
import { usualValue } from './usual-value.js';
import type { Presence, WireCount, WireDescription, WireField, WireSize } from './wire-description.js';
import { ALWAYS, fixedSize } from './wire-description.js';

/**
 * Describes the wire format of a device from its schema, with QEMU's names. Information for readers only (names of fields in
 * values, documentation, units) is left out.
 *
 * @throws SchemaError if it is not a schema
 */
export function describeSchema(schema: Node<unknown>): WireDescription {
  return new SchemaReader(irOf(schema, { allowParameters: true })).root();
}

/** A node without its wrappers, and the information that they had. */
interface Unwrapped {
  readonly node: NodeIR;
  readonly presence: Presence;
  /** The version bound to a struct, if any. */
  readonly version: number | undefined;
}

/** Structs nested deeper than this are not examined: no device comes near. */
const DEEPEST = 60;

class SchemaReader {
  readonly #ir: SchemaIR;
  readonly #known = new Map<string, WireDescription>();
  #depth = 0;

  constructor(ir: SchemaIR) {
    this.#ir = ir;
  }

  root(): WireDescription {
    const { node, version: own } = unwrap(this.#ir.root);
    if (node.kind !== 'struct') throw new TypeError('The schema of a device is a struct');
    return this.#struct(node.name, own) ?? nothing(node.name);
  }

  #struct(name: string, told: number | undefined): WireDescription | undefined {
    const key = `${told} ${name}`;
    const known = this.#known.get(key);
    const struct = this.#ir.structs[name];
    if (known !== undefined || struct === undefined || this.#depth === DEEPEST) return known;
    if (struct.recursive) return nothing(name);
    this.#depth++;
    // structs made by \`vmstate\` are bound to a version; other structs may have names for the fields that contain them
    const described = told === undefined ? undefined : struct.metadata?.wireName;
    const description: WireDescription = {
      name: described ?? name,
      isDescribed: described !== undefined,
      version: told ?? 1,
      minimum: minimumOf(struct),
      fields: struct.fields.flatMap((field) => (isSubsections(field) ? [] : this.#field(field, struct))),
      subsections: struct.fields.flatMap((field) =>
        isSubsections(field) ? this.#subsections(field.node) : [],
      ),
    };
    this.#depth--;
    this.#known.set(key, description);
    return description;
  }

  /** The description that a virtio device's bus adds, which consists of subsections only. */
  #partsOfBus(name: string, node: NodeIR): WireField {
    const content = { ...nothing(name), subsections: this.#subsections(node) };
    const shared = { isTypeExact: true, isOverlaid: false, count: undefined, presence: ALWAYS };
    return { ...shared, name, type: name, size: fixedSize(0), content };
  }

  #subsections(whole: NodeIR): readonly WireDescription[] {
    const { node } = unwrap(whole);
    if (node.kind !== 'list') return [];
    const element = unwrap(node.element).node;
    const struct = element.kind === 'struct' ? this.#ir.structs[element.name] : undefined;
    const body = struct?.fields.map((field) => unwrap(field.node).node).find(({ kind }) => kind === 'union');
    if (body?.kind !== 'union') return [];
    return body.arms.flatMap((arm) => {
      const { node: part, version: own } = unwrap(arm.node);
      if (part.kind !== 'struct') return [];
      // their version is on the wire, so the schema is not bound to one
      const description = this.#struct(part.name, own);
      return description === undefined
        ? []
        : {
            ...description,
            name: arm.name,
            isDescribed: true,
            version: own ?? versionOf(this.#ir.structs[part.name]),
          };
    });
  }

  #field({ name, metadata, node, visibility }: FieldIR, { fields }: StructIR): readonly WireField[] {
    if (visibility === 'peek' || visibility === 'assertion') return [];
    if (isSubsectionList(node)) return [this.#partsOfBus(metadata?.wireName ?? name, node)];
    const field = this.#described(metadata?.wireName ?? name, node, metadata);
    if (field.count?.kind !== 'field') return [field];
    const counter = fields.find(
      (other) => other.name === (field.count?.kind === 'field' ? field.count.name : ''),
    );
    return [{ ...field, count: { kind: 'field', name: counter?.metadata?.wireName ?? field.count.name } }];
  }

  #described(name: string, whole: NodeIR, metadata: Metadata | undefined): WireField {
    const { node, presence, version: told } = unwrap(whole);
    const wireType = metadata?.wireType;
    if (node.kind === 'list' && wireType === undefined) {
      const element = this.#described(name, node.element, undefined);
      return { ...element, isTypeExact: element.type === 'struct', presence, count: this.#countOf(node) };
    }
    const content = this.#content(node, told);
    const own = node.kind === 'struct' ? this.#ir.structs[node.name]?.metadata?.wireName : undefined;
    const type = wireType ?? this.#typeOf(node, told);
    const size = content === undefined ? this.#sizeOf(node) : this.#sizeWith(content, node);
    const wireName = told === undefined && metadata?.wireName === undefined ? (own ?? name) : name;
    const shared = { isTypeExact: true, isOverlaid: false, count: undefined };
    return { ...shared, name: wireName, type, size, presence, content };
  }

  /** The content of a node that QEMU's own code writes, or of one of its structs. */
  #content(node: NodeIR, told: number | undefined): WireDescription | undefined {
    switch (node.kind) {
      case 'struct': // one with its own wire type, such as a PCI configuration, is described by that type
        return this.#ir.structs[node.name]?.metadata?.wireType === undefined
          ? this.#struct(node.name, told)
          : undefined;
      case 'union':
      case 'firstOf': {
        const arms = node.arms.map((arm): WireField => {
          const field = this.#described(arm.name, arm.node, undefined);
          return {
            ...field,
            presence: { kind: 'when', text: `${node.tag} is ${arm.name}`, isUsual: undefined },
          };
        });
        return { ...nothing(node.tag), fields: arms };
      }
      default:
        return undefined;
    }
  }

  #sizeWith(content: WireDescription, node: NodeIR): WireSize {
    if (node.kind === 'struct') return sizeOfDescription(content);
    const { min, max } = sizeBounds(node, this.#ir.structs);
    return { least: min, most: max, usual: min === max ? min : undefined };
  }

  #sizeOf(node: NodeIR): WireSize {
    const { min, max } = sizeBounds(node, this.#ir.structs);
    if (min === max) return fixedSize(min);
    if (node.kind === 'bytes' && node.extent.kind === 'expression')
      return { least: min, most: max, usual: numberIn(node.extent.size) };
    if (node.kind === 'struct')
      return { least: min, most: max, usual: this.#struct(node.name, undefined)?.fields.reduce(addUsual, 0) };
    if (node.kind === 'list' && node.extent.kind === 'expression') {
      const [count, one] = [numberIn(node.extent.size), this.#sizeOf(node.element).usual];
      const usual = count === undefined || one === undefined ? undefined : count * one;
      return { least: min, most: max, usual };
    }
    return { least: min, most: max, usual: undefined };
  }

  #countOf({ element, extent }: ListNode): WireCount {
    if (extent.kind === 'fixed') return { kind: 'fixed', value: extent.size };
    if (extent.kind !== 'expression') {
      const overhead = sizeBounds({ kind: 'list', element, extent }, this.#ir.structs).min;
      return { kind: 'open', usual: undefined, overhead };
    }
    const [field, ...inside] = extent.size.op === 'field' ? extent.size.path : [];
    if (field !== undefined && inside.length === 0) return { kind: 'field', name: field };
    return { kind: 'open', usual: numberIn(extent.size), overhead: 0 };
  }

  #typeOf(node: NodeIR, told?: number): string {
    switch (node.kind) {
      case 'integer':
        return integerType(node.type);
      case 'boolean':
        return 'bool';
      case 'bytes':
        return 'buffer';
      case 'padding':
        return 'unused_buffer';
      case 'float':
        return node.type.startsWith('f64') ? 'float64' : node.type;
      case 'literal':
        return `${this.#typeOf(node.node)} ${JSON.stringify(node.value)}`;
      case 'struct': {
        const metadata = this.#ir.structs[node.name]?.metadata;
        return metadata?.wireType ?? (told === undefined ? node.name : 'struct');
      }
      default:
        return describeNode(node);
    }
  }
}

function addUsual(sum: number | undefined, field: WireField): number | undefined {
  const { usual } = sizeOfField(field);
  return sum === undefined || usual === undefined ? undefined : sum + usual;
}

function nothing(name: string): WireDescription {
  return { name, isDescribed: false, version: 1, minimum: undefined, fields: [], subsections: [] };
}

/** Whether a field is the list of subsections, as named by `vmstate`. */
function isSubsections({ name, node }: FieldIR): boolean {
  return name === 'subsections' && isSubsectionList(node);
}

function isSubsectionList(whole: NodeIR): boolean {
  const { node } = unwrap(whole);
  if (node.kind !== 'list' || node.extent.kind !== 'while') return false;
  const { ahead } = node.extent;
  return ahead.kind === 'struct' && ahead.name === 'SubsectionStart';
}

function unwrap(whole: NodeIR): Unwrapped {
  let node = whole;
  let presence = ALWAYS;
  let told: number | undefined;
  for (;;) {
    switch (node.kind) {
      case 'optional':
        presence = presenceOf(node.when);
        node = node.node;
        break;
      case 'bind': {
        const own = node.bindings.find(({ parameter }) => parameter === version.parameter)?.value;
        if (own?.op === 'constant' && typeof own.value === 'number') told = own.value;
        node = node.node;
        break;
      }
      case 'search':
      case 'sized':
      case 'processed':
      case 'at':
      case 'tail':
        node = node.node;
        break;
      default:
        return { node, presence, version: told };
    }
  }
}

function presenceOf(when: Expression): Presence {
  const { op } = when;
  if (op === 'ge' && when.left.op === 'parameter' && when.left.name === version.parameter) {
    const since = when.right.op === 'constant' ? when.right.value : undefined;
    if (typeof since === 'number') return { kind: 'since', version: since };
  }
  const usual = usualValue(when);
  return {
    kind: 'when',
    text: printExpression(when),
    isUsual: typeof usual === 'boolean' ? usual : undefined,
    holds: when,
  };
}

function numberIn(expression: Expression): number | undefined {
  const value = usualValue(expression);
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}

/** The minimum version: `vmstate` adds a check if the version is on the wire. */
function minimumOf(struct: StructIR): number | undefined {
  return boundOf(struct, 'ge');
}

function versionOf(struct: StructIR | undefined): number {
  return (struct && boundOf(struct, 'le')) ?? 1;
}

function boundOf({ checks }: StructIR, op: 'ge' | 'le'): number | undefined {
  for (const { holds } of checks) {
    if (holds.op !== op || holds.left.op !== 'parameter' || holds.left.name !== version.parameter) continue;
    if (holds.right.op === 'constant' && typeof holds.right.value === 'number') return holds.right.value;
  }
  return undefined;
}

/** @example `uint16` for `u16be`; little-endian ones, which only QEMU's own code writes, are marked as such */
function integerType(type: string): string {
  const [, sign, bits, ending] = /^([ui])(\d+)(be|le)?$/.exec(type) ?? [];
  return `${sign === 'u' ? 'uint' : 'int'}${bits}${ending === 'le' ? ' little-endian' : ''}`;
}
