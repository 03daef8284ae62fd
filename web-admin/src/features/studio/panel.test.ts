import { describe, expect, it } from 'vitest';
import { lengthWords, parseLadder, writeLadder } from './ladder';
import { parseSchema } from './schema';
import { parseRule, writeRule } from './rules';
import { blank } from './starters';
import { onDesk } from './testing';

const MODEL = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="D" targetNamespace="t">
  <bpmn:process id="seal" name="用印" isExecutable="true">
    <bpmn:extensionElements><camunda:properties><camunda:property name="facts" value="copies,level" /></camunda:properties></bpmn:extensionElements>
    <bpmn:startEvent id="Start" />
    <bpmn:userTask id="Apply" name="提交" camunda:formRef="seal" camunda:formRefBinding="deployment" />
    <bpmn:userTask id="Leader" name="上级审批" />
    <bpmn:serviceTask id="Step" />
    <bpmn:businessRuleTask id="Decide" />
    <bpmn:receiveTask id="Wait" />
    <bpmn:intermediateCatchEvent id="Timer"><bpmn:timerEventDefinition id="T" /></bpmn:intermediateCatchEvent>
    <bpmn:exclusiveGateway id="Gate" />
    <bpmn:sequenceFlow id="Yes" sourceRef="Gate" targetRef="End" />
    <bpmn:sequenceFlow id="No" sourceRef="Gate" targetRef="Step" />
    <bpmn:endEvent id="End" />
  </bpmn:process>
</bpmn:definitions>`;

const desk = () => onDesk(MODEL);
const property = (name: string, value: string) => `<camunda:property name="${name}" value="${value}" />`;

describe('what the panel writes', () => {
  it('who holds a step: rules, one by one, with weights', async () => {
    const at = await desk();
    at.add('Leader', 'approver');
    expect(await at.xml()).toContain(property('approver', 'leader'));
    at.set('Leader', 'approver-0-kind', 'role');
    at.set('Leader', 'approver-0-argument', 'hr');
    at.set('Leader', 'deciding', 'weight');
    at.add('Leader', 'approver');
    at.set('Leader', 'approver-1-kind', 'head');
    at.set('Leader', 'approver-1-argument', 'top');
    at.set('Leader', 'approver-1-weight', '2');
    const xml = await at.xml();
    expect(xml).toContain(property('approver', 'role:hr head:top*2'));
    expect(xml).toContain(property('deciding', 'weight:60'));
  });

  it('how several decide, with number and quorum, and refuses what is no number', async () => {
    const at = await desk();
    at.set('Leader', 'deciding', 'ratio');
    at.set('Leader', 'deciding-number', '75');
    at.set('Leader', 'quorum', '50%');
    const xml = await at.xml();
    expect(xml).toContain(property('deciding', 'ratio:75'));
    expect(xml).toContain(property('quorum', '50%'));
    expect(at.refuses('Leader', 'deciding-number', '101')).toBeTruthy();
    expect(at.refuses('Leader', 'deciding-number', '100')).toBeNull();
  });

  it('what happens when nobody is found or the applicant is', async () => {
    const at = await desk();
    at.set('Leader', 'nobody', 'pass');
    at.set('Leader', 'own', 'head');
    expect(await at.xml()).toContain(property('nobody', 'pass'));
    expect(await at.xml()).toContain(property('own', 'head'));
    at.set('Leader', 'nobody', '*');
    at.set('Leader', 'nobody-kind', 'role');
    at.set('Leader', 'nobody-argument', 'hr');
    expect(await at.xml()).toContain(property('nobody', 'role:hr'));
  });

  it('actions only where they differ from the usual ones', async () => {
    const at = await desk();
    expect(at.get('Leader', 'action-approve')).toBe(true);
    expect(at.get('Leader', 'action-submit')).toBe(false);
    at.set('Leader', 'action-delegate', false);
    expect(await at.xml()).toContain(property('actions', 'approve reject return transfer consult add-signers'));
    at.set('Leader', 'action-delegate', true);
    expect(await at.xml()).not.toContain('name="actions"');
    at.set('Leader', 'signature', true);
    at.set('Leader', 'returnTo', 'Apply');
    expect(await at.xml()).toContain(property('signature', 'required'));
    expect(await at.xml()).toContain(property('returnTo', 'Apply'));
  });

  it('the form of a step and the rights to its fields', async () => {
    const at = await desk();
    at.set('Leader', 'formRef', 'seal');
    expect(await at.xml()).toContain('camunda:formRef="seal" camunda:formRefBinding="deployment"');
    at.set('Leader', 'right-copies', 'write');
    at.set('Leader', 'right-reason', 'hidden');
    expect(await at.xml()).toContain(property('write', 'copies'));
    expect(await at.xml()).toContain(property('hidden', 'reason'));
    at.set('Leader', 'right-reason', 'write-required');
    const xml = await at.xml();
    expect(xml).not.toContain('name="hidden"');
    expect(xml).toContain(property('required', 'reason'));
    expect(xml).toContain(property('write', 'copies,reason'));
    at.set('Leader', 'formRef', '');
    expect(await at.xml()).not.toContain('<bpmn:userTask id="Leader" name="上级审批" camunda:formRef');
  });

  it('when a step is due and what happens then', async () => {
    const at = await desk();
    at.set('Leader', 'dueDate', 'working:P2D');
    at.add('Leader', 'escalation');
    at.set('Leader', 'escalation-0-times', '3');
    at.add('Leader', 'escalation');
    at.set('Leader', 'escalation-1-when', 'P3D');
    at.set('Leader', 'escalation-1-what', 'transfer');
    at.set('Leader', 'escalation-1-to', 'role:hr');
    const xml = await at.xml();
    expect(xml).toContain('camunda:dueDate="working:P2D"');
    expect(xml).toContain(property('escalation', 'PT4H remind*3, P3D transfer=role:hr'));
    expect(at.refuses('Leader', 'dueDate', 'two days')).toBeTruthy();
    expect(at.refuses('Leader', 'dueDate', '${dueAt}')).toBeNull();
  });

  it('which step of the system runs and what it is given', async () => {
    const at = await desk();
    at.set('Step', 'step', 'process.remind');
    at.set('Step', 'input-step', 'Leader');
    at.set('Step', 'input-count', '2');
    const xml = await at.xml();
    expect(xml.replaceAll('&#39;', "'")).toContain(`camunda:delegateExpression="\${steps['process.remind']}"`);
    expect(xml).toContain('<camunda:inputParameter name="step">Leader</camunda:inputParameter>');
    expect(at.refuses('Step', 'input-count', 'many')).toBeTruthy();
    expect(at.refuses('Step', 'input-count', '${copies}')).toBeNull();
    at.set('Step', 'input-step', '');
    at.set('Step', 'input-count', '');
    expect(await at.xml()).not.toContain('inputOutput');
  });

  it('which table decides and where its result goes', async () => {
    const at = await desk();
    at.set('Decide', 'decisionRef', 'seal-approver');
    expect(at.options('Decide', 'resultVariable').map((one) => one.value)).toEqual(['', 'copies', 'level']);
    at.set('Decide', 'resultVariable', 'level');
    const xml = await at.xml();
    for (const attribute of [
      'decisionRef="seal-approver"',
      'decisionRefBinding="deployment"',
      'mapDecisionResult="singleEntry"',
      'resultVariable="level"',
    ])
      expect(xml).toContain(`camunda:${attribute}`);
  });

  it('what is waited for: one message in the file, however often it is named', async () => {
    const at = await desk();
    at.set('Wait', 'message', 'grant.returned');
    at.set('Wait', 'message', '');
    at.set('Wait', 'message', 'grant.returned');
    const xml = await at.xml();
    expect(xml.match(/<bpmn:message /g)).toHaveLength(1);
    expect(xml).toContain('<bpmn:receiveTask id="Wait" messageRef="Message_1" />');
  });

  it('one time for a timer, of one kind', async () => {
    const at = await desk();
    at.set('Timer', 'timer-value', 'working:PT8H');
    expect(await at.xml()).toMatch(/<bpmn:timeDuration[^>]*>working:PT8H<\/bpmn:timeDuration>/);
    at.set('Timer', 'timer-kind', 'timeCycle');
    at.set('Timer', 'timer-value', 'R3/P1D');
    const xml = await at.xml();
    expect(xml).toMatch(/<bpmn:timeCycle[^>]*>R3\/P1D<\/bpmn:timeCycle>/);
    expect(xml).not.toContain('timeDuration');
  });

  it('conditions, and the way that is taken otherwise', async () => {
    const at = await desk();
    at.set('Yes', 'condition', '${copies > 3}');
    at.set('No', 'default', true);
    const xml = await at.xml();
    expect(xml).toContain('${copies &gt; 3}');
    expect(xml).toContain('<bpmn:exclusiveGateway id="Gate" default="No" />');
    expect(at.refuses('Yes', 'condition', 'copies > 3')).toBeTruthy();
  });

  it('outcome, names, documentation and what is said of the process', async () => {
    const at = await desk();
    at.set('End', 'outcome', 'approved');
    at.set('Leader', 'name', '部门审批');
    at.set('Leader', 'nameEn', 'Head approves');
    at.set('seal', 'documentation', '盖章前先审批');
    at.set('seal', 'title', '{reason} {copies} 份');
    at.set('seal', 'historyTimeToLive', 'P365D');
    at.set('seal', 'starters', 'role:hr');
    at.add('seal', 'copies');
    const xml = await at.xml();
    expect(xml).toContain(property('outcome', 'approved'));
    expect(xml).toContain('id="Leader" name="部门审批"');
    expect(xml).toContain(property('nameEn', 'Head approves'));
    expect(xml).toContain('<bpmn:documentation>盖章前先审批</bpmn:documentation>');
    expect(xml).toContain(property('title', '{reason} {copies} 份'));
    expect(xml).toContain('camunda:historyTimeToLive="P365D"');
    expect(xml).toContain(property('copies', 'leader'));
    expect(at.refuses('seal', 'id', 'Seal Request')).toBeTruthy();
  });

  it('nothing at all for what was set and emptied again', async () => {
    const at = await desk();
    const before = await at.xml();
    at.set('Leader', 'nameEn', 'x');
    at.set('Leader', 'nameEn', '');
    at.set('Leader', 'dueDate', 'P2D');
    at.set('Leader', 'dueDate', '');
    expect(await at.xml()).toBe(before);
  });
});

describe('the little languages', () => {
  it.each(['leader', 'leader:2', 'random:role:hr', 'head:top*2', 'position:总经理_助理', 'leaders:role=hr'])(
    'rule %s is read and written as it is',
    (text) => expect(writeRule(parseRule(text))).toBe(text),
  );

  it('ladders are read and written as they are, and read in words', () => {
    const text = '-PT2H remind, PT0H remind, PT4H remind*3, P1D remind-leader, P3D transfer=role:hr, P5D reject';
    expect(writeLadder(parseLadder(text))).toBe(text);
    expect(lengthWords('-PT2H')).toBe('到期前 2 小时');
    expect(lengthWords('PT0H')).toBe('到期时');
    expect(lengthWords('P1DT4H')).toBe('逾期 1 天 4 小时');
  });
});

describe('a new process', () => {
  it('has an applicant, an approval and an end, each with its English name', async () => {
    const at = await onDesk(blank('bpmn', '用印 <申请>', 'seal-request'));
    expect(at.get('seal-request', 'name')).toBe('用印 <申请>');
    expect(at.get('Task_Approve', 'approver-0-kind')).toBe('leader');
    expect(at.get('Task_Approve', 'nameEn')).toBe('Leader approves');
    expect(at.get('End_1', 'outcome')).toBe('approved');
    expect(at.get('Task_Apply', 'formRef')).toBe('seal-request');
    expect(parseSchema(blank('form', '用印', 'seal-request'))?.id).toBe('seal-request');
  });
});
