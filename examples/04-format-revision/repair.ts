import { openDeviceState, openFile } from '@bytewright/xen-devstate';
import type { Finding, Target } from '@bytewright/xen-devstate/doctor';
import { diagnose, fix } from '@bytewright/xen-devstate/doctor';

/** What is wrong with a file for a machine, and the file as that machine takes it. */
export interface Repair {
  readonly findings: readonly Finding[];
  readonly bytes: Uint8Array;
  readonly done: readonly string[];
}

/**
 * Finds out why a file does not load, and changes it so that it does.
 *
 * @param expected what the target saves itself
 */
export async function repair(saved: Uint8Array, expected: Uint8Array): Promise<Repair> {
  const target: Target = {
    label: 'the machine of 4.0',
    catalog: undefined,
    capture: await openFile(expected),
    facts: {},
    footers: undefined,
  };
  const { findings } = await diagnose(saved, target);
  const { bytes, done } = await fix(saved, target);
  openDeviceState(bytes); // whole again
  return { findings, bytes, done };
}
