// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list, since } from '@bytewright/schema-dsl';
import { bool, int64, uint8, uint16, version, vmstate } from '@bytewright/xen-devstate/vmstate';

export const IpmiBmcSimLan = vmstate(
  'ipmi-bmc-sim-lan',
  { version: 1, type: 'IpmiBmcSimLan' },
  {
    channel: uint8,
    ipaddr: list(uint8, 4),
    ipsrc: uint8,
    macaddrA: list(uint8, 6).wireName('macaddr.a'),
    netmask: list(uint8, 4),
    defgwIpaddr: list(uint8, 4).wireName('defgw_ipaddr'),
    defgwMacaddrA: list(uint8, 6).wireName('defgw_macaddr.a'),
  },
);

export const IpmiBmcSim = vmstate(
  'ipmi-bmc-sim',
  { version: 2, minimum: 1, type: 'IpmiBmcSim' },
  {
    bmcGlobalEnables: uint8.wireName('bmc_global_enables'),
    msgFlags: uint8.wireName('msg_flags'),
    watchdogInitialized: bool.wireName('watchdog_initialized'),
    watchdogUse: uint8.wireName('watchdog_use'),
    watchdogAction: uint8.wireName('watchdog_action'),
    watchdogPretimeout: uint8.wireName('watchdog_pretimeout'),
    watchdogExpired: uint8.wireName('watchdog_expired'),
    watchdogTimeout: uint16.wireName('watchdog_timeout'),
    watchdogRunning: bool.wireName('watchdog_running'),
    watchdogPreactionRan: bool.wireName('watchdog_preaction_ran'),
    watchdogExpiry: int64.wireName('watchdog_expiry'),
    evtbuf: list(uint8, 16),
    sensors0Status: uint8.wireName('sensors[0].status'),
    sensors0Reading: uint8.wireName('sensors[0].reading'),
    sensors0States: uint16.wireName('sensors[0].states'),
    sensors0AssertStates: uint16.wireName('sensors[0].assert_states'),
    sensors0DeassertStates: uint16.wireName('sensors[0].deassert_states'),
    sensors0AssertEnable: uint16.wireName('sensors[0].assert_enable'),
    lan: since(version, 2, IpmiBmcSimLan),
  },
);
