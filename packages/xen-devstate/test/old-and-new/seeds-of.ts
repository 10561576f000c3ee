import { outcomeOf } from '../../../codegen/test/differential/outcome.js';
import { readDrawnBytes } from '../../../codegen/test/drawn/drawn-bytes.js';
import type { Example } from '../../../codegen/test/golden/example.js';
import { captures } from '../captures.js';
import { plainSections } from '../codec/plain-reader.js';
import { Random } from '../fuzz/random.js';
import type { Seed } from '../fuzz/seed.js';
import { captureSeeds, containerSeeds, sectionSeeds } from '../fuzz/seeds/capture-seeds.js';
import type { DrawnState } from './drawn-states.js';
import type { Subject } from './subject.js';

/** Numbers of zeros on which a decoder is tried, until it reports how many it consumes. */
const ZEROS = [4096, 65_536, 2 ** 21];

/** Larger payloads only occur in whole captures. */
const LARGE_PAYLOAD = 16 * 1024;

/** Magic, version 3. */
const FILE_HEADER = Buffer.from('5145564d00000003', 'hex');

/** The seeds for each kind of subject. */
export interface SeedSource {
  /** Whole captures, and small device states of two sections of a capture. */
  readonly files: readonly Seed[];
  readonly streams: readonly Seed[];
  /** Payloads by the device name in their section, reduced to lowercase letters and digits. */
  readonly payloads: ReadonlyMap<string, readonly Seed[]>;
  /** Hand-written examples of golden modules, by module. */
  readonly examples: ReadonlyMap<string, readonly Example[]>;
  /** Generated states, by module and struct. */
  readonly drawn: ReadonlyMap<string, readonly Seed[]>;
}

/** Collects the seeds in the repository. @param examples - the examples of golden modules, by module */
export function seedSource(
  examples: ReadonlyMap<string, readonly Example[]>,
  states: readonly DrawnState[],
): SeedSource {
  const payloads = new Map<string, Seed[]>();
  for (const { file, bytes, footers } of captures)
    for (const { idstr, payload, end } of plainSections(bytes, footers)) {
      if (end - payload > LARGE_PAYLOAD) continue;
      const device = plainName(idstr.replace(/^.*\//, ''));
      const own = payloads.get(device) ?? [];
      const content = bytes.slice(payload, end);
      if (!own.some((one) => Buffer.compare(one.bytes, content) === 0))
        own.push(plainSeed(`${file}@${payload}`, content));
      payloads.set(device, own);
    }
  const drawn = new Map<string, Seed[]>();
  for (const [i, { module, struct, hex }] of states.entries()) {
    const own = drawn.get(`${module} ${struct}`) ?? [];
    own.push(plainSeed(`drawn ${i}`, Buffer.from(hex, 'hex')));
    drawn.set(`${module} ${struct}`, own);
  }
  const files = [...captureSeeds(), ...sectionSeeds(), ...states.flatMap(fileSeed)];
  return { files, streams: containerSeeds(), payloads, examples, drawn };
}

/** A device state of one section, every other one with a footer. */
function fileSeed({ section, hex }: DrawnState, i: number): readonly Seed[] {
  if (section === undefined) return [];
  const u32 = (value: number): Buffer => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
  };
  const name = Buffer.from(section.idstr, 'latin1');
  const header = Buffer.concat([
    Buffer.of(4),
    u32(7),
    Buffer.of(name.length),
    name,
    u32(0),
    u32(section.version),
  ]);
  const payload = Buffer.from(hex, 'hex');
  const footer = i % 2 === 0 ? Buffer.concat([Buffer.of(0x7e), u32(7)]) : Buffer.of();
  const whole = Buffer.concat([header, payload, footer]);
  const at = FILE_HEADER.length;
  return [
    {
      name: `drawn ${i}, ${section.idstr} ${section.version}`,
      bytes: new Uint8Array(Buffer.concat([FILE_HEADER, whole, Buffer.of(0)])),
      parts: [{ at, length: whole.length }],
      words: [
        { at, length: header.length },
        { at: at + header.length, length: Math.max(1, Math.min(24, payload.length)) },
        { at: Math.max(at, at + header.length + payload.length - 8), length: 13 },
      ],
    },
  ];
}

/** Valid bytes for a subject, or the closest available. */
export function seedsOf(subject: Subject, source: SeedSource): readonly Seed[] {
  const { module, struct } = subject;
  if (struct === 'DeviceState') return source.files;
  const own = module.startsWith('golden/')
    ? (source.examples.get(module) ?? [])
        .filter((example) => example.struct === struct)
        .map(({ bytes }, i) => plainSeed(`${module}#${i}`, readDrawnBytes(bytes)))
    : (source.payloads.get(plainName(struct)) ?? []);
  const streams = module.startsWith('generated/containers/') ? source.streams : [];
  return [...own, ...(source.drawn.get(subject.name) ?? []), ...streams, zeroSeed(subject), anySeed(subject)];
}

const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Counts and versions are at the start, the end of a list is at the end. */
function plainSeed(name: string, bytes: Uint8Array): Seed {
  const words = [
    { at: 0, length: Math.min(24, bytes.length) },
    { at: Math.max(0, bytes.length - 8), length: 8 },
  ];
  return { name, bytes, parts: [], words };
}

/** As many zeros as the old decoder consumes: most devices decode them as an empty state. */
function zeroSeed({ name, old }: Subject): Seed {
  for (const zeros of ZEROS) {
    const outcome = outcomeOf(() => old.decode(new Uint8Array(zeros)));
    if (!('error' in outcome) || !('code' in outcome.error) || !('offset' in outcome.error)) break;
    const { code, offset } = outcome.error;
    if (code === 'trailing-bytes') return plainSeed(`zeros for ${name}`, new Uint8Array(Number(offset)));
    if (code !== 'unexpected-end') break;
  }
  return plainSeed(`zeros for ${name}`, new Uint8Array(256));
}

/** Random bytes, always the same for a subject. */
function anySeed({ name }: Subject): Seed {
  const random = new Random(...Buffer.from(name));
  return plainSeed(`any for ${name}`, Buffer.from(random.hex(64 + random.below(192)), 'hex'));
}
