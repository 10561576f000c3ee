import { tryToLoad } from '../../packages/xen-devstate/scripts/qemu/try-to-load.mjs';

/** What QEMU did with a file. */
export interface Alternative {
  readonly loaded: boolean;
  /** What it wrote to stderr. */
  readonly said: string;
  /** What it saves after loading the file. */
  readonly again: Uint8Array | undefined;
}

/**
 * Has an installed QEMU load a device state.
 *
 * @param args the machine's command-line arguments
 * @returns `undefined` if QEMU is not installed
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
