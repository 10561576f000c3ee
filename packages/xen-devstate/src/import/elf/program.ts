import { ImportError } from '../import-error.js';
import { openImage } from './image.js';
import { loadRelocations } from './load-relocations.js';
import { Memory } from './memory.js';
import { exportsOf } from './symbols.js';

/** Room for each image: all addresses of one are below those of the next. */
const IMAGE_ROOM = 2 ** 44;
/** Longest text that is looked for; names of fields are far shorter. */
const LONGEST_TEXT = 255;

/** A program as it is in memory once it is loaded: constant data, and where the pointers in it lead. */
export class Program {
  readonly #memory: Memory;
  readonly #texts = new Map<number, string | undefined>();
  /** Address of each pointer that the loader writes, and where it leads. */
  readonly pointers: ReadonlyMap<number, number>;

  private constructor(memory: Memory, pointers: ReadonlyMap<number, number>) {
    this.#memory = memory;
    this.pointers = pointers;
  }

  /**
   * Reads an executable file in the ELF format, of 64 bits and little-endian, and the modules that it loads. Only constant
   * data is looked at; nothing is run.
   *
   * @param modules shared objects that use what the executable has, such as QEMU's `hw-display-qxl.so`
   * @throws DecodeError where a file is no such program, or is cut short
   * @throws ImportError where it has no relocations, so that no pointer in it is known
   */
  static open(file: Uint8Array, modules: readonly Uint8Array[] = []): Program {
    const images = [file, ...modules].map((bytes, index) => openImage(bytes, IMAGE_ROOM * index));
    const memory = new Memory(images.flatMap((image) => image.segments));
    const [main, ...others] = images;
    const exported =
      others.length === 0 || main === undefined ? new Map<string, number>() : exportsOf(main, memory);
    const pointers = new Map<number, number>();
    for (const image of images) {
      const found = loadRelocations(image, memory, (name) => exported.get(name));
      if (found.size === 0)
        throw new ImportError(
          'no relocations: a program that is loaded at one address keeps its pointers in no table',
        );
      for (const [from, to] of found) pointers.set(from, to);
    }
    return new Program(memory, pointers);
  }

  /** Where the pointer at an address leads; `undefined` where there is none, or a null pointer. */
  pointerAt(address: number): number | undefined {
    return this.pointers.get(address);
  }

  /** The signed 32-bit integer at an address; `undefined` outside of the file and where a pointer is. */
  integerAt(address: number): number | undefined {
    const isPointer = this.pointers.has(address - (address % 8));
    return isPointer ? undefined : this.#memory.integerAt(address);
  }

  /** The 64-bit word at an address, as a number; `undefined` where it is more than a number holds, or a pointer. */
  sizeAt(address: number): number | undefined {
    if (this.pointers.has(address)) return undefined;
    const word = this.#memory.wordAt(address);
    return word !== undefined && word <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(word) : undefined;
  }

  /** Printable ASCII at an address, up to a zero byte. */
  textAt(address: number | undefined): string | undefined {
    if (address === undefined) return undefined;
    if (!this.#texts.has(address)) this.#texts.set(address, this.#readText(address));
    return this.#texts.get(address);
  }

  /** Whether an address is in code: where pointers to functions lead. */
  isCode(address: number): boolean {
    return this.#memory.segmentAt(address)?.isCode ?? false;
  }

  #readText(address: number): string | undefined {
    const segment = this.#memory.segmentAt(address);
    if (segment === undefined) return undefined;
    const { bytes } = segment;
    let text = '';
    for (let at = address - segment.address; text.length <= LONGEST_TEXT; at++) {
      const byte = bytes[at] ?? 0xff;
      if (byte === 0) return text === '' ? undefined : text;
      if (byte < 0x20 || byte > 0x7e) return undefined;
      text += String.fromCharCode(byte);
    }
    return undefined;
  }
}
