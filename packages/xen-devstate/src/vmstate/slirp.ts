import { bytes, list, literal, struct, u8, u16be } from '@bytewright/schema-dsl';

/** The number of addresses that the built-in DHCP server assigns. Source: libslirp src/bootp.h, `NB_BOOTP_CLIENTS`. */
const CLIENTS = 16;

/** A client that has an address. Source: libslirp src/state.c, `slirp_vmstate_bootp_client`. */
export const SlirpClient = struct('SlirpClient', {
  allocated: u16be,
  mac: bytes(6),
});

/**
 * QEMU's built-in user network, `-netdev user`: version 4, which none of QEMU's tables describe. Saved connections, which only
 * `guestfwd` has, are not supported.
 *
 * Source: libslirp src/state.c, `slirp_state_save`; QEMU net/slirp.c.
 *
 * @example 131 bytes: `00`, a counter `0001`, and 16 times `0000 000000000000`
 */
export const Slirp = struct('Slirp', {
  connections: literal(u8, 0),
  identification: u16be.doc('What the next IP packet is numbered.').wireName('ip_id'),
  clients: list(SlirpClient, CLIENTS).wireName('bootp_clients'),
})
  .wireName('slirp')
  .doc('The built-in network of -netdev user.')
  .source('libslirp src/state.c, slirp_state_save');
