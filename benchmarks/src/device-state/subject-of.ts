import type { DeviceState } from '@bytewright/xen-devstate/qemu-7.2';
import { decodeDeviceState, encodeDeviceState, sizeOfDeviceState } from '@bytewright/xen-devstate/qemu-7.2';
import { BY_HAND, BY_HAND_CHECKED, contender, GENERATED } from '../contender.js';
import { FROM_OUR_IR_NOTE } from '../peers/from-our-ir.js';
import type { Subject } from '../subject.js';
import type { DeviceState as HandMade } from './by-hand/device-state.js';
import { decodeByHand, encodeByHand } from './by-hand/device-state.js';
import { loadByHandChecked } from './by-hand-checked/load.js';
import type { MeasuredFile } from './files.js';
import { binaryParserOf } from './from-our-ir/device-state.js';
import { peersOf } from './peers/peers-of.js';

/** An arbitrary section, and what becomes of its number: not what it was in any file. */
const EDITED = { section: 3, instanceId: 7 };

/** Edits a value of ours. */
function edit({ sections }: { readonly sections: readonly { instanceId: number }[] }): void {
  const section = sections[EDITED.section];
  if (section !== undefined) section.instanceId = EDITED.instanceId;
}

/** All who decode a file. */
export async function subjectOf(file: MeasuredFile): Promise<Subject> {
  const { bytes, searched } = file;
  const checked = await loadByHandChecked();
  const parser = binaryParserOf(decodeDeviceState(bytes), searched);
  return {
    name: `device state, ${Math.round(bytes.length / 1000)} KB`,
    bytes,
    contenders: [
      contender<HandMade>(
        BY_HAND,
        {
          decode: decodeByHand,
          encode: encodeByHand,
          edit,
        },
        'checks what a careful author would: lengths, versions, names',
      ),
      contender<HandMade>(
        BY_HAND_CHECKED,
        { decode: checked.decodeByHand, encode: checked.encodeByHand, edit },
        'also type and range of each value, classes of arrays, number of keys; long arrays are swapped in bulk',
      ),
      contender<DeviceState>(GENERATED, {
        decode: (input) => decodeDeviceState(input),
        encode: (value) => encodeDeviceState(value),
        sizeOf: (value) => sizeOfDeviceState(value),
        edit,
      }),
      contender(
        'binary-parser, from our IR',
        { decode: (input) => parser.parse(input), normalise: (value) => parser.normalise(value) },
        FROM_OUR_IR_NOTE,
      ),
      ...(await peersOf(file, EDITED)),
    ],
  };
}
