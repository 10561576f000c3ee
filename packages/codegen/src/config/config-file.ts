/** The configuration, if no other one is named. */
export const CONFIG_FILE = 'bytewright.config.ts';
