import { complain, EXIT } from '@bytewright/cli';
import { jsonText } from '@bytewright/schema-dsl/inspect';
import { describeProblem } from '../describe-problem.js';
import { JSON_OPTION } from '../json-option.js';
import { LIMIT_OPTION, limitOf } from '../limit-option.js';
import { loadDeviceState } from '../load.js';
import { OPEN_OPTIONS, openOptionsOf } from '../open-input.js';
import { readState } from '../read-state.js';
import type { Command } from '../session.js';
import { showReading } from '../show-reading.js';
import { STRICT_OPTION } from '../strict-option.js';

/** `devstate list`: the sections of a file. */
export const list: Command = {
  operands: [{ name: 'FILE' }],
  about: `Lists the sections of a device-state file: offset, id, name, instance, version, bytes of payload, whether a footer
ends it, how its end was found (footer, header: that of the next section, eof: the file ends), what its payload
was decoded by (schema: field by field, description: field by field as OTHER says, verbatim: not at all), and as
which device.
Of a damaged file everything before the damage is listed, then the error. What follows the state is named.

Offsets and sizes are those of the file, also where the state is in an image or a stream.

FILE may be gzip'd; offsets are then those of the inflated bytes. - is standard input.`,
  options: [JSON_OPTION, STRICT_OPTION, ...OPEN_OPTIONS, LIMIT_OPTION],
  exitCodes: {
    0: 'sound',
    1: 'damaged, or something follows the state and --strict is given',
    2: 'wrong usage, or a file that cannot be read',
  },

  async run(args, session) {
    const file = args.operand(0);
    const options = await openOptionsOf(args);
    const loaded = await loadDeviceState(file, limitOf(args), session.host);
    const reading = await readState(loaded, options);
    if (args.has('json')) {
      await session.out.line(jsonText({ file, ...reading.report }));
    } else {
      await showReading(file, reading, loaded, reading.trailing, session.out);
      if (reading.error)
        await complain(session, describeProblem(file, reading.error, reading.damagedSection));
    }
    const isRefused = args.has('strict') && reading.trailing.length > 0;
    return reading.error === undefined && !isRefused ? EXIT.yes : EXIT.no;
  },
};
