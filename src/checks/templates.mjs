import { writeFileSync } from 'node:fs';
import { filesIn } from './lib/files.mjs';

// what a diagram is started with, by people or by the program
const FORM_OF_THE_CASE = 'report-need';
const CASE = 'hiring-case';

/** Brings the drop-downs of the element templates up to date with the forms and processes that are there. */
const choices = {
  'camunda:formRef': filesIn('forms', '.form')
    .map(({ text }) => JSON.parse(text))
    .filter(({ id }) => id !== FORM_OF_THE_CASE)
    .map((form) => ({ name: titleOf(form), value: form.id })),
  calledElement: filesIn('processes', '.bpmn')
    .flatMap(({ text }) => [...text.matchAll(/<bpmn:process id="([^"]*)" name="([^"]*)"/g)])
    .filter(([, id]) => id !== CASE)
    .map(([, value, name]) => ({ name, value })),
};

function titleOf({ id, components }) {
  const heading = components.map(({ text }) => text?.match(/^## (.+)/)?.[1]).find(Boolean);
  return heading ?? id;
}

for (const file of filesIn('processes/.camunda/element-templates', '.json')) {
  const templates = JSON.parse(file.text);

  for (const property of templates.flatMap((template) => template.properties)) {
    if (property.choices && choices[property.binding.name]) {
      property.choices = choices[property.binding.name].sort((one, other) => one.name.localeCompare(other.name, 'nb'));
    }
  }

  writeFileSync(file.path, `${JSON.stringify(templates, null, 2)}\n`);
}
