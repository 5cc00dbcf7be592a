// node activation.js <folder of the extension> <stet> [<entry>]: the extension, or the bundle of it, with its own client library against the
// real server. Only the editor is a stub: as much of the module `vscode` as the client needs to start, open an article and show findings.
'use strict';
const assert = require('node:assert');
const { EventEmitter } = require('node:events');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const [, , extensionFolder, stet, entry = 'extension.js'] = process.argv;
if (!fs.existsSync(path.join(extensionFolder, 'node_modules', 'vscode-languageclient'))) {
  console.log(`the client library is not there: npm ci in ${extensionFolder}`);
  process.exit(0);
}

class Position {
  constructor(line, character) {
    Object.assign(this, { line, character });
  }
}
class Range {
  constructor(start, end) {
    Object.assign(this, { start, end });
  }
}
class Uri {
  constructor(text) {
    this.text = text;
    [, this.scheme, this.path] = /^([a-z-]+):(?:\/\/)?(.*)$/.exec(text);
    this.fsPath = this.path;
  }
  static parse = (text) => new Uri(text);
  static file = (name) => new Uri(`file://${name}`);
  static from = ({ scheme, path: name }) => new Uri(`${scheme}:${name}`);
  toString = () => this.text;
}
class Emitter {
  constructor() {
    const emitter = new EventEmitter();
    this.event = (listener, self) => {
      const bound = self ? listener.bind(self) : listener;
      emitter.on('fire', bound);
      return { dispose: () => emitter.off('fire', bound) };
    };
    this.fire = (value) => emitter.emit('fire', value);
    this.dispose = () => emitter.removeAllListeners();
  }
}
class CancellationTokenSource {
  token = { isCancellationRequested: false, onCancellationRequested: () => disposable() };
  cancel() {}
  dispose() {}
}
class WorkspaceEdit {
  edits = [];
  insert = (uri, at, newText) => this.edits.push([uri, [{ range: new Range(at, at), newText }]]);
  replace = (uri, range, newText) => this.edits.push([uri, [{ range, newText }]]);
  entries = () => this.edits;
}
class Plain {}
class CodeAction {
  constructor(title, kind) {
    Object.assign(this, { title, kind });
  }
}
class CodeActionKind {
  constructor(value) {
    this.value = value;
  }
  static Empty = new CodeActionKind('');
  append = (part) => new CodeActionKind(this.value ? `${this.value}.${part}` : part);
}

const disposable = () => ({ dispose() {} });
const commands = new Map();
const providers = { codeActions: [], hovers: [], lenses: [] };
const settings = { 'stet.path': stet, 'stet.arguments': ['--no-config'], 'stet.debounce': 0 };
const opened = new Emitter();
const diagnostics = new Map();
const published = new Emitter();
const output = [];
const applied = [];
const shown = [];
const errors = [];
const event = () => disposable();

const output_channel = {
  append: (text) => output.push(text),
  appendLine: (text) => output.push(text),
  clear() {},
  show() {},
  dispose() {},
};
/** Whatever else is asked for: events that never fire, classes without methods. */
const lenient = (known) =>
  new Proxy(known, {
    get: (target, name) => {
      if (name in target) return target[name];
      if (typeof name === 'string' && /^on(Did|Will)/.test(name)) return event;
      if (typeof name === 'string' && /^register/.test(name)) return disposable;
      return typeof name === 'string' && /^[A-Z]/.test(name) ? class extends Plain {} : undefined;
    },
  });

const vscode = lenient({
  version: '1.99.0',
  Position,
  Range,
  Uri,
  EventEmitter: Emitter,
  CancellationTokenSource,
  WorkspaceEdit,
  CodeAction,
  CodeActionKind,
  ViewColumn: { Beside: -2 },
  DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
  ConfigurationTarget: { Global: 1 },
  env: { language: 'en', appName: 'stub', appHost: 'desktop' },
  extensions: { getExtension: () => undefined },
  commands: lenient({
    registerCommand: (name, run) => {
      commands.set(name, run);
      return disposable();
    },
    executeCommand: async (name, ...args) => shown.push([name, args]),
  }),
  languages: lenient({
    createDiagnosticCollection: () => ({
      set: (uri, found) => {
        diagnostics.set(uri.toString(), found);
        published.fire(uri);
      },
      delete: (uri) => diagnostics.delete(uri.toString()),
      clear: () => diagnostics.clear(),
      dispose() {},
    }),
    match: (selector, document) => (selector.some?.((one) => one.language === document.languageId) ? 10 : 0),
    registerCodeActionsProvider: (selector, provider) => (providers.codeActions.push(provider), disposable()),
    registerHoverProvider: (selector, provider) => (providers.hovers.push(provider), disposable()),
    registerCodeLensProvider: (selector, provider) => (providers.lenses.push(provider), disposable()),
  }),
  window: lenient({
    createOutputChannel: () => output_channel,
    showErrorMessage: async (message) => errors.push(message),
    showInputBox: async () => 'quoted from --> the leaflet',
    showTextDocument: async (uri) => shown.push([uri.toString()]),
    tabGroups: lenient({ all: [] }),
    visibleTextEditors: [],
    state: { focused: true },
  }),
  workspace: lenient({
    textDocuments: [],
    notebookDocuments: [],
    workspaceFolders: undefined,
    onDidOpenTextDocument: opened.event,
    getConfiguration: (section) => ({ get: (name, otherwise) => settings[section ? `${section}.${name}` : name] ?? otherwise }),
    createFileSystemWatcher: () => ({ onDidCreate: event, onDidChange: event, onDidDelete: event, dispose() {} }),
    applyEdit: async (edit) => (applied.push(edit), true),
  }),
});

const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));

function article(name, text) {
  const lines = text.split('\n');
  return {
    uri: Uri.file(`/articles/${name}`),
    languageId: 'markdown',
    version: 1,
    isClosed: false,
    getText: () => text,
    lineAt: (line) => ({ text: lines[line] }),
  };
}

async function main() {
  const extension = require(path.join(extensionFolder, entry));
  await extension.activate({ subscriptions: [] });
  assert.deepStrictEqual(errors, []);
  const { activationEvents } = require(path.join(extensionFolder, 'package.json'));
  assert.deepStrictEqual(activationEvents, extension.languages.map((language) => `onLanguage:${language}`));
  const sentence = 'Velmora leaves are dried in the shade of old cedar trees for nine days.';
  const document = article('a.md', `Research suggests that walking eases worry.\n\n${sentence}\n\nOne.\n\n${sentence}\n`);
  const waiting = new Promise((resolve) => published.event(resolve));
  vscode.workspace.textDocuments.push(document);
  opened.fire(document);
  await waiting;
  const found = diagnostics.get(document.uri.toString());
  assert.deepStrictEqual(
    found.map((one) => one.code?.value ?? one.code),
    ['citation/unsourced-research', 'repetition/sentence'],
  );

  const { token } = new CancellationTokenSource();
  const place = new Range(new Position(0, 2), new Position(0, 2));
  const actions = await providers.codeActions[0].provideCodeActions(document, place, { diagnostics: [], triggerKind: 2 }, token);
  const stand = actions.find((action) => action.title.startsWith('Let it stand'));
  assert.strictEqual(stand.edit, undefined, 'the reason is asked for first');
  await commands.get(stand.command.command)(...stand.command.arguments);
  assert.strictEqual(
    applied[0].entries()[0][1][0].newText,
    '<!-- stet citation/unsourced-research: quoted from   the leaflet -->\n',
    'what would end the comment is taken out of the reason',
  );

  const lenses = await providers.lenses[0].provideCodeLenses(document, token);
  assert.strictEqual(lenses[0].command.title, 'said twice');
  await commands.get('stet.nextPassage')(...lenses[0].command.arguments);
  assert.strictEqual(shown.at(-1)[0], 'editor.action.showReferences');
  assert.strictEqual(shown.at(-1)[1][2].length, 2);

  await commands.get('stet.explainRule')('repetition/sentence');
  assert.deepStrictEqual(shown.at(-1), ['stet-rule:/repetition/sentence.md']);
  await extension.deactivate();
  console.log('the extension works');
  process.exit(0);
}

setTimeout(() => {
  console.error('nothing came within 20 seconds', output.join(''), errors);
  process.exit(1);
}, 20000).unref();
main().catch((error) => {
  console.error(error, output.join(''), errors);
  process.exit(1);
});
