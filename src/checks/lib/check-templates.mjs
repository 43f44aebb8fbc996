import { validate } from '@bpmn-io/element-templates-validator';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openPage } from './browser.mjs';
import { ROOT } from './files.mjs';

const MODELER = { packageName: 'camunda-bpmn-js', script: 'camunda-platform-modeler.production.min.js' };
const APPLIED = path.join(ROOT, 'target/element-templates');

/** The templates of the files, each with the file it is in; a file that is not JSON hides every template in the Modeler. */
export function readTemplates(files, findings) {
  return files.flatMap((file) => {
    try {
      return JSON.parse(file.text).map((template) => ({ file: file.name, template }));
    } catch (error) {
      findings.add(file.name, null, `is no list of templates: ${error.message}`);
      return [];
    }
  });
}

/** Holds the templates against Camunda's own schema. */
export function validateTemplates(templates, findings) {
  const known = new Set();

  for (const { file, template } of templates) {
    for (const { instancePath, message } of validate(template).errors ?? []) {
      findings.add(file, template.id, `${instancePath || 'the template'} ${message}`);
    }
    if (known.has(template.id)) {
      findings.add(file, template.id, 'is there twice');
    }
    known.add(template.id);
  }
}

/** A step that was made from a template must name one that is here, in the version that is here. */
export function checkUses(diagrams, templates, findings) {
  const versions = new Map(templates.map(({ template }) => [template.id, String(template.version)]));

  for (const { name, text } of diagrams) {
    for (const [element] of text.matchAll(/<bpmn:[^>]*camunda:modelerTemplate="[^>]*>/g)) {
      const [, id] = element.match(/camunda:modelerTemplate="([^"]*)"/);
      const [, version] = element.match(/camunda:modelerTemplateVersion="([^"]*)"/) ?? [];
      const [, step] = element.match(/ id="([^"]*)"/);

      if (versions.get(id) !== version) {
        findings.add(name, step, `uses version ${version} of the template ${id}, which is not here`);
      }
    }
  }
}

/**
 * Puts each template on a new element as somebody in the Modeler does, takes the first choice of every drop-down, and keeps
 * the diagrams in target/element-templates for the checks of a deployment.
 */
export async function applyTemplates(browser, templates, findings) {
  mkdirSync(APPLIED, { recursive: true });
  let current;
  const tell = (problem) => findings.add(current.file, current.template.id, `in the Modeler: ${problem}`);
  const page = await openPage(browser, { ...MODELER, onError: tell });
  const all = templates.map(({ template }) => template);

  for (current of templates) {
    const { problems, xml } = await apply(page, all, current.template);
    problems.forEach(tell);
    if (xml) {
      writeFileSync(path.join(APPLIED, `${current.template.id}.bpmn`), xml);
    }
  }

  await page.close();
}

function apply(page, all, template) {
  return page.evaluate(
    async ({ all, template }) => {
      const EMPTY = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="definitions" targetNamespace="http://rodtraad.no" modeler:executionPlatform="Camunda Platform" modeler:executionPlatformVersion="7.24.0">
  <bpmn:process id="applied" isExecutable="true" camunda:historyTimeToLive="P1D">
    <bpmn:startEvent id="start" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="applied"><bpmndi:BPMNShape id="startShape" bpmnElement="start"><dc:Bounds x="100" y="100" width="36" height="36" /></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;
      const problems = [];
      const modeler = (window.modeler ??= new window.BpmnModeler({ container: document.querySelector('#canvas') }));
      const refused = ({ errors }) => problems.push(...errors.map((error) => error.message));
      modeler.on('elementTemplates.errors', refused);

      try {
        await modeler.importXML(EMPTY);
        modeler.get('elementTemplatesLoader').setTemplates(all);

        const templates = modeler.get('elementTemplates');
        const registry = modeler.get('elementRegistry');
        const waits = template.appliesTo[0] === 'bpmn:IntermediateCatchEvent';
        modeler.get('modeling').createShape(
          { type: template.appliesTo[0], ...(waits && { eventDefinitionType: 'bpmn:TimerEventDefinition' }) },
          { x: 300, y: 118 },
          modeler.get('canvas').getRootElement(),
        );
        // the shape that was asked for is not the one that stands there when the template comes by itself
        const drawn = registry.find((element) => element.parent && element.id !== 'start' && !element.labelTarget);

        if (template.isDefault !== (drawn.businessObject.modelerTemplate === template.id || undefined)) {
          problems.push(template.isDefault ? 'a new element does not get it by itself' : 'a new element gets it by itself');
        }

        const chosen = {
          ...template,
          properties: template.properties.map((property) =>
            property.choices && property.value === undefined ? { ...property, value: property.choices[0].value } : property,
          ),
        };
        const element = templates.applyTemplate(drawn, chosen);
        element.businessObject.id = 'step';

        if (element.businessObject.modelerTemplate !== template.id || templates.get(element)?.id !== template.id) {
          problems.push('the step does not know its template');
        }
        if (waits && element.businessObject.eventDefinitions?.[0]?.$type !== 'bpmn:TimerEventDefinition') {
          problems.push('takes away what the event waits for');
        }

        const { xml } = await modeler.saveXML({ format: true });
        const { warnings } = await modeler.importXML(xml);
        problems.push(...warnings.map((warning) => warning.message ?? String(warning)));
        return { problems, xml };
      } catch (error) {
        return { problems: [...problems, error.message] };
      } finally {
        modeler.off('elementTemplates.errors', refused);
      }
    },
    { all, template },
  );
}
