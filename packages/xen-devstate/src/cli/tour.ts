#!/usr/bin/env node
import { runTour } from './run-tour.js';

process.exitCode = await runTour(process.argv.slice(2), process);
