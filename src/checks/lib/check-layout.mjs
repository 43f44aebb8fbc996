import { parseDiagram } from './diagram.mjs';

const WIDEST = 2600;
const NEAR = 4; // a flow this close to a shape looks as if it touched it

/** Sees what a reader would stumble over: things on top of each other, hidden or not drawn. */
export async function checkLayout(diagrams, findings) {
  for (const file of diagrams) {
    const definitions = await parseDiagram(file, findings);

    if (!definitions) {
      continue;
    }

    const plane = definitions.diagrams?.[0]?.plane;

    if (!plane) {
      findings.add(file.name, null, 'has no drawing');
      continue;
    }

    new Drawing(definitions, plane, (element, sentence) => findings.add(file.name, element, sentence)).check();
  }
}

class Drawing {
  constructor(definitions, plane, report) {
    this.report = report;
    this.elements = definitions.rootElements.filter(({ flowElements }) => flowElements).flatMap(contentOf);

    const drawn = plane.planeElement ?? [];
    this.shapes = drawn.filter(({ $type }) => $type === 'bpmndi:BPMNShape').map(toShape);
    this.flows = drawn.filter(({ $type }) => $type === 'bpmndi:BPMNEdge').map(toFlow);
    this.segments = this.flows.flatMap(segmentsOf);
    this.nodes = this.shapes.filter(({ isContainer }) => !isContainer);
    this.containers = this.shapes.filter(({ isContainer }) => isContainer);
    this.labels = [...this.shapes, ...this.flows].filter(({ label }) => label);
  }

  check() {
    this.everythingIsDrawn();
    this.flowsAreStraight();
    this.nodesDoNotOverlap();
    this.childrenAreInsideTheirContainer();
    this.flowsKeepClearOfNodes();
    this.flowsDoNotHideEachOther();
    this.labelsAreReadable();
    this.theDrawingFitsOnAScreen();
  }

  everythingIsDrawn() {
    const drawn = new Set([...this.shapes, ...this.flows].map(({ id }) => id));

    for (const { id, $type, name } of this.elements) {
      if (!drawn.has(id)) {
        this.report(id, 'is not drawn');
      } else if (name && hasOutsideLabel($type) && !this.labels.some((label) => label.id === id)) {
        this.report(id, 'has no place for its name');
      }
    }
  }

  flowsAreStraight() {
    for (const { flow, box } of this.segments) {
      if (box.left !== box.right && box.top !== box.bottom) {
        this.report(flow.id, 'has a diagonal part');
      }
    }
  }

  nodesDoNotOverlap() {
    for (const [one, other] of pairs(this.nodes)) {
      if (!isAttached(one, other) && meet(one.box, other.box)) {
        this.report(one.id, `overlaps ${other.id}`);
      }
    }
  }

  childrenAreInsideTheirContainer() {
    for (const container of this.containers) {
      for (const child of this.shapes.filter(({ element }) => element.$parent === container.element)) {
        if (!contains(container.box, child.box)) {
          this.report(child.id, `is drawn outside ${container.id}`);
        }
      }

      for (const other of this.nodes) {
        if (!isInside(other.element, container.element) && !isAttached(other, container) && meet(other.box, container.box)) {
          this.report(other.id, `is drawn on ${container.id} without belonging to it`);
        }
      }
    }
  }

  flowsKeepClearOfNodes() {
    for (const { flow, box } of this.segments) {
      for (const node of this.nodes) {
        if (flow.ends.includes(node.element)) {
          if (meet(box, grow(node.box, -3))) {
            this.report(flow.id, `runs through ${node.id}, where it starts or ends`);
          }
        } else if (meet(box, grow(node.box, NEAR))) {
          this.report(flow.id, `runs through ${node.id}`);
        }
      }
    }
  }

  flowsDoNotHideEachOther() {
    for (const [one, other] of pairs(this.segments)) {
      const related = one.flow.ends.some((end, i) => other.flow.ends[i] === end);

      if (!related && sharedLength(one.box, other.box) > 5) {
        this.report(one.flow.id, `runs on top of ${other.flow.id}`);
      }
    }
  }

  labelsAreReadable() {
    for (const { id, label } of this.labels) {
      const text = grow(label, -1);

      for (const { flow, box } of this.segments) {
        if (meet(box, text)) {
          this.report(id, `has its name crossed by ${flow.id}`);
        }
      }

      for (const node of this.nodes) {
        if (node.id !== id && meet(node.box, text)) {
          this.report(id, `has its name on ${node.id}`);
        }
      }
    }

    for (const [one, other] of pairs(this.labels)) {
      if (meet(grow(one.label, -1), grow(other.label, -1))) {
        this.report(one.id, `has its name on the name of ${other.id}`);
      }
    }
  }

  theDrawingFitsOnAScreen() {
    const left = Math.min(...this.shapes.map(({ box }) => box.left));
    const right = Math.max(...this.shapes.map(({ box }) => box.right));

    if (right - left > WIDEST) {
      this.report(null, `is ${right - left} px wide; split it in phases, at most ${WIDEST} px`);
    }
  }
}

function contentOf({ flowElements = [], laneSets = [] }) {
  const lanes = laneSets.flatMap((set) => set.lanes ?? []);
  const isDrawn = ({ $type }) => !/^bpmn:Data(Object|Store)$/.test($type);
  return [...lanes, ...flowElements.filter(isDrawn).flatMap((element) => [element, ...contentOf(element)])];
}

function toShape(shape) {
  const element = shape.bpmnElement;
  const isContainer = shape.isExpanded === true || /(Participant|Lane)$/.test(element.$type);
  return { id: element.id, element, isContainer, box: toBox(shape.bounds), label: isContainer ? null : labelOf(shape) };
}

function toFlow(edge) {
  const element = edge.bpmnElement;
  const ends = [element.sourceRef, element.targetRef];
  return { id: element.id, element, ends, waypoints: edge.waypoint, label: labelOf(edge) };
}

function labelOf({ label, bpmnElement }) {
  return label?.bounds && bpmnElement.name ? toBox(label.bounds) : null;
}

function segmentsOf(flow) {
  return flow.waypoints.slice(1).map((to, i) => {
    const from = flow.waypoints[i];
    const box = {
      left: Math.min(from.x, to.x),
      right: Math.max(from.x, to.x),
      top: Math.min(from.y, to.y),
      bottom: Math.max(from.y, to.y),
    };
    return { flow, box };
  });
}

function toBox({ x, y, width, height }) {
  return { left: x, right: x + width, top: y, bottom: y + height };
}

function grow({ left, right, top, bottom }, by) {
  return { left: left - by, right: right + by, top: top - by, bottom: bottom + by };
}

function meet(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function contains(outer, inner) {
  return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
}

/** How long two parts of flows lie on the very same line. */
function sharedLength(one, other) {
  const flat = (box) => box.top === box.bottom;
  const upright = (box) => box.left === box.right;

  if (flat(one) && flat(other) && one.top === other.top) {
    return Math.min(one.right, other.right) - Math.max(one.left, other.left);
  }
  if (upright(one) && upright(other) && one.left === other.left) {
    return Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  }
  return 0;
}

function isAttached(one, other) {
  return one.element.attachedToRef === other.element || other.element.attachedToRef === one.element;
}

function isInside(element, container) {
  return element != null && (element.$parent === container || isInside(element.$parent, container));
}

function hasOutsideLabel(type) {
  return /(Event|Gateway)$/.test(type);
}

function pairs(list) {
  return list.flatMap((one, i) => list.slice(i + 1).map((other) => [one, other]));
}
