import type { Node } from '@bytewright/schema-dsl';
import { prefix, string, u8 } from '@bytewright/schema-dsl';

/**
 * The name of an enabled migration capability. Source: QEMU migration/savevm.c, `put_capability`.
 *
 * @example `0b 782d69676e6f7265…` begins "x-ignore…"
 */
export const capability: Node<string> = string(prefix(u8), 'latin1').wireType('capability');
