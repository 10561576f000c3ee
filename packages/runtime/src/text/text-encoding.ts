/** How text is written: 7 bits, 8 bits as U+0000 to U+00FF, or UTF-8 without replacements. */
export type TextEncoding = 'ascii' | 'latin1' | 'utf-8';
