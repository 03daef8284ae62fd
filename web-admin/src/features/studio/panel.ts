import type { Vocabulary } from './api';
import { selected, type Section } from './entries';
import { isA, type Factory, type Modeling, type Pen, type Shape } from './moddle';
import { processSections } from './processes';
import { flowSection, loopSection, messageSection, outcomeSection, timerSection } from './events';
import { decisionSection, generalSection, stepSections } from './steps';
import { formChoice, taskSections } from './tasks';
import { section } from './entries';

/** Groups of the library that fit our models; the others offer what is refused here (scripts, listeners, data, links). */
const KEPT = ['signal', 'error', 'escalation'];

interface PropertiesPanel {
  registerProvider(priority: number, provider: PanelProvider): void;
}

/** Everything that the panel says of one element of a model. */
export function sectionsOf(element: Shape, pen: Pen, vocabulary: Vocabulary): Section[] {
  const at = selected(element.labelTarget ?? element, pen, vocabulary);
  const { object } = at;
  const sections: (Section | undefined)[] = [generalSection(at)];
  if (isA(object, 'bpmn:Process')) sections.push(...processSections(at));
  if (isA(object, 'bpmn:UserTask')) sections.push(...taskSections(at));
  if (isA(object, 'bpmn:ServiceTask', 'bpmn:SendTask')) sections.push(...stepSections(at));
  if (isA(object, 'bpmn:BusinessRuleTask')) sections.push(decisionSection(at));
  if (isA(object, 'bpmn:StartEvent')) sections.push(section('form', [formChoice(at, 'formRef.none')]));
  const plain = ((object.get('eventDefinitions') as unknown[] | undefined) ?? []).length === 0;
  if (isA(object, 'bpmn:EndEvent') || (isA(object, 'bpmn:IntermediateThrowEvent') && plain))
    sections.push(outcomeSection(at));
  if (isA(object, 'bpmn:SequenceFlow')) sections.push(flowSection(at));
  if (/Event$|ReceiveTask$/.test(object.$type)) sections.push(messageSection(at), timerSection(at));
  if (/Task$|SubProcess$/.test(object.$type)) sections.push(loopSection(at));
  return sections.filter((one) => one !== undefined);
}

export class PanelProvider {
  static $inject = ['propertiesPanel', 'modeling', 'bpmnFactory', 'config.vocabulary'];
  private readonly pen: Pen;

  constructor(
    panel: PropertiesPanel,
    modeling: Modeling,
    factory: Factory,
    private readonly vocabulary: () => Vocabulary,
  ) {
    this.pen = { modeling, factory };
    // After the library's own, so that what does not fit can be taken out.
    panel.registerProvider(500, this);
  }

  getGroups(element: Shape): (groups: Section[]) => Section[] {
    return (groups) => [
      ...sectionsOf(element, this.pen, this.vocabulary()),
      ...groups.filter((group) => KEPT.includes(group.id)),
    ];
  }
}
