/**
 * How text is written: 7 bits, 8 bits as U+0000 to U+00FF, UTF-8 or UTF-16 in either byte order, all without
 * replacements. A byte order mark is a character like any other (U+FEFF), never read as an order nor dropped.
 */
export type TextEncoding = 'ascii' | 'latin1' | 'utf-8' | 'utf-16le' | 'utf-16be';
