// The client of `stet lsp`. Three things are done here and not by the server, because they need the editor's own windows: asking for the
// reason of a suppression, listing the places where a passage stands, and showing a rule.
'use strict';
const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

const ruleScheme = 'stet-rule';
const explainCommand = 'stet.explainRule';
const nextCommand = 'stet.nextPassage';
const giveReasonCommand = 'stet.giveReason';

// What is an article, by the names that the editor and the extensions for Quarto and R Markdown give. `activationEvents` has the same.
const languages = ['markdown', 'mdx', 'quarto', 'rmd'];

/** @type {LanguageClient | undefined} */
let client;

function serverOptions() {
  const settings = vscode.workspace.getConfiguration('stet');
  return { command: settings.get('path', 'stet'), args: ['lsp', ...settings.get('arguments', [])] };
}

function clientOptions() {
  return {
    documentSelector: ['file', 'untitled'].flatMap((scheme) => languages.map((language) => ({ scheme, language }))),
    initializationOptions: { debounce: vscode.workspace.getConfiguration('stet').get('debounce', 10) },
    markdown: { isTrusted: false },
    middleware: { executeCommand, provideCodeActions },
  };
}

/** Commands of the server that the editor shows itself. */
async function executeCommand(command, args, next) {
  if (command === explainCommand) return showRule(args[0]);
  if (command === nextCommand) return showPassages(...args);
  return next(command, args);
}

async function showRule(rule) {
  const { uri } = await client.sendRequest('stet/explainRule', { rule });
  const shown = uri ? vscode.Uri.parse(uri) : vscode.Uri.from({ scheme: ruleScheme, path: `/${rule}.md` });
  await vscode.window.showTextDocument(shown, { preview: true, viewColumn: vscode.ViewColumn.Beside });
}

/** A rule as a document. */
async function ruleDocument(uri) {
  const rule = uri.path.slice(1, -'.md'.length);
  return (await client.sendRequest('stet/explainRule', { rule })).markdown;
}

async function showPassages(uri, position, locations) {
  const convert = client.protocol2CodeConverter;
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    vscode.Uri.parse(uri),
    convert.asPosition(position),
    locations.map((location) => convert.asLocation(location)),
  );
}

/** An action that lets a passage stand asks for the reason first. */
async function provideCodeActions(document, range, context, token, next) {
  const actions = (await next(document, range, context, token)) ?? [];
  for (const action of actions) {
    if (action.data?.reasonAt === undefined || !action.edit) continue;
    action.command = { title: action.title, command: giveReasonCommand, arguments: [action.edit, action.data] };
    action.edit = undefined;
  }
  return actions;
}

/** What would end the comment is taken out of a reason. */
function cleaned(reason) {
  return reason.replace(/--+>|\*\/|[\r\n]/g, ' ').trim();
}

async function giveReason(edit, { rule, reasonAt }) {
  const asked = await vscode.window.showInputBox({
    title: `Let it stand: ${rule}`,
    prompt: 'Why may it stand? The next editor reads it.',
    validateInput: (text) => (cleaned(text) ? undefined : 'A reason is required.'),
  });
  if (!asked || !cleaned(asked)) return false;
  const reasoned = new vscode.WorkspaceEdit();
  for (const [uri, [insertion]] of edit.entries()) {
    const text = `${insertion.newText.slice(0, reasonAt)}${cleaned(asked)} ${insertion.newText.slice(reasonAt)}`;
    reasoned.insert(uri, insertion.range.start, text);
  }
  return vscode.workspace.applyEdit(reasoned);
}

async function start() {
  client = new LanguageClient('stet', 'stet', serverOptions(), clientOptions());
  try {
    await client.start();
  } catch (error) {
    const { command } = serverOptions();
    vscode.window.showErrorMessage(`\`${command} lsp\` does not start: ${error.message}. The setting stet.path says where stet is.`);
  }
}

async function restart() {
  await stop();
  await start();
}

async function stop() {
  const stopped = client;
  client = undefined;
  // One that never started cannot be stopped.
  await stopped?.dispose().catch(() => undefined);
}

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand('stet.restart', restart),
    vscode.commands.registerCommand(giveReasonCommand, giveReason),
    vscode.workspace.registerTextDocumentContentProvider(ruleScheme, { provideTextDocumentContent: ruleDocument }),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      const ours = ['stet.path', 'stet.arguments', 'stet.debounce'];
      if (ours.some((name) => event.affectsConfiguration(name))) await restart();
    }),
  );
  await start();
}

module.exports = { activate, deactivate: stop, languages };
