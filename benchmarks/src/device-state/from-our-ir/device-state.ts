import { parserOfIR } from '@bytewright/codegen/binary-parser';
import type { DeviceState } from '@bytewright/xen-devstate/qemu-7.2';
import type { Parameters } from './file-ir.js';
import { fileIR } from './file-ir.js';

/** A decoder by binary-parser of one very file. */
export interface ParserOfFile {
  /** The sections by names of their own: what binary-parser gives, which is measured. */
  parse(bytes: Uint8Array): unknown;
  /** The same in the shape of the generated code's value, to compare with. */
  normalise(parsed: unknown): unknown;
}

/** Makes binary-parser's parser of a file from our schemas' intermediate representation. */
export function binaryParserOf(value: DeviceState, searched: Parameters): ParserOfFile {
  const parser = parserOfIR(fileIR(value, searched));
  return {
    parse: (bytes) => parser.parse(bytes).value,
    normalise(parsed) {
      const { trailing, ...parts } = parsed as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
      const sections = Object.values(parts).map(({ footerId, ...section }, index) => {
        if (value.footers && footerId !== section.sectionId)
          throw new Error('A footer is of another section');
        // which device it is was known when the parser was made
        return { ...section, device: value.sections[index]?.device };
      });
      return { footers: value.footers, sections, trailing };
    },
  };
}
