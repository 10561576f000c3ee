import { byteCount } from '@bytewright/runtime/codec';
import type { RunPair } from './match-runs.js';
import { hasSamePath, matchRuns } from './match-runs.js';
import { subsectionsIn } from './subsections-in.js';
import type { Verdict } from './verdict.js';
import { SURVIVES, worstOf } from './verdict.js';
import type { WireDescription } from './wire-description.js';
import type { MachineParameterValues, WireRun } from './wire-runs.js';
import { wireRuns } from './wire-runs.js';
import { isChecked, isUnused } from './wire-types.js';

/** One of the two builds in a direction. */
export interface Party {
  readonly name: string;
  /** Whether it is a capture: the description that one machine wrote once. */
  readonly isCapture: boolean;
}

/** Which build saves, which loads, and how far their descriptions can be compared. */
export interface Direction {
  readonly saves: Party;
  readonly loads: Party;
  /** Whether the descriptions are from sources of different kinds; see `Leniency`. */
  readonly isMixed: boolean;
}

/**
 * Predicts whether one build loads a device state that another one saved, by the rules of QEMU's loader: a version later than
 * its own or older than its minimum is refused; a field introduced after the version being read is skipped; an unknown
 * subsection is refused, a missing one is fine. A payload has no length and is read by the loader's own fields: if these
 * take a different number of bytes, reading continues at the wrong offset.
 *
 * Source: QEMU migration/vmstate.c, `vmstate_load_state`, `vmstate_subsection_load`; migration/savevm.c,
 * `qemu_loadvm_section_start_full`, `check_section_footer`.
 */
export function checkCompatibility(
  saved: WireDescription,
  loaded: WireDescription,
  direction: Direction,
): Verdict {
  return new CompatibilityCheck(direction, saved.name).device(saved, loaded);
}

class CompatibilityCheck {
  readonly #direction: Direction;
  readonly #device: string;
  readonly #known = new Map<WireDescription, Map<WireDescription, Verdict>>();

  constructor(direction: Direction, device: string) {
    this.#direction = direction;
    this.#device = device;
  }

  device(saved: WireDescription, loaded: WireDescription): Verdict {
    return this.#described(saved, loaded, true);
  }

  /** Checks a device or a subsection, which have their version on the wire. Each pair is checked once. */
  #described(saved: WireDescription, loaded: WireDescription, isDevice: boolean): Verdict {
    if (saved === loaded) return SURVIVES;
    const known = this.#known.get(saved)?.get(loaded);
    if (known !== undefined) return known;
    const verdict = this.#checkCompatibility(saved, loaded, isDevice);
    this.#known.set(
      saved,
      (this.#known.get(saved) ?? new Map<WireDescription, Verdict>()).set(loaded, verdict),
    );
    return verdict;
  }

  #checkCompatibility(saved: WireDescription, loaded: WireDescription, isDevice: boolean): Verdict {
    const { version } = saved;
    if (version > loaded.version && !this.#direction.loads.isCapture) {
      const text = isDevice
        ? `unsupported version ${version} for '${this.#device}' v${loaded.version}`
        : `${loaded.name}: incoming version_id ${version} is too new for local version_id ${loaded.version}`;
      return fails(`says "${text}"`);
    }
    if (loaded.minimum !== undefined && version < loaded.minimum)
      return fails(
        `says "${loaded.name}: incoming version_id ${version} is too old for local minimum version_id ${loaded.minimum}"`,
      );
    return worstOf([this.#fields(saved, loaded), ...this.#subsections(saved, loaded)]);
  }

  #fields(saved: WireDescription, loaded: WireDescription): Verdict {
    const { isMixed } = this.#direction;
    const options = { version: saved.version, isMixed, machineParameters: machineParametersOf(saved) };
    const [sent, read] = [wireRuns(saved, options), wireRuns(loaded, options)];
    if (sent === undefined || read === undefined) return this.#misread('too many fields to compare');
    const pairs = matchRuns(sent, read, { isMixed });
    if (pairs !== undefined) return this.#matched(pairs);
    const [whole, taken] = [totalOf(sent), totalOf(read)];
    if (whole !== undefined && whole === taken) return overlaid(sent, read);
    const others = matchRuns(sent, read, { isMixed, isLoose: true });
    if (others !== undefined) return this.#matched(others);
    return this.#misread(
      whole === undefined || taken === undefined
        ? whereTheyPart(sent, read)
        : `it reads ${byteCount(taken)}, but ${whole} are sent`,
    );
  }

  #matched(pairs: readonly RunPair[]): Verdict {
    const reasons = this.#conditions(pairs);
    const conditions: Verdict = reasons.length === 0 ? SURVIVES : { outcome: 'depends', reasons };
    return worstOf([conditions, meaningOf(pairs)]);
  }

  /** Describes the conditions on which bytes are read as they were sent. */
  #conditions(pairs: readonly RunPair[]): readonly string[] {
    const { saves, loads } = this.#direction;
    const byText = new Map<string, string[]>();
    for (const { sent, read } of pairs) {
      if (sent?.condition === read?.condition) continue;
      // a capture shows that a field was sent, but not that it might not be
      if (sent !== undefined && read !== undefined && (saves.isCapture || loads.isCapture)) continue;
      const text =
        read === undefined
          ? `${saves.name} sends # ${sent?.condition}, which ${loads.name} does not expect`
          : sent === undefined
            ? `${loads.name} expects # ${read.condition}, which ${saves.name} does not send`
            : `${saves.name} sends # ${sent.condition ?? 'always'}, but ${loads.name} expects it ${read.condition ?? 'always'}`;
      byText.set(text, [...(byText.get(text) ?? []), (sent ?? read)?.path ?? '']);
    }
    return [...byText].map(([text, [first = '', ...more]]) =>
      text.replace('#', () => (more.length === 0 ? first : `${first} and ${more.length} more`)),
    );
  }

  #misread(why: string): Verdict {
    const says = `says "Missing section footer for ${this.#device}"; without footers, as under Xen, it continues at the wrong offset`;
    const { saves, loads } = this.#direction;
    // a VMDESCRIPTION has no lengths or conditions: two machines of one build may differ as much
    if (saves.isCapture && loads.isCapture)
      return {
        outcome: 'depends',
        reasons: [`${why}; if this is due to the builds and not to the saved states, it ${says}`],
      };
    return fails(`${why}: ${says}`);
  }

  #subsections(saved: WireDescription, loaded: WireDescription): readonly Verdict[] {
    const known = subsectionsIn(loaded);
    const { loads, saves } = this.#direction;
    return [...subsectionsIn(saved)].flatMap(([name, part]): readonly Verdict[] => {
      const own = known.get(name);
      const verdict =
        own !== undefined
          ? this.#described(part, own, false)
          : loads.isCapture
            ? SURVIVES // a capture does not show which other subsections its machine knows
            : fails(`says "VM subsection '${name}' in '${name.split('/', 1)[0]}' does not exist"`);
      if (verdict.outcome === 'survives') return [];
      // a capture has only what was sent; a build may send it
      if (saves.isCapture) return [verdict];
      return [
        { outcome: 'depends', reasons: verdict.reasons.map((reason) => `if ${name} is sent: ${reason}`) },
      ];
    });
  }
}

/**
 * Parameters that the saving side writes before a struct: an ESP controller writes its own version, as its bus has none for it.
 * Source: QEMU hw/scsi/esp.c, `esp_pre_save`.
 */
function machineParametersOf({ fields }: WireDescription): MachineParameterValues {
  const esp = fields.find(({ content }) => content?.name === 'esp')?.content;
  return esp === undefined ? {} : { espVersion: esp.version };
}

const fails = (reason: string): Verdict => ({ outcome: 'fails', reasons: [reason] });

/** Describes the first place where bytes are misread: preferably in fields that are always present. */
function whereTheyPart(sent: readonly WireRun[], read: readonly WireRun[]): string {
  const isSure = ({ condition }: WireRun): boolean => condition === undefined;
  const sure = firstDifference(sent.filter(isSure), read.filter(isSure));
  const { one, other } = sure ?? firstDifference(sent, read) ?? {};
  if (one === undefined) return `it expects ${other?.path}, but nothing more is sent`;
  if (other === undefined) return `it expects nothing more, but ${one.path} is sent`;
  return one.path === other.path
    ? `it reads a different number of bytes for ${other.path}`
    : `it reads ${other.path}, but ${one.path} is sent`;
}

function firstDifference(
  sent: readonly WireRun[],
  read: readonly WireRun[],
): { readonly one: WireRun | undefined; readonly other: WireRun | undefined } | undefined {
  for (let i = 0; i < Math.max(sent.length, read.length); i++) {
    const [one, other] = [sent[i], read[i]];
    if (
      one === undefined ||
      other === undefined ||
      matchRuns([one], [other], { isMixed: false }) === undefined
    )
      return { one, other };
  }
  return undefined;
}

function totalOf(runs: readonly WireRun[]): number | undefined {
  return runs.reduce<number | undefined>(
    (sum, { least, most, condition }) =>
      sum === undefined || least !== most || condition !== undefined ? undefined : sum + least,
    0,
  );
}

/** Judges equal bytes in equal pieces, which may be misinterpreted: unused bytes are used now, or must match. */
function meaningOf(pairs: readonly RunPair[]): Verdict {
  const [filled, checked, crossed]: [string[], string[], RunPair[]] = [[], [], []];
  const [sentPaths, readPaths] = [pathsOf(pairs, 'sent'), pathsOf(pairs, 'read')];
  for (const { sent, read } of pairs) {
    if (sent === undefined || read === undefined) continue;
    if (isUnused(sent.type) && !isUnused(read.type)) filled.push(read.path);
    if (isChecked(read.type) && !isChecked(sent.type)) checked.push(read.path);
    // a new name is harmless, unless it was the name of another field
    if (isUnused(sent.type) || isUnused(read.type) || hasSamePath(sent, read)) continue;
    if (readPaths.has(sent.path) || sentPaths.has(read.path)) crossed.push({ sent, read });
  }
  return worstOf([
    crossed.length === 0 ? SURVIVES : { outcome: 'loads wrongly', reasons: [takenForOthers(crossed)] },
    filled.length === 0 ? SURVIVES : { outcome: 'loads wrongly', reasons: [zeroText(filled)] },
    checked.length === 0
      ? SURVIVES
      : { outcome: 'depends', reasons: [`${checked.join(', ')} must equal the target's own value`] },
  ]);
}

function pathsOf(pairs: readonly RunPair[], side: 'sent' | 'read'): ReadonlySet<string> {
  return new Set(pairs.flatMap((pair) => pair[side]?.path ?? []));
}

function takenForOthers(pairs: readonly RunPair[]): string {
  const others = pairs.flatMap(({ sent, read }) =>
    sent === undefined || read === undefined || hasSamePath(sent, read)
      ? []
      : `${sent.path} is read as ${read.path}`,
  );
  return `${others.join(', ')}: the sizes are equal`;
}

const zeroText = (paths: readonly string[]): string =>
  `0 is read for ${paths.join(', ')}: the sender does not use these bytes`;

/** Judges equal totals that are divided differently: which bytes are read as something else. */
function overlaid(sent: readonly WireRun[], read: readonly WireRun[]): Verdict {
  const zeros: string[] = [];
  let isWrong = false;
  const taken = new Map<string, string[]>();
  const places = placesOf(sent);
  let first = 0; // the first place that does not end before this one
  for (const place of placesOf(read)) {
    const { run, from, to } = place;
    while ((places[first]?.to ?? Number.POSITIVE_INFINITY) <= from) first++;
    if (isUnused(run.type)) continue;
    const under: PlacedRun[] = [];
    for (let i = first; i < places.length && (places[i]?.from ?? to) < to; i++)
      under.push(places[i] as PlacedRun); // within bounds
    const [only] = under;
    if (under.every((one) => isUnused(one.run.type))) zeros.push(run.path);
    else if (under.length !== 1 || only?.from !== from || only.to !== to) {
      const from = under.map(placeText).join(', ');
      // plain bytes may be read like this: the end of a text buffer that is shorter now
      if (![run, ...under.map((one) => one.run)].every(isPlainBytes)) isWrong = true;
      taken.set(from, [...(taken.get(from) ?? []), placeText(place)]);
    }
  }
  const reasons = [...taken].map(([from, as]) => `${from} is read as ${as.join(', ')}`);
  if (zeros.length > 0) reasons.push(zeroText(zeros));
  if (reasons.length === 0) return SURVIVES;
  return { outcome: isWrong || zeros.length > 0 ? 'loads wrongly' : 'depends', reasons };
}

const isPlainBytes = ({ type }: WireRun): boolean => /^(buffer|unused_buffer|u?int8|bool)$/.test(type);

const placeText = ({ run, from, to }: PlacedRun): string => `${run.path} (${byteCount(to - from)})`;

interface PlacedRun {
  readonly run: WireRun;
  readonly from: number;
  readonly to: number;
}

function placesOf(runs: readonly WireRun[]): readonly PlacedRun[] {
  let offset = 0;
  return runs.flatMap((run) => {
    const from = offset;
    offset += run.most;
    return offset === from ? [] : [{ run, from, to: offset }];
  });
}
