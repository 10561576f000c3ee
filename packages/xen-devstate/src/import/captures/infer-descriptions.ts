import type { DescribedDevice, DescribedStruct, Description } from '../../vmdescription/described.js';
import type { StateDescription } from '../tables/state-description.js';
import type { Scope } from './infer-field.js';
import { fieldsByName, inferField } from './infer-field.js';
import { mergeNames } from './merge-names.js';

/** Devices that a catalog has a schema for anyway, as no table describes them. */
const KNOWN_ANYWAY = new Set(['slirp']);

/**
 * What captures of one QEMU say of its devices, taken together.
 *
 * Sections of one name and version are of one description, unless they have no field in common. What is in some and not in
 * others is left open, and so is what differs in count or size: nothing says what decides it. A number that another field
 * holds is never taken for a count, as equality proves nothing.
 *
 * @throws ImportError for captures that contradict one another all over
 */
export function inferDescriptions(captures: readonly Description[]): readonly StateDescription[] {
  const groups = new Map<string, DescribedStruct[][]>();
  for (const device of captures.flatMap(({ devices }) => devices)) {
    if (KNOWN_ANYWAY.has(device.state.name)) continue;
    const { name, version } = device.state;
    const key = JSON.stringify([name, version, isOldStyle(device)]);
    const candidates = groups.get(key) ?? [];
    groups.set(key, candidates);
    const like = candidates.find((states) => states.some((state) => haveMuchInCommon(state, device.state)));
    if (like === undefined) candidates.push([device.state]);
    else like.push(device.state);
  }
  const scope = { captures: captures.length, inferStruct };
  return [...groups].flatMap(([key, candidates]) => {
    const isCustom = (JSON.parse(key) as readonly unknown[])[2] === true; // as it was made above
    return candidates.map((states) => ({
      ...(isCustom ? custom(states) : inferStruct(states, scope)),
      isDevice: true,
    }));
  });
}

/** A device that saves itself has one field, and no version. Source: QEMU migration/savevm.c, `vmstate_save_old_style`. */
function isOldStyle({ idstr, state: { name, version, fields } }: DescribedDevice): boolean {
  return name === idstr && version === 0 && fields.length === 1 && fields[0]?.name === 'data';
}

function haveMuchInCommon(a: DescribedStruct, b: DescribedStruct): boolean {
  if (a.fields.length === 0 || b.fields.length === 0) return a.fields.length === b.fields.length;
  const names = new Set(a.fields.map(({ name }) => name));
  return b.fields.some(({ name }) => names.has(name));
}

function custom(states: readonly DescribedStruct[]): StateDescription {
  const sizes = new Set(states.flatMap(({ fields }) => fields.map(({ size }) => size)));
  return {
    ...{ address: 0, name: states[0]?.name ?? '', version: 0, minimum: 0, subsections: [] },
    fields: [
      {
        name: 'data',
        content: {
          kind: 'value',
          type: 'code of its own',
          size: { kind: 'unknown' },
          description: undefined,
        },
        since: 0,
        hasPredicate: false,
        count: undefined,
        note: `${[...sizes].join(' or ')} bytes that no description tells apart`,
      },
    ],
  };
}

/** The description of a struct that was seen several times. */
function inferStruct(states: readonly DescribedStruct[], scope: Scope): StateDescription {
  const versions = states.map(({ version }) => version);
  const [first] = states;
  const runs = states.map(({ fields }) => fieldsByName(fields));
  const names = runs.map((run): readonly string[] => [...run.keys()]).reduce(mergeNames);
  // where captures disagree about the order, a name is there twice; it is open in both places
  const seen = new Set<string>();
  const fields = names.map((name) => {
    const isAgain = seen.has(name);
    seen.add(name);
    return inferField(
      name,
      runs.map((run) => (isAgain ? undefined : run.get(name))),
      scope,
    );
  });
  const parts = states.flatMap(({ subsections }) => subsections);
  const partNames = states
    .map(({ subsections }): readonly string[] => [...new Set(subsections.map(({ name }) => name))])
    .reduce(mergeNames);
  const subsections = [...new Set(partNames)].map((name) =>
    inferStruct(
      parts.filter((part) => part.name === name),
      scope,
    ),
  );
  return {
    address: 0,
    name: first?.name ?? '',
    version: Math.max(...versions),
    minimum: Math.min(...versions),
    fields,
    subsections,
    isDevice: false,
  };
}
