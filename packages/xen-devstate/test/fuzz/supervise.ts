import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Case, Fault } from './target.js';
import type { Told, Work } from './worker.js';

/** An execution that takes longer is considered endless: slow ones are detected by processor time long before. */
const ENDLESS_MS = 60_000;

/** The memory limit of the executing process: no device state needs this much, whatever its contents. */
const MEMORY_MB = 2048;

/** Receives the events of a run. */
export interface Listener {
  executed(count: number): void;
  found(execution: number, fault: Fault, one?: Case): void;
}

/**
 * Executes in a separate process, which may hang or exit without affecting this one; a new process continues after that execution.
 */
export async function supervise(work: Work, listener: Listener): Promise<void> {
  const ends = Date.now() + work.seconds * 1000;
  let from = work.from;
  while (from < work.to && Date.now() < ends) {
    const seconds = (ends - Date.now()) / 1000;
    const stopped = await inProcess({ ...work, from, seconds }, work.from, listener);
    if (stopped === undefined) return;
    listener.found(stopped.execution, stopped.fault);
    from = stopped.execution + 1;
  }
}

interface Stopped {
  readonly execution: number;
  readonly fault: Fault;
}

/** @throws Error if not even one execution began */
function inProcess(work: Work, first: number, listener: Listener): Promise<Stopped | undefined> {
  const child = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), {
    execArgv: [...process.execArgv, `--max-old-space-size=${MEMORY_MB}`, '--max-semi-space-size=32'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // structured clones, as JSON has no Infinity
    serialization: 'advanced',
  });
  return new Promise((resolve, reject) => {
    let execution: number | undefined;
    let isDone = false;
    let isEndless = false;
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said = `${said}${chunk.toString('utf8')}`.slice(-4000);
    });
    const hang = (): void => {
      isEndless = true;
      child.kill('SIGKILL');
    };
    let timer = setTimeout(hang, ENDLESS_MS);
    child.on('message', (told: Told) => {
      clearTimeout(timer);
      if (told.kind === 'begins') ({ execution } = told);
      else if (told.kind === 'found') listener.found(told.execution, told.fault, told.case);
      listener.executed((told.kind === 'done' ? work.from + told.executions : (execution ?? first)) - first);
      if (told.kind === 'done') {
        isDone = true;
        child.disconnect();
      } else timer = setTimeout(hang, ENDLESS_MS);
    });
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      const detail = isEndless ? `after ${ENDLESS_MS / 1000} s` : `${code ?? signal}: ${said}`;
      const kind = isEndless ? 'an execution without an end' : 'the process ended';
      if (isDone) resolve(undefined);
      else if (execution === undefined) reject(new Error(`${work.target} does not start: ${detail}`));
      else resolve({ execution, fault: { kind: `${work.target}: ${kind}`, detail } });
    });
    child.send(work);
  });
}
