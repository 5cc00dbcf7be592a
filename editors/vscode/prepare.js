// What the package takes from elsewhere: the schema of configurations and the licence, and the extension with the client library as one file,
// beside the licences of what is in it. Also makes the folder that the package is written to.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild-wasm');

const root = path.join(__dirname, '..', '..');

/** The folders of packages that a file of the bundle came from. */
function packageOf(input) {
  const [, name] = input.match(/^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//) ?? [];
  return name;
}

function licencesOf(inputs) {
  const names = [...new Set(inputs.map(packageOf).filter(Boolean))].sort();
  return names.map((name) => {
    const folder = path.join(__dirname, 'node_modules', name);
    const file = fs.readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new Error(`${name} has no licence`);
    return `${name}\n\n${fs.readFileSync(path.join(folder, file), 'utf8').trim()}\n`;
  });
}

async function bundle() {
  const result = await esbuild.build({
    absWorkingDir: __dirname,
    entryPoints: ['extension.js'],
    bundle: true,
    platform: 'node',
    target: 'node18',
    external: ['vscode'],
    outfile: 'dist/extension.js',
    metafile: true,
    logLevel: 'error',
  });
  fs.writeFileSync(path.join(__dirname, 'dist', 'LICENSES.txt'), licencesOf(Object.keys(result.metafile.inputs)).join('\n----\n\n'));
}

fs.mkdirSync(path.join(__dirname, 'schemas'), { recursive: true });
fs.copyFileSync(path.join(root, 'rules', 'schema', 'config.json'), path.join(__dirname, 'schemas', 'config.json'));
fs.copyFileSync(path.join(root, 'LICENSE'), path.join(__dirname, 'LICENSE'));
fs.mkdirSync(path.join(root, 'build'), { recursive: true });
bundle();
