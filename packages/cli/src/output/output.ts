import { CommandError } from '../exit/command-error.js';
import { isSystemError, reasonOf } from '../exit/system-error.js';
import { printable } from '../text/printable.js';
import type { Colors } from './colors.js';
import { gather } from './gather.js';
import type { OutputStream } from './output-stream.js';

/** The characters that {@link printable} escapes, except line feeds. */
const HIDDEN = /(?!\n)[\p{C}\p{Zl}\p{Zp}]/gu;
/** The same, except the codes for colors and weights, which only change how text looks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it matches control characters on purpose
const BUT_COLORS = /(?!\n|\x1b\[(?:[12]|22|3\d|9\d)m)[\p{C}\p{Zl}\p{Zp}]/gu;
/** Returns to the start of the line, and clears it. */
const CLEAR_LINE = '\r\u001b[K';
/** Streams that already have an error listener: a program opens its streams several times. */
const heard = new WeakSet<OutputStream>();

/**
 * A stream that a command writes to. If the reader closes the pipe, that is not an error: the remaining output is dropped.
 *
 * In text, only line feeds and the colors of {@link colors} reach a terminal unchanged: any other character that could control
 * it is escaped, wherever it came from. Pieces are written in order, whether or not the caller waits for them.
 *
 * @example `await out.line(out.colors.green('ok'))`
 */
export class Output {
  readonly #stream: OutputStream;
  readonly colors: Colors;
  #isClosed = false;
  /** The last write, finished or pending. */
  #last: Promise<void> = Promise.resolve();

  constructor(stream: OutputStream, colors: Colors) {
    this.#stream = stream;
    this.colors = colors;
    // write() reports errors; without a listener, they would also end the process.
    if (!heard.has(stream)) stream.on('error', () => {});
    heard.add(stream);
  }

  get isTerminal(): boolean {
    return this.#stream.isTTY === true;
  }

  /** Whether the reader has closed the pipe, so that no more output is needed. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** The columns of the terminal; `Infinity` for anything else. */
  get columns(): number {
    return this.isTerminal ? this.#stream.columns || Number.POSITIVE_INFINITY : Number.POSITIVE_INFINITY;
  }

  /** Writes a line. */
  line(text = ''): Promise<void> {
    return this.write(`${text}\n`);
  }

  /** Writes pieces of text. */
  async pieces(pieces: Iterable<string>): Promise<void> {
    for (const chunk of gather(pieces)) await this.write(chunk);
  }

  /** Writes a line without waiting, for callers that cannot; {@link flush} throws its error, if any. */
  say(text: string): void {
    void this.line(text);
  }

  /** Waits for all pending writes. @throws CommandError if one failed */
  flush(): Promise<void> {
    return this.#last;
  }

  /** On a terminal, shows a status line that replaces the previous one. Without a text, clears it. */
  status(text = ''): void {
    if (this.isTerminal) this.#stream.write(CLEAR_LINE + printable(text));
  }

  /**
   * Writes text or bytes, and waits until they are written.
   *
   * @throws CommandError for anything but a closed pipe
   */
  write(content: string | Uint8Array): Promise<void> {
    const written = this.#last.then(() => this.#writeNow(content));
    this.#last = written;
    written.catch(() => {}); // reported by the next write or flush
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
