#!/usr/bin/env node
import { runCommand } from './run-command.js';

const { stdout, stderr } = process;
// Not process.exit(): what is still on its way into a pipe would be lost.
process.exitCode = await runCommand(process.argv.slice(2), { folder: process.cwd(), stdout, stderr });
