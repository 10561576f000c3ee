import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename } from 'node:path';
import { run } from '../lib/run.mjs';

/**
 * Serves tarballs as a registry of packages does, on this machine only and for one scope: what users type, `npm install
 * @bytewright/runtime`, can be tried before anything is published. All else comes from where the user has it from.
 *
 * @param {Iterable<string>} tarballs their paths
 * @returns {Promise<{ url: string, close: () => void }>} where it is
 */
export async function serveTarballs(tarballs) {
  const files = new Map([...tarballs].map((path) => [basename(path), readFileSync(path)]));
  /** @type {Map<string, object>} */
  const manifests = new Map();
  for (const path of tarballs) {
    const { output } = await run('tar', ['-xzOf', path, 'package/package.json']);
    const manifest = JSON.parse(output);
    manifests.set(manifest.name, { ...manifest, dist: { file: basename(path) } });
  }
  const server = createServer((request, response) => {
    const name = decodeURIComponent(request.url?.slice(1).split('?')[0] ?? '');
    const bytes = files.get(name);
    const manifest = manifests.get(name);
    if (bytes !== undefined) {
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(bytes);
    } else if (manifest !== undefined) {
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify(description(manifest, `http://${request.headers.host}`, files)));
    } else {
      response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"not found"}');
    }
  });
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}

/**
 * What a registry says of a package that has one version.
 *
 * @param {any} manifest its package.json; of any shape, as it is only passed on
 * @param {string} host where the tarballs are
 * @param {ReadonlyMap<string, Buffer>} files their content
 */
function description(manifest, host, files) {
  const { file } = manifest.dist;
  const bytes = files.get(file) ?? Buffer.alloc(0);
  const hash = (/** @type {string} */ name) => createHash(name).update(bytes);
  const tarball = `${host}/${file}`;
  const dist = {
    tarball,
    shasum: hash('sha1').digest('hex'),
    integrity: `sha512-${hash('sha512').digest('base64')}`,
  };
  const { name, version } = manifest;
  // Package managers may refuse what is younger than a day.
  const time = '2020-01-01T00:00:00.000Z';
  return {
    name,
    'dist-tags': { latest: version },
    versions: { [version]: { ...manifest, dist } },
    time: { created: time, modified: time, [version]: time },
  };
}
