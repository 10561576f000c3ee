/**
 * Not `node:readline`: its iterator lets the error of a socket that a dying QEMU resets escape.
 *
 * @param {import('node:net').Socket} socket text in lines
 * @returns {{ next: () => Promise<string | undefined> }} the next line; undefined after the last
 */
export function linesOf(socket) {
  /** @type {string[]} */
  const ready = [];
  let partial = '';
  let closed = false;
  let wake = () => {};
  socket.setEncoding('utf8');
  socket.on('data', (text) => {
    const lines = `${partial}${text}`.split('\n');
    partial = lines.pop() ?? '';
    ready.push(...lines);
    wake();
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    closed = true;
    wake();
  });
  const next = async () => {
    while (ready.length === 0 && !closed) {
      await new Promise((/** @type {(value?: undefined) => void} */ done) => {
        wake = done;
      });
    }
    return ready.shift();
  };
  return { next };
}
