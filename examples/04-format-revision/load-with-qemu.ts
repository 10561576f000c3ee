import { tryToLoad } from '../../packages/xen-devstate/scripts/qemu/try-to-load.mjs';

/** What QEMU did with a file. */
export interface Alternative {
  readonly loaded: boolean;
  /** What it wrote on stderr. */
  readonly said: string;
  /** What it saves when it has loaded the file. */
  readonly again: Uint8Array | undefined;
}

/**
 * Has an installed QEMU load a device state.
 *
 * @param args those of the machine
 * @returns `undefined` where no QEMU is installed
 */
export async function loadWithQemu(
  args: readonly string[],
  bytes: Uint8Array,
): Promise<Alternative | undefined> {
  try {
    const { loaded, said, again } = await tryToLoad({ qemu: 'qemu-system-x86_64', args }, bytes);
    return { loaded, said, again: again && new Uint8Array(again) };
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'missing') === true) return undefined;
    throw error;
  }
}
