// Hands a diagram, as bpmnlint knows it, to the rules and their findings back to it. `rules`, `words` and `names` stand before.
rules.words(words);
for (const [kind, known] of Object.entries(names)) {
  if (kind === 'processes') {
    Object.entries(known).forEach(([id, of]) => rules.process(id, of));
  } else {
    known.forEach((name) => rules.name(kind, name));
  }
}

function uri(element, prefix) {
  const known = element.$model.registry.packageMap[prefix];
  return known ? known.uri : '';
}

function tagOf(element, property) {
  const { ns } = element.$descriptor;
  if (property && property.xml && property.xml.serialize) {
    return [uri(element, property.ns.prefix), property.ns.localName];
  }
  if (element.$descriptor.isGeneric) {
    return [ns.uri || uri(element, ns.prefix), ns.localName];
  }
  const known = element.$model.registry.packageMap[ns.prefix];
  const lower = known.xml && known.xml.tagAlias === 'lowerCase';
  return [known.uri, lower ? ns.localName[0].toLowerCase() + ns.localName.slice(1) : ns.localName];
}

function attribute(element, name, value) {
  const parts = name.split(':');
  const own = element.$descriptor.ns.prefix;
  const foreign = parts.length > 1 && parts[0] !== own;
  rules.attribute(foreign ? uri(element, parts[0]) : '', parts[parts.length - 1], String(value));
}

function hand(element, property) {
  rules.open(...tagOf(element, property));
  if (element.$descriptor.isGeneric) {
    Object.keys(element)
      .filter((key) => !key.startsWith('$'))
      .forEach((key) => (key === '$body' ? rules.text(element[key]) : attribute(element, key, element[key])));
    rules.text(element.$body || '');
    (element.$children || []).forEach((child) => hand(child));
  } else {
    element.$descriptor.properties.forEach((one) => handProperty(element, one));
    Object.entries(element.$attrs || {})
      .filter(([name]) => !name.startsWith('xmlns'))
      .forEach(([name, value]) => attribute(element, name, value));
  }
  rules.close();
}

function handProperty(element, property) {
  const value = element.get(property.name);
  if (value === undefined || value === null || property.ns.localName === 'diagrams') {
    return;
  }
  if (property.isReference) {
    if (!property.isMany && value.id) {
      attribute(element, property.ns.name, value.id);
    }
  } else if (property.isBody) {
    rules.text(String(value));
  } else if (property.isMany) {
    value.filter((child) => child && child.$type).forEach((child) => hand(child, property));
  } else if (value.$type) {
    hand(value, property);
  } else {
    attribute(element, property.ns.name, value);
  }
}

function rule(refused) {
  return () => ({
    check(node, reporter) {
      if (node.$type !== 'bpmn:Definitions') {
        return;
      }
      rules.restart();
      hand(node);
      rules.check()
        .split('\u001e')
        .filter(Boolean)
        .map((answer) => answer.split('\u001f'))
        .filter((fields) => (fields[1] === '1') === refused)
        .forEach(([code, , element, what, why, mend]) => reporter.report(element || node.id, `${what} ${why} ${mend} (${code})`));
    },
  });
}

// a resolver that does not know a name must say so, or the Modeler never asks the next one
function ours(pkg) {
  if (pkg !== 'bpmnlint-plugin-rodtraad') {
    throw new Error(`not of Rød tråd: ${pkg}`);
  }
}

const resolver = {
  resolveRule(pkg, name) {
    ours(pkg);
    return rule(name === 'løfter');
  },
  resolveConfig(pkg) {
    ours(pkg);
    return { rules: { 'rodtraad/løfter': 'error', 'rodtraad/råd': 'warn' } };
  },
};

window.plugins = window.plugins || [];
window.plugins.push({ type: 'lintRules.bpmn', plugin: { resolver, config: { extends: ['plugin:rodtraad/recommended'] } } });
