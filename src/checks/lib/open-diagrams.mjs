import { openPage } from './browser.mjs';

const BPMN = { packageName: 'camunda-bpmn-js', script: 'camunda-platform-modeler.production.min.js', modeler: 'BpmnModeler' };
const DMN = { packageName: 'camunda-dmn-js', script: 'camunda-platform-modeler.production.min.js', modeler: 'DmnModeler' };

/**
 * Opens the files with the libraries of Camunda Modeler. A file must be in the form the Modeler itself would save, so
 * that the first save by a person shows only what that person changed.
 */
export async function openDiagrams(browser, { diagrams, tables }, findings) {
  await openAll(browser, diagrams, BPMN, findings);
  await openAll(browser, tables, DMN, findings);
}

async function openAll(browser, files, library, findings) {
  let current;
  const page = await openPage(browser, { ...library, onError: (error) => findings.add(current, null, `in the Modeler: ${error}`) });

  for (const file of files) {
    current = file.name;
    const { warnings, saved } = await openInModeler(page, file.text, library.modeler);

    warnings.forEach((warning) => findings.add(file.name, null, `in the Modeler: ${warning}`));

    if (saved && saved !== file.text) {
      findings.add(file.name, null, `is not as the Modeler saves it, from line ${firstDifference(file.text, saved)}; open and save it there`);
    }
  }

  await page.close();
}

function openInModeler(page, xml, modelerName) {
  return page.evaluate(
    async ({ xml, modelerName }) => {
      const canvas = document.querySelector('#canvas');
      canvas.replaceChildren();
      const Modeler = window[modelerName].default ?? window[modelerName];
      const modeler = new Modeler({ container: canvas });

      try {
        const { warnings } = await modeler.importXML(xml);

        // a decision file has more than one view, and each must open
        for (const view of modeler.getViews?.() ?? []) {
          await modeler.open(view);
        }

        const { xml: saved } = await modeler.saveXML({ format: true });
        return { warnings: warnings.map((warning) => warning.message ?? String(warning)), saved };
      } catch (error) {
        return { warnings: [error.message, ...(error.warnings ?? []).map((warning) => warning.message)] };
      } finally {
        modeler.destroy();
      }
    },
    { xml, modelerName },
  );
}

function firstDifference(one, other) {
  const lines = other.split('\n');
  return one.split('\n').findIndex((line, i) => line !== lines[i]) + 1;
}

/** The picture of a diagram as the Modeler exports it. */
export async function drawDiagram(browser, file) {
  const errors = [];
  const page = await openPage(browser, { ...BPMN, onError: (error) => errors.push(error) });

  const svg = await page.evaluate(async (xml) => {
    const modeler = new window.BpmnModeler({ container: document.querySelector('#canvas') });
    await modeler.importXML(xml);
    return (await modeler.saveSVG()).svg;
  }, file.text);

  await page.close();

  if (errors.length) {
    throw new Error(`${file.name}: ${errors.join('; ')}`);
  }
  return svg;
}
