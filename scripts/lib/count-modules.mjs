// Counts the modules of files that a process loads, and says so when it ends: `node --import scripts/lib/count-modules.mjs …`.
import { register } from 'node:module';
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';

/** What runs beside the process, and is told of each module: one message for each. */
const HOOKS = `
let port;
export function initialize(data) { port = data.port; }
export async function load(url, context, next) {
  if (url.startsWith('file:')) port.postMessage(url);
  return next(url, context);
}`;

const { port1, port2 } = new MessageChannel();
register(`data:text/javascript,${encodeURIComponent(HOOKS)}`, {
  parentURL: import.meta.url,
  data: { port: port2 },
  transferList: [port2],
});
port1.unref();

process.once('exit', () => {
  let count = 0;
  while (receiveMessageOnPort(port1) !== undefined) count++;
  process.stderr.write(`modules loaded: ${count}\n`);
});
