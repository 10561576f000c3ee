import { jsonText } from '@bytewright/schema-dsl/inspect';
import { onlyFile, readArguments } from '../arguments.js';
import { EXIT } from '../command-error.js';
import { COMMON_HELP } from '../common-help.js';
import { complain } from '../complain.js';
import { describeProblem } from '../describe-problem.js';
import { loadDeviceState } from '../load.js';
import { OPEN_HELP, OPEN_OPTIONS, openOptionsOf } from '../open-input.js';
import { readState } from '../read-state.js';
import type { Command } from '../session.js';
import { showHelp } from '../show-help.js';
import { showReading } from '../show-reading.js';
import { STRICT_HELP, STRICT_OPTION } from '../strict-option.js';

/** `devstate list`: the sections of a file. */
export const list: Command = {
  help: `Usage: devstate list FILE [--json] [--strict] [--catalog NAME | --layout OTHER] [--limit SIZE]

Lists the sections of a device-state file: offset, id, name, instance, version, bytes of payload, whether a footer
ends it, how its end was found (footer, header: that of the next section, eof: the file ends), how its payload was
understood (schema: field by field, layout: field by field as OTHER says, scan: not at all), and as which device.
Of a damaged file everything before the damage is listed, then the error. What follows the state is named.

Offsets and sizes are those of the file, also where the state is in an image or a stream.

FILE may be gzip'd; offsets are then those of the inflated bytes. - is standard input.

      --json        print a JSON object instead
${STRICT_HELP}
${OPEN_HELP}
${COMMON_HELP}

Exit codes: 0 sound, 1 damaged, or something follows the state and --strict is given, 2 wrong usage or unreadable
file.`,

  async run(argv, session) {
    const args = readArguments(argv, {
      json: { type: 'boolean' },
      ...STRICT_OPTION,
      ...OPEN_OPTIONS,
    });
    if (args.asks !== undefined) return showHelp(this, args.asks, session);
    const file = onlyFile(args);
    const options = await openOptionsOf(args);
    const loaded = await loadDeviceState(file, args.limit, session.host);
    const reading = await readState(loaded, options);
    if (args.has('json')) {
      await session.out.line(jsonText({ file, ...reading.report }));
    } else {
      await showReading(file, reading, loaded, reading.trailing, session.out);
      if (reading.error)
        await complain(session, describeProblem(file, reading.error, reading.damagedSection));
    }
    const isRefused = args.has('strict') && reading.trailing.length > 0;
    return reading.error === undefined && !isRefused ? EXIT.ok : EXIT.problem;
  },
};
