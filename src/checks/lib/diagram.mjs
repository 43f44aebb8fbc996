import { readFileSync } from 'node:fs';
import { BpmnModdle } from 'bpmn-moddle';
import { inPackage } from './files.mjs';

const json = (name, file) => JSON.parse(readFileSync(inPackage(name, file), 'utf8'));

const EXTENSIONS = {
  camunda: json('camunda-bpmn-moddle', 'resources/camunda.json'),
  modeler: json('modeler-moddle', 'resources/modeler.json'),
};

/** Parses a diagram with the extensions that Camunda 7 and the Modeler use. */
export async function parseDiagram(file, findings) {
  try {
    const { rootElement, warnings } = await new BpmnModdle(EXTENSIONS).fromXML(file.text);
    warnings.forEach((warning) => findings.add(file.name, null, warning.message));
    return rootElement;
  } catch (error) {
    findings.add(file.name, null, `cannot be read: ${error.message}`);
    return null;
  }
}
