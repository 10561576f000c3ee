import type { Explanation } from '@bytewright/schema-dsl';
import type { ReadPayload } from '../../open/explain-prefix.js';
import { textForConfig, textForValue } from '../causes/difference-texts.js';
import type { FindingText } from '../causes/finding-text.js';
import { configDifference } from './config-difference.js';
import type { NamedField } from './field-chain.js';
import { fieldChain } from './field-chain.js';

/** A value that QEMU reads and refuses. */
export interface ValueProblem {
  readonly words: FindingText;
  /** QEMU's error message. */
  readonly says: string;
  /** The offset in the payload. */
  readonly offset: number;
  readonly chain: readonly NamedField[];
}

/** A decoded payload with its bytes. */
export interface PlacedPayload extends ReadPayload {
  readonly bytes: Uint8Array;
}

/** The version of `PCIDevice` that all QEMUs since 0.12 have. Source: QEMU hw/pci/pci.c, `vmstate_pci_device`. */
const PCI_DEVICE_VERSION = 2;

/**
 * The first value that the target's device refuses. Source: QEMU migration/vmstate-types.c; hw/pci/pci.c.
 *
 * @param there the payload saved by that device itself; without it, only values that every device refuses are found
 */
export function valueProblem(
  read: PlacedPayload,
  there: PlacedPayload | undefined,
): ValueProblem | undefined {
  const own = new Map<string, Explanation>();
  if (there !== undefined) for (const part of checkedParts(there.root)) own.set(part.path, part);
  for (const part of checkedParts(read.root)) {
    const found = problemOf(part, own.get(part.path), read.bytes, there?.bytes);
    if (found === undefined) continue;
    const { at, ...problem } = found;
    const isIn = ({ offset, length }: Explanation): boolean =>
      offset <= part.offset && part.offset < offset + length;
    return { ...problem, offset: part.offset + at, chain: fieldChain(read, isIn) };
  }
  return undefined;
}

/** The parts that QEMU checks, in the order in which it reads them. */
function* checkedParts(part: Explanation): Generator<Explanation> {
  const type = part.metadata?.wireType ?? '';
  const isChecked = type === 'int32 le' || type === 'pci irq state' || type.endsWith(' equal');
  if ((isChecked || part.type === 'PciConfig') && part.complete) yield part;
  else for (const inner of part.parts) yield* checkedParts(inner);
}

type Found = Omit<ValueProblem, 'offset' | 'chain'> & { readonly at: number };

function problemOf(
  part: Explanation,
  own: Explanation | undefined,
  bytes: Uint8Array,
  theirs: Uint8Array | undefined,
): Found | undefined {
  const { metadata, value } = part;
  const type = metadata?.wireType ?? '';
  const name = metadata?.wireName ?? String(part.segment);
  if (part.type === 'PciConfig') return configProblem(part, own, bytes, theirs);
  if (type === 'int32 le' && typeof value === 'number') {
    const most = typeof own?.value === 'number' ? own.value : PCI_DEVICE_VERSION;
    if (value >= 0 && value <= most) return undefined;
    const says = `Invalid value ${value} expecting positive value <= ${most}`;
    return { at: 0, says, words: textForValue(name, String(value), `at most ${most}`) };
  }
  if (type === 'pci irq state' && value instanceof Uint32Array) {
    const wrong = value.findIndex((level) => level > 1);
    const level = value[wrong];
    if (level === undefined) return undefined;
    const says = `irq state ${level | 0}: must be 0 or 1.`;
    return { at: 4 * wrong, says, words: textForValue(name, String(level), '0 or 1') };
  }
  if (own === undefined || own.value === value) return undefined;
  const hex = (of: unknown): string => BigInt.asUintN(64, BigInt(String(of))).toString(16);
  const words = textForValue(name, String(value), String(own.value));
  return { at: 0, says: `${hex(own.value)} != ${hex(value)}`, words };
}

function configProblem(
  { offset, length }: Explanation,
  own: Explanation | undefined,
  bytes: Uint8Array,
  theirs: Uint8Array | undefined,
): Found | undefined {
  if (own === undefined || theirs === undefined) return undefined;
  const config = bytes.subarray(offset, offset + length);
  const found = configDifference(config, theirs.subarray(own.offset, own.offset + own.length));
  if (found === undefined) return undefined;
  const { at, inFile, there, what } = found;
  const hex = (byte: number): string => byte.toString(16);
  return {
    at,
    says: `get_pci_config_device: Bad config data: i=0x${hex(at)} read: ${hex(inFile)} device: ${hex(there)}`,
    words: textForConfig(at, what, inFile, there),
  };
}
