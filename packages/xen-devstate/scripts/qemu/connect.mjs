import { createConnection } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { linesOf } from './lines-of.mjs';
import { MachineError } from './machine-error.mjs';

const REPLY_MS = 60_000;
const SOCKET_MS = 20_000;

/**
 * Sends a QMP command and waits for its result, which is as QEMU's reference of QMP says.
 *
 * @typedef {(command: string, args?: object) => Promise<any>} Execute
 */

/**
 * @param {string} socketPath where QEMU listens, or soon will
 * @param {import('./start-process.mjs').QemuProcess} machine the QEMU behind it
 * @returns {Promise<Execute>} sends one command at a time
 * @throws {MachineError} where QEMU is missing, ends, or does not listen in time; so does the function that is returned,
 *   and also where QEMU refuses a command
 */
export async function connect(socketPath, machine) {
  const deadline = Date.now() + SOCKET_MS;
  for (;;) {
    const socket = await Promise.race([tryToConnect(socketPath), machine.missing]);
    if (socket !== undefined) {
      return talk(socket, machine);
    }
    if (!machine.running()) {
      throw new MachineError(`the machine did not start: ${await machine.ended}`);
    }
    if (Date.now() > deadline) {
      throw new MachineError(`QEMU opened no QMP socket within ${SOCKET_MS / 1000} s`);
    }
    await Promise.race([sleep(50), machine.missing]);
  }
}

/**
 * @param {string} socketPath where QEMU may listen
 * @returns {Promise<import('node:net').Socket | undefined>} undefined if nobody does yet
 */
function tryToConnect(socketPath) {
  return new Promise((done) => {
    const socket = createConnection(socketPath);
    socket.once('connect', () => done(socket));
    socket.once('error', () => done(undefined));
  });
}

/**
 * @param {import('node:net').Socket} socket a fresh connection
 * @param {import('./start-process.mjs').QemuProcess} machine the QEMU behind it
 * @returns {Execute} one command at a time; events are passed over
 */
function talk(socket, machine) {
  const lines = linesOf(socket);

  const reply = async () => {
    for (;;) {
      const line = await lines.next();
      if (line === undefined) {
        throw new MachineError(`QEMU closed the connection; ${await machine.ended}`);
      }
      const message = JSON.parse(line);
      if ('return' in message) {
        return message.return;
      }
      if ('error' in message) {
        throw new MachineError(`QEMU refused: ${message.error.desc}`);
      }
    }
  };
  return async (command, args) => {
    socket.write(`${JSON.stringify({ execute: command, arguments: args })}\n`);
    const late = sleep(REPLY_MS, undefined, { ref: false }).then(() => {
      throw new MachineError(`QEMU did not answer ${command} within ${REPLY_MS / 1000} s`);
    });
    return Promise.race([reply(), late]);
  };
}
