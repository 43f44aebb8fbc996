import { findBrowser, startBrowser } from './lib/browser.mjs';
import { lintForms, openForms, readForms } from './lib/check-forms.mjs';
import { applyTemplates, checkUses, readTemplates, validateTemplates } from './lib/check-templates.mjs';
import { checkLayout } from './lib/check-layout.mjs';
import { filesIn } from './lib/files.mjs';
import { Findings } from './lib/findings.mjs';
import { lintDiagrams } from './lib/lint-diagrams.mjs';
import { openDiagrams } from './lib/open-diagrams.mjs';

const findings = new Findings();
const diagrams = filesIn('processes', '.bpmn');
const tables = filesIn('processes', '.dmn');
const templates = readTemplates(filesIn('processes/.camunda/element-templates', '.json'), findings);
const forms = readForms(filesIn('forms', '.form'), findings);

console.log(`Checking ${diagrams.length} diagrams, ${tables.length} decision tables, ${forms.length} forms and ${templates.length} templates.`);

await lintDiagrams(diagrams, findings);
await checkLayout(diagrams, findings);
await lintForms(forms, findings);
validateTemplates(templates, findings);
checkUses(diagrams, templates, findings);

const executable = findBrowser();

if (executable) {
  const browser = await startBrowser(executable);
  try {
    await openDiagrams(browser, { diagrams, tables }, findings);
    await openForms(browser, forms, findings);
    await applyTemplates(browser, templates, findings);
  } finally {
    await browser.close();
  }
} else {
  console.log('No Chromium on this machine: nothing was opened as the Modeler and Tasklist do. Install one, or name it in CHROMIUM.');
}

for (const sentence of findings) {
  console.error(sentence);
}

console.log(findings.count ? `${findings.count} to put right.` : 'Nothing to put right.');
process.exitCode = findings.count ? 1 : 0;
