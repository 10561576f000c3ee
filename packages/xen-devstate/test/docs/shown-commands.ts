/** A command in a document. */
export interface ShownCommand {
  readonly document: string;
  /** The line number, from 1. */
  readonly line: number;
  readonly text: string;
}

/** Programs whose commands are also found in running text, in backquotes. */
const PROGRAMS = /^(?:bytewright|devstate|npm|npx|node|bash|pnpm|yarn|bun)$/;

/** The commands in shell blocks, after `$ ` in other blocks, and in backquotes if they have arguments. */
export function commandsIn(document: string, markdown: string): readonly ShownCommand[] {
  const commands: ShownCommand[] = [];
  let language: string | undefined;
  let continued = '';
  let hereDocument: string | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    const add = (text: string): void => {
      commands.push({ document, line: index + 1, text: withoutComment(text) });
    };
    if (line.startsWith('```')) {
      language = language === undefined ? line.slice(3).trim() : undefined;
    } else if (language === undefined) {
      for (const [, text = ''] of line.matchAll(/`([^`]+)`/g))
        if (PROGRAMS.test(text.split(' ')[0] ?? '') && text.includes(' ')) add(text);
    } else if (hereDocument !== undefined) {
      if (line === hereDocument) hereDocument = undefined;
    } else if (language === 'sh') {
      const text = `${continued}${line.trim()}`;
      continued = text.endsWith('\\') ? text.slice(0, -1) : '';
      if (continued !== '' || text === '' || text.startsWith('#')) continue;
      hereDocument = /<<'?(\w+)'?$/.exec(text)?.[1];
      add(text);
    } else if (line.startsWith('$ ')) add(line.slice(2));
  }
  return commands;
}

const withoutComment = (text: string): string => text.replace(/\s+#.*$/, '').trim();
