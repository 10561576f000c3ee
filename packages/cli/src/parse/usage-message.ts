import type { CommanderError } from 'commander';

/**
 * Converts commander's error message to one line.
 *
 * @example `error: unknown option '--jsn'\n(Did you mean --json?)` becomes `unknown option '--jsn' (did you mean --json?)`
 */
export function usageMessage({ message }: CommanderError): string {
  return message
    .replace(/^error: /, '')
    .replace(/\n\(Did you mean (.+)\?\)$/s, (_, names: string) => ` (did you mean ${names}?)`)
    .replace(/\.$/, '')
    .replace(CHOICES, '$1 must be one of $3, not $2')
    .replace(/^(option '[^<']*)<([^>']*)>'/, "$1$2'");
}

/** Matches an invalid value of an option. */
const CHOICES = /^option '(?:-\w, )?(--[\w-]+)[^']*' argument ('.*') is invalid\. Allowed choices are (.*)$/s;
