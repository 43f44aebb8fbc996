import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import vm from 'node:vm';
import { CHECKS } from './lib/files.mjs';

// Lints diagrams as Camunda Modeler does, with a plugin: node lint-as-modeler.mjs client.js a.bpmn b.bpmn
// Writes one line for each diagram: what the plugin's rules report, as JSON.
const [client, ...diagrams] = process.argv.slice(2);

const bundled = await build({
  stdin: { contents: "export { Linter } from '@camunda/linting';", resolveDir: CHECKS },
  bundle: true,
  write: false,
  format: 'cjs',
  platform: 'node',
  logLevel: 'error',
});
const module = { exports: {} };
new Function('module', 'exports', 'require', bundled.outputFiles[0].text)(
  module,
  module.exports,
  createRequire(import.meta.url),
);

const window = {};
vm.runInThisContext(`(function (window) { ${readFileSync(client, 'utf8')} })`)(window);
const plugins = window.plugins.map(({ plugin }) => plugin);

for (const diagram of diagrams) {
  const linter = new module.exports.Linter({ modeler: 'desktop', type: 'platform', plugins });
  const reports = await linter.lint(readFileSync(diagram, 'utf8'));
  const ours = reports.filter(({ rule }) => rule.startsWith('rodtraad/'));
  console.log(JSON.stringify(ours.map(({ id, message, category }) => ({ id, message, category }))));
}
