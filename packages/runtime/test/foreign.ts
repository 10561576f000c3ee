import { createContext, runInContext } from 'node:vm';

const realm = createContext({});

/** A value that another realm makes, as a frame or a vm context would. */
export function foreign(expression: string): unknown {
  return runInContext(expression, realm);
}
