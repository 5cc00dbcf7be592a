// What the package takes from the repository, the schema of configurations and the licence; and the folder that it is written to.
'use strict';
const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..', '..');
fs.mkdirSync(path.join(__dirname, 'schemas'), { recursive: true });
fs.copyFileSync(path.join(root, 'rules', 'schema', 'config.json'), path.join(__dirname, 'schemas', 'config.json'));
fs.copyFileSync(path.join(root, 'LICENSE'), path.join(__dirname, 'LICENSE'));
fs.mkdirSync(path.join(root, 'build'), { recursive: true });
