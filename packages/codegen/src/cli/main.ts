#!/usr/bin/env node
import { run } from './run.js';

const { stdin, stdout, stderr, env } = process;
// Not process.exit(): what is still on its way into a pipe would be lost.
process.exitCode = await run(process.argv.slice(2), { folder: process.cwd(), stdin, stdout, stderr, env });
