// node session.js <folder of the extension> <stet>: a scripted session of the client library that VS Code uses, against the real server.
'use strict';
const assert = require('node:assert');
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

const [, , extensionFolder, stet] = process.argv;
const library = path.join(extensionFolder, 'node_modules', 'vscode-languageserver-protocol');
if (!fs.existsSync(library)) {
  console.log(`the client library is not there: npm ci in ${extensionFolder}`);
  process.exit(0);
}
const protocol = require(path.join(library, 'node.js'));

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stet-session-'));
fs.mkdirSync(path.join(folder, '.git'));
const write = (name, text) => fs.writeFileSync(path.join(folder, name), text);
const uriOf = (name) => pathToFileURL(path.join(folder, name)).href;

class Editor {
  constructor() {
    this.process = spawn(stet, ['lsp'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.connection = protocol.createProtocolConnection(this.process.stdout, this.process.stdin);
    this.waiting = [];
    this.messages = [];
    this.connection.onNotification(protocol.PublishDiagnosticsNotification.type, (published) => {
      this.waiting = this.waiting.filter((one) => one.uri !== published.uri || !one.test(published) || one.resolve(published));
    });
    this.connection.onNotification(protocol.ShowMessageNotification.type, ({ message }) => this.messages.push(message));
    this.connection.onRequest(protocol.RegistrationRequest.type, () => undefined);
    this.connection.listen();
  }
  async initialize(encodings) {
    const { capabilities } = await this.connection.sendRequest(protocol.InitializeRequest.type, {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      capabilities: {
        general: { positionEncodings: encodings },
        textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true } },
        workspace: { workspaceEdit: { documentChanges: true }, didChangeWatchedFiles: { dynamicRegistration: true } },
      },
    });
    await this.connection.sendNotification(protocol.InitializedNotification.type, {});
    return capabilities;
  }
  /** The next diagnostics of a file for which the test holds. */
  published(uri, test = () => true) {
    return new Promise((resolve) => this.waiting.push({ uri, test, resolve: (value) => void resolve(value) }));
  }
  open(uri, text) {
    const textDocument = { uri, languageId: 'markdown', version: 1, text };
    return this.connection.sendNotification(protocol.DidOpenTextDocumentNotification.type, { textDocument });
  }
  change(uri, version, contentChanges) {
    return this.connection.sendNotification(protocol.DidChangeTextDocumentNotification.type, { textDocument: { uri, version }, contentChanges });
  }
  async end() {
    await this.connection.sendRequest(protocol.ShutdownRequest.type);
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    await this.connection.sendNotification(protocol.ExitNotification.type);
    return ended;
  }
}

const codes = (published) => published.diagnostics.map((one) => one.code);
const at = (line, character) => ({ line, character });

async function typesAndFixes() {
  const editor = new Editor();
  assert.strictEqual((await editor.initialize(['utf-16'])).positionEncoding, 'utf-16');
  const uri = uriOf('a.md');
  let published = editor.published(uri);
  await editor.open(uri, '# \u{1D54F} Walking\n\nIt helps.\n');
  assert.deepStrictEqual(codes(await published), []);

  // Types a sentence behind an astral character, letter by letter; only the last version must be shown.
  const sentence = '\u{1D54F}: Research suggests that walking eases worry.';
  published = editor.published(uri, ({ version }) => version === 1 + sentence.length);
  for (let i = 0; i < sentence.length; ++i) {
    const range = { start: at(3, i), end: at(3, i) };
    if (sentence.charCodeAt(i) >= 0xd800 && sentence.charCodeAt(i) < 0xe000) {
      if (i === 0) await editor.change(uri, 2, [{ range, text: sentence.slice(0, 2) }]);
      continue;
    }
    await editor.change(uri, 2 + i, [{ range, text: sentence[i] }]);
  }
  const typed = await published;
  assert.deepStrictEqual(codes(typed), ['citation/unsourced-research']);
  assert.deepStrictEqual(typed.diagnostics[0].range, { start: at(3, 4), end: at(3, 21) });

  const hover = await editor.connection.sendRequest(protocol.HoverRequest.type, { textDocument: { uri }, position: at(3, 6) });
  assert.match(hover.contents.value, /Instead:/);

  const actions = await editor.connection.sendRequest(protocol.CodeActionRequest.type, {
    textDocument: { uri },
    range: { start: at(3, 6), end: at(3, 6) },
    context: { diagnostics: typed.diagnostics },
  });
  const [{ textDocument, edits }] = actions[0].edit.documentChanges;
  assert.strictEqual(textDocument.version, 1 + sentence.length);
  published = editor.published(uri);
  await editor.change(uri, 100, edits.map(({ range, newText }) => ({ range, text: newText })));
  assert.deepStrictEqual(codes(await published), ['stet/suppression-without-reason'], 'it asks for the reason, and stands');

  // A request about a text that changes before it is answered.
  await editor.change(uri, 101, [{ text: 'One.\n' }]);
  const asked = editor.connection.sendRequest(protocol.CodeLensRequest.type, { textDocument: { uri } });
  await editor.change(uri, 102, [{ text: 'Two.\n' }]);
  await assert.rejects(asked.then((lenses) => Promise.reject(lenses.length === 0 ? new Error('checked in between') : lenses)), Error);
  assert.strictEqual(await editor.end(), 0);
}

async function readsConfigurationsAnew() {
  const editor = new Editor();
  assert.strictEqual((await editor.initialize(['utf-8', 'utf-16'])).positionEncoding, 'utf-8');
  const uri = uriOf('b.md');
  const text = '\u{1D54F}: Research suggests that walking eases worry.\n';
  let published = editor.published(uri);
  await editor.open(uri, text);
  const first = await published;
  assert.deepStrictEqual(first.diagnostics[0].range.start, at(0, 6), 'bytes');

  const configuration = uriOf('.stet.yaml');
  const changed = async () =>
    editor.connection.sendNotification(protocol.DidChangeWatchedFilesNotification.type, { changes: [{ uri: configuration, type: 2 }] });
  published = editor.published(uri);
  write('.stet.yaml', 'rules:\n  citation/unsourced-research: note\n');
  await changed();
  assert.strictEqual((await published).diagnostics[0].severity, 3);

  published = editor.published(configuration);
  write('.stet.yaml', 'rulez:\n  citation: off\n');
  await changed();
  const fault = (await published).diagnostics[0];
  assert.match(fault.message, /rulez/);
  assert.deepStrictEqual(fault.range.start, at(0, 0));

  // An editor that tells nothing of other files: the next change sees it.
  published = editor.published(configuration);
  const checked = editor.published(uri);
  write('.stet.yaml', 'rules:\n  citation: off\n');
  await editor.change(uri, 2, [{ text }]);
  assert.deepStrictEqual(codes(await checked), []);
  assert.deepStrictEqual((await published).diagnostics, [], 'the fault is gone');
  assert.strictEqual(await editor.end(), 0);
}

async function main() {
  await typesAndFixes();
  await readsConfigurationsAnew();
  console.log('both sessions went as scripted');
}

main()
  .catch((error) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => {
    fs.rmSync(folder, { recursive: true });
    process.exit();
  });
setTimeout(() => {
  console.error('nothing came within 20 seconds');
  process.exit(1);
}, 20000).unref();
