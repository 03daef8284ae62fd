import { describe, expect, it } from 'vitest';
import { inEnglish, stepsOf } from './model';

const XML = `<?xml version="1.0"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
  <bpmn:process id="p">
    <bpmn:userTask id="B" name="上级审批"><bpmn:extensionElements><camunda:properties>
      <camunda:property name="nameEn" value="Leader approves" /></camunda:properties></bpmn:extensionElements></bpmn:userTask>
    <bpmn:userTask id="A" name="提交 &lt;b&gt;" />
    <bpmn:startEvent id="S" />
    <bpmn:sequenceFlow id="f1" sourceRef="S" targetRef="A" /><bpmn:sequenceFlow id="f2" sourceRef="A" targetRef="B" />
  </bpmn:process>
</bpmn:definitions>`;

describe('A model', () => {
  it('reads as a list of steps in their order, each with its state', () => {
    expect(stepsOf(XML, { active: ['B'], done: ['S', 'A'], failed: [] })).toEqual([
      { id: 'A', name: '提交 <b>', state: 'done' },
      { id: 'B', name: '上级审批', state: 'active' },
    ]);
  });
  it('speaks English where it has English names, and leaves the rest', () => {
    const steps = stepsOf(inEnglish(XML), { active: [], done: [], failed: ['B'] });
    expect(steps.map((step) => `${step.name}: ${step.state}`)).toEqual(['提交 <b>: open', 'Leader approves: failed']);
  });
});
