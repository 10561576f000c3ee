import pc from 'picocolors';
import { CommandError } from './command-error.js';
import { gather } from './gather.js';
import type { Host, OutputStream } from './host.js';
import { printable } from './printable.js';
import { isSystemError, reasonOf } from './system-error.js';

/** Functions that colour text, or pass it on as it is. */
export type Colors = ReturnType<typeof pc.createColors>;

/** What {@link printable} spells out, but for line feeds. */
const HIDDEN = /(?!\n)[\p{C}\p{Zl}\p{Zp}]/gu;
/** The same, but for the codes that set colours and weights, which change no more than how text looks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it is about
const BUT_COLORS = /(?!\n|\x1b\[(?:[12]|22|3\d|9\d)m)[\p{C}\p{Zl}\p{Zp}]/gu;

/** Where a command writes to. A reader that goes away is no error: what it does not want is not written. */
export class Output {
  readonly #stream: OutputStream;
  /** Colours, which do nothing unless this is a terminal and `NO_COLOR` is not set. */
  readonly colors: Colors;
  #isClosed = false;

  constructor(stream: OutputStream, env: Host['env']) {
    this.#stream = stream;
    this.colors = pc.createColors(this.isTerminal && !env.NO_COLOR && env.TERM !== 'dumb');
    // Errors come back from write(); without a listener they would end the process as well.
    stream.on('error', () => {});
  }

  get isTerminal(): boolean {
    return this.#stream.isTTY === true;
  }

  /** Whether the reader has gone away, so that nothing need be found out for it any more. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Columns of the terminal; no bound for anything else. */
  get columns(): number {
    return this.isTerminal ? this.#stream.columns || Number.POSITIVE_INFINITY : Number.POSITIVE_INFINITY;
  }

  /** Writes a line. */
  line(text = ''): Promise<void> {
    return this.write(`${text}\n`);
  }

  /** Writes what comes in pieces. */
  async pieces(pieces: Iterable<string>): Promise<void> {
    for (const chunk of gather(pieces)) await this.write(chunk);
  }

  #harmless(text: string): string {
    return text.replace(this.colors.isColorSupported ? BUT_COLORS : HIDDEN, printable);
  }

  /**
   * Writes, and waits until that is done. Of text only line feeds and the colours of {@link colors} reach a terminal as they
   * are: whatever else could steer one is spelled out, wherever it came from.
   *
   * @throws CommandError for anything but a closed pipe
   */
  async write(content: string | Uint8Array): Promise<void> {
    if (this.#isClosed) return;
    const data = typeof content === 'string' ? this.#harmless(content) : content;
    try {
      await new Promise<void>((done, fail) => {
        this.#stream.write(data, (error) => (error ? fail(error) : done()));
      });
    } catch (error) {
      if (!isSystemError(error)) throw error;
      if (error.code !== 'EPIPE' && error.code !== 'EOF')
        throw new CommandError(`cannot write: ${reasonOf(error)}`);
      this.#isClosed = true;
    }
  }
}
