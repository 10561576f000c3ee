import type { CommanderError } from 'commander';

/**
 * What commander says of a command line, in one line and without what only its own help has.
 *
 * @example `error: unknown option '--jsn'\n(Did you mean --json?)` becomes `unknown option '--jsn' (did you mean --json?)`
 */
export function usageMessage({ message }: CommanderError): string {
  return message
    .replace(/^error: /, '')
    .replace(/\n\(Did you mean (.+)\?\)$/s, (_, names: string) => ` (did you mean ${names}?)`)
    .replace(/\.$/, '')
    .replace(CHOICES, '$1 takes one of $3, not $2')
    .replace(/^(option '[^<']*)<([^>']*)>'/, "$1$2'");
}

/** A value that an option does not take. */
const CHOICES = /^option '(?:-\w, )?(--[\w-]+)[^']*' argument ('.*') is invalid\. Allowed choices are (.*)$/s;
