import { CommandError, count, EXIT, printable, tableLines } from '@bytewright/cli';
import { jsonText, nearestNames } from '@bytewright/schema-dsl/inspect';
import { CATALOG_NAMES, CATALOGS } from '../../open/catalogs.js';
import type { KnownDevice } from '../../open/known-devices.js';
import { knownDevices } from '../../open/known-devices.js';
import { CATALOG_OPTION, catalogsOf } from '../catalog-option.js';
import { JSON_OPTION } from '../json-option.js';
import type { Command } from '../session.js';

/** `devstate devices`: lists the known devices. */
export const devices: Command = {
  operands: [{ name: 'NAME', optional: true }],
  about: `Lists the devices in the catalogs, and which of them are only partly known. With NAME, as it appears in a section
header after the bus path, prints everything about that device: its schemas in the order in which they are tried,
and their fields.

A catalog describes the devices of one QEMU build:
${CATALOG_NAMES.join(', ')}.`,
  options: [
    { ...CATALOG_OPTION, help: 'this catalog only; or the folder of one written by devstate import' },
    JSON_OPTION,
  ],
  exitCodes: {
    0: 'listed',
    2: 'wrong usage, or an unknown device',
  },

  async run(args, session) {
    const [name] = args.operands;
    const catalogs = (await catalogsOf(args)) ?? Object.values(CATALOGS);
    const known = await knownDevices(catalogs, name);
    if (name !== undefined && known.size === 0) {
      const all = await knownDevices(catalogs);
      throw new CommandError(
        `unknown device ${JSON.stringify(name)}; similar names: ${nearestNames(name, all.keys())}`,
      );
    }
    if (args.has('json')) await session.out.line(jsonText(Object.fromEntries(known)));
    else if (name === undefined) await session.out.pieces(tableOf(known, session.out.columns));
    else await session.out.pieces([...known.values()].flat().flatMap((device) => [...linesOf(device)]));
    return EXIT.yes;
  },
};

function* tableOf(known: ReadonlyMap<string, readonly KnownDevice[]>, width: number): Generator<string> {
  const rows = [...known].map(([name, devices]) => [
    printable(name),
    devices.map(({ catalog }) => catalog).join(' '),
    devices.every(({ missing }) => missing.length === 0) ? 'fully' : 'partly',
    [...new Set(devices.flatMap(({ missing }) => missing))].join(', '),
  ]);
  const columns = [
    { title: 'device', align: 'left' },
    { title: 'catalogs', align: 'left' },
    { title: 'known', align: 'left' },
    { title: 'missing', align: 'left', canShrink: true },
  ] as const;
  for (const line of tableLines(columns, rows, width)) yield `${line}\n`;
  const partly = [...known.values()].filter((devices) =>
    devices.some(({ missing }) => missing.length > 0),
  ).length;
  yield `${count(known.size, 'device')}, ${partly} of them partly known\n`;
}

function* linesOf({ name, catalog, title, schemas, missing }: KnownDevice): Generator<string> {
  yield `${printable(name)} of ${title}, catalog ${catalog}\n`;
  if (missing.length > 0) yield `  unknown: ${missing.join(', ')}\n`;
  for (const { device, type, machineParameters, source, doc, fields } of schemas) {
    yield `  ${device}: type ${type}${machineParameters.length === 0 ? '' : `, tried for ${machineParameters.join(', ')}`}\n`;
    if (doc !== undefined) yield `    ${printable(doc)}\n`;
    if (source !== undefined) yield `    source: ${printable(source)}\n`;
    const rows = fields.map((field) => [`    ${field.name}`, field.wireName, field.type, field.doc ?? '']);
    const columns = [
      { title: '    field', align: 'left' },
      { title: "QEMU's name", align: 'left' },
      { title: 'type', align: 'left' },
      { title: '', align: 'left' },
    ] as const;
    for (const line of tableLines(columns, rows)) yield `${line}\n`;
  }
}
