import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { CHECKS } from './files.mjs';
import { parseDiagram } from './diagram.mjs';

const require = createRequire(import.meta.url);
const { Linter } = require('bpmnlint');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');

/** Runs bpmnlint; a warning counts as much as an error, or nobody ever reads it. */
export async function lintDiagrams(diagrams, findings) {
  const config = JSON.parse(readFileSync(path.join(CHECKS, '.bpmnlintrc'), 'utf8'));

  for (const file of diagrams) {
    // some rules remember what they have seen, and diagrams may use each other's ids
    const linter = new Linter({ config, resolver: new NodeResolver({ require }) });
    const definitions = await parseDiagram(file, findings);

    if (!definitions) {
      continue;
    }

    // without these two the Modeler lints nothing
    const platform = definitions.get('modeler:executionPlatform');
    const version = definitions.get('modeler:executionPlatformVersion');

    if (platform !== 'Camunda Platform' || version !== '7.24.0') {
      findings.add(file.name, null, 'says it is for another platform than Camunda Platform 7.24.0');
    }

    for (const [rule, reports] of Object.entries(await linter.lint(definitions))) {
      for (const { id, message, category } of reports) {
        if (category !== 'info') {
          findings.add(file.name, id, `${message} (${rule})`);
        }
      }
    }
  }
}
