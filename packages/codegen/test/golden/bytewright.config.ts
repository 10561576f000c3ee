import { readdirSync } from 'node:fs';
import { defineConfig } from '@bytewright/codegen';

const schemas = readdirSync(new URL('./schemas', import.meta.url)).sort();

export default defineConfig({ modules: schemas.map((name) => `schemas/${name}`), output: 'generated' });
