import type { Kind } from './api';
import { both, type Word } from './words';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A key for a new model: letters of its name where it has any, and something that makes it its own. */
export function keyFor(name: string, chance = Math.random()): string {
  const letters = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '');
  const own = Math.floor(chance * 36 ** 5)
    .toString(36)
    .padStart(5, '0');
  return `${letters || 'process'}-x${own}`.slice(0, 60);
}

const shape = (id: string, x: number, y: number, width: number, height: number): string =>
  `      <bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`;
const edge = (id: string, from: number, to: number): string =>
  `      <bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}"><di:waypoint x="${from}" y="120" /><di:waypoint x="${to}" y="120" /></bpmndi:BPMNEdge>`;
const own = (properties: Record<string, string>): string =>
  `<bpmn:extensionElements><camunda:properties>${Object.entries(properties)
    .map(([name, value]) => `<camunda:property name="${name}" value="${escape(value)}" />`)
    .join('')}</camunda:properties></bpmn:extensionElements>`;

/** A node's Chinese name; the English one stands among its properties. */
const named = (key: Word): string => `name="${both(key).zh}"`;
const english = (key: Word): { nameEn: string } => ({ nameEn: both(key).en });

/** Start, the applicant with a form of the same key, one approval, end: what every procedure begins with. */
function process(name: string, key: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="Definitions_1" targetNamespace="http://tongban.io/bpmn" modeler:executionPlatform="Camunda Platform" modeler:executionPlatformVersion="7.24.0">
  <bpmn:process id="${key}" name="${escape(name)}" isExecutable="true" camunda:historyTimeToLive="P365D">
    ${own({ category: 'general', categoryName: both('blank.category').zh, categoryNameEn: both('blank.category').en, icon: 'paper' })}
    <bpmn:startEvent id="Start_1" ${named('blank.start')}>
      ${own(english('blank.start'))}
      <bpmn:outgoing>Flow_1</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:userTask id="Task_Apply" ${named('blank.apply')} camunda:formRef="${key}" camunda:formRefBinding="deployment">
      ${own({ ...english('blank.apply'), approver: 'applicant', actions: 'submit' })}
      <bpmn:incoming>Flow_1</bpmn:incoming>
      <bpmn:outgoing>Flow_2</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:userTask id="Task_Approve" ${named('blank.approve')} camunda:dueDate="working:P2D">
      ${own({ ...english('blank.approve'), approver: 'leader', escalation: 'PT0H remind, P1D remind-leader' })}
      <bpmn:incoming>Flow_2</bpmn:incoming>
      <bpmn:outgoing>Flow_3</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:endEvent id="End_1" ${named('blank.end')}>
      ${own({ ...english('blank.end'), outcome: 'approved' })}
      <bpmn:incoming>Flow_3</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:sequenceFlow id="Flow_1" sourceRef="Start_1" targetRef="Task_Apply" />
    <bpmn:sequenceFlow id="Flow_2" sourceRef="Task_Apply" targetRef="Task_Approve" />
    <bpmn:sequenceFlow id="Flow_3" sourceRef="Task_Approve" targetRef="End_1" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="Diagram_1">
    <bpmndi:BPMNPlane id="Plane_1" bpmnElement="${key}">
${shape('Start_1', 160, 102, 36, 36)}
${shape('Task_Apply', 250, 80, 100, 80)}
${shape('Task_Approve', 410, 80, 100, 80)}
${shape('End_1', 572, 102, 36, 36)}
${edge('Flow_1', 196, 250)}
${edge('Flow_2', 350, 410)}
${edge('Flow_3', 510, 572)}
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
}

/** A table with one input and one output, to be filled. */
function decision(name: string, key: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="Definitions_1" name="${escape(name)}" namespace="http://tongban.io/dmn">
  <decision id="${key}" name="${escape(name)}" camunda:historyTimeToLive="P365D">
    <decisionTable id="Table_1" hitPolicy="FIRST">
      <input id="Input_1" label="${both('blank.input').zh}">
        <inputExpression id="Expression_1" typeRef="double">
          <text>days</text>
        </inputExpression>
      </input>
      <output id="Output_1" label="${both('blank.output').zh}" name="level" typeRef="string" />
      <rule id="Rule_1">
        <inputEntry id="Rule_1_In">
          <text></text>
        </inputEntry>
        <outputEntry id="Rule_1_Out">
          <text>"leader"</text>
        </outputEntry>
      </rule>
    </decisionTable>
  </decision>
  <dmndi:DMNDI>
    <dmndi:DMNDiagram id="Diagram_1">
      <dmndi:DMNShape id="Shape_1" dmnElementRef="${key}">
        <dc:Bounds height="80" width="180" x="160" y="100" />
      </dmndi:DMNShape>
    </dmndi:DMNDiagram>
  </dmndi:DMNDI>
</definitions>
`;
}

/** A form with the one question that is nearly always asked. */
const form = (key: string): string =>
  `${JSON.stringify(
    {
      type: 'default',
      id: key,
      schemaVersion: 18,
      executionPlatform: 'Camunda Platform',
      executionPlatformVersion: '7.24.0',
      components: [
        {
          id: 'Field_Reason',
          type: 'textarea',
          key: 'reason',
          label: both('blank.reason').zh,
          validate: { required: true, maxLength: 500 },
          properties: { labelEn: both('blank.reason').en },
        },
      ],
    },
    null,
    2,
  )}\n`;

/** What a new model of a kind begins with. */
export function blank(kind: Kind, name: string, key = keyFor(name)): string {
  return kind === 'bpmn' ? process(name, key) : kind === 'dmn' ? decision(name, key) : form(key);
}
