import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { openPage } from './browser.mjs';
import { inPackage } from './files.mjs';

// form-js 1.8.7 is what Tasklist 7.24 shows; the linter knows that version as 7.22
const TASKLIST = { packageName: 'form-js-tasklist', script: 'form-viewer.umd.js', styles: (file) => file === 'form-js.css' };
const VERSION_THE_LINTER_KNOWS = '7.22.0';

/** Reads the forms; one that is not JSON, or carries another id than its file name, is reported and left out. */
export function readForms(files, findings) {
  return files.flatMap((file) => {
    try {
      const schema = JSON.parse(file.text);

      if (schema.id !== path.basename(file.name, '.form')) {
        findings.add(file.name, null, `has the id ${schema.id}, not that of its file name`);
      }
      return [{ ...file, schema }];
    } catch (error) {
      findings.add(file.name, null, `cannot be read: ${error.message}`);
      return [];
    }
  });
}

export async function lintForms(forms, findings) {
  const { FormLinter } = await loadFormLinting();
  const linter = new FormLinter();

  for (const { name, schema } of forms) {
    for (const { id, message } of linter.lint({ ...schema, executionPlatformVersion: VERSION_THE_LINTER_KNOWS })) {
      findings.add(name, id, message);
    }
  }
}

/** The linter is published in a form only a bundler can load. */
async function loadFormLinting() {
  const outfile = inPackage('.cache', 'form-linting.mjs');
  mkdirSync(path.dirname(outfile), { recursive: true });
  await build({
    stdin: { contents: "export { FormLinter } from '@camunda/form-linting';", resolveDir: inPackage('.', '.') },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile));
}

export async function openForms(browser, forms, findings) {
  let current;
  const page = await openPage(browser, { ...TASKLIST, onError: (error) => findings.add(current, null, `in Tasklist: ${error}`) });

  for (const { name, schema } of forms) {
    current = name;

    const warnings = await page.evaluate(async (schema) => {
      const container = document.querySelector('#canvas');
      container.replaceChildren();
      const form = new window.FormViewer.Form({ container });

      try {
        const { warnings } = await form.importSchema(schema, {});
        return warnings.map((warning) => warning.message ?? String(warning));
      } catch (error) {
        return [error.message, ...(error.warnings ?? []).map((warning) => warning.message ?? String(warning))];
      } finally {
        form.destroy();
      }
    }, schema);

    warnings.forEach((warning) => findings.add(name, null, `in Tasklist: ${warning}`));
  }

  await page.close();
}
