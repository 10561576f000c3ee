import { CommandError } from '../exit/command-error.js';
import { isSystemError, reasonOf } from '../exit/system-error.js';
import { printable } from '../text/printable.js';
import type { Colors } from './colors.js';
import { gather } from './gather.js';
import type { OutputStream } from './output-stream.js';

/** What {@link printable} spells out, but for line feeds. */
const HIDDEN = /(?!\n)[\p{C}\p{Zl}\p{Zp}]/gu;
/** The same, but for the codes that set colours and weights, which change no more than how text looks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it is about
const BUT_COLORS = /(?!\n|\x1b\[(?:[12]|22|3\d|9\d)m)[\p{C}\p{Zl}\p{Zp}]/gu;
/** Goes back to the start of the line, and clears it. */
const CLEAR_LINE = '\r\u001b[K';
/** Streams that have a listener for errors already: a program opens its streams several times. */
const heard = new WeakSet<OutputStream>();

/**
 * Where a command writes to. A reader that closes the pipe is not an error: what it does not want is not written.
 *
 * Of text only line feeds and the colours of {@link colors} reach a terminal as they are: whatever else could steer one is spelled
 * out, wherever it came from. Pieces arrive in the order in which they were written, whether or not anybody waited for them.
 *
 * @example `await out.line(out.colors.green('ok'))`
 */
export class Output {
  readonly #stream: OutputStream;
  readonly colors: Colors;
  #isClosed = false;
  /** The last piece that was written, or is on its way. */
  #last: Promise<void> = Promise.resolve();

  constructor(stream: OutputStream, colors: Colors) {
    this.#stream = stream;
    this.colors = colors;
    // Errors come back from write(); without a listener they would end the process as well.
    if (!heard.has(stream)) stream.on('error', () => {});
    heard.add(stream);
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

  /** Writes a line as soon as it can be, for callers who cannot wait; {@link flush} throws what goes wrong. */
  say(text: string): void {
    void this.line(text);
  }

  /** Waits for all that was written. @throws CommandError where it could not be */
  flush(): Promise<void> {
    return this.#last;
  }

  /** On a terminal: a line about what is going on, which the next one replaces. Without a text it is cleared. */
  status(text = ''): void {
    if (this.isTerminal) this.#stream.write(CLEAR_LINE + printable(text));
  }

  /**
   * Writes, and waits until that is done.
   *
   * @throws CommandError for anything but a closed pipe
   */
  write(content: string | Uint8Array): Promise<void> {
    const written = this.#last.then(() => this.#writeNow(content));
    this.#last = written;
    written.catch(() => {}); // whoever writes next, or flushes, has it
    return written;
  }

  async #writeNow(content: string | Uint8Array): Promise<void> {
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

  #harmless(text: string): string {
    return text.replace(this.colors.isColorSupported ? BUT_COLORS : HIDDEN, printable);
  }
}
