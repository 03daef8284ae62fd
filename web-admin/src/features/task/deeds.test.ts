import { describe, expect, it } from 'vitest';
import { barOf, detailsOf, emptyDraft, missingOf, stays, together, type ReturnTarget } from './deeds';

const APPLY: ReturnTarget = {
  id: 'Task_Apply',
  name: '填写',
  applicant: true,
  resumes: ['again', 'straight'],
  registers: false,
};
const LEADER: ReturnTarget = {
  id: 'Task_Leader',
  name: '上级',
  applicant: false,
  resumes: ['again'],
  registers: false,
};
const VOTE = ['approve', 'reject', 'abstain', 'return', 'transfer', 'delegate', 'consult', 'add-signers'];

describe('The bar', () => {
  it('keeps the usual deeds as buttons and the others behind one word', () => {
    expect(barOf(VOTE, [APPLY], false)).toEqual({
      main: 'approve',
      beside: ['abstain', 'reject'],
      more: ['return', 'transfer', 'delegate', 'consult', 'add-signers'],
    });
  });

  it('has room for two on the phone', () => {
    const bar = barOf(VOTE, [APPLY], true);
    expect(bar.beside).toEqual(['reject']);
    expect(bar.more).toContain('abstain');
  });

  it('offers no return where nothing lies behind', () => {
    expect(barOf(['approve', 'return'], [], false).more).toEqual([]);
  });

  it('leaves removing a signer to the panel that names them', () => {
    expect(barOf(['take-back', 'remove-signer'], [], false)).toEqual({
      main: undefined,
      beside: [],
      more: ['take-back'],
    });
    expect(barOf(['give-back'], [], true).main).toBe('give-back');
  });
});

describe('A deed', () => {
  it('returns to the applicant unless somebody chooses otherwise', () => {
    expect(emptyDraft([LEADER, APPLY]).target).toBe('Task_Apply');
    expect(emptyDraft([LEADER]).target).toBe('Task_Leader');
    expect(detailsOf('return', { ...emptyDraft([APPLY]), resume: 'straight' })).toEqual({
      to: 'Task_Apply',
      resume: 'straight',
    });
  });

  it('says what is missing before anything is sent', () => {
    const draft = emptyDraft([APPLY]);
    expect(missingOf('delegate', draft, '')?.field).toBe('to');
    expect(missingOf('return', draft, ' ')?.text).toBe('explain');
    expect(missingOf('reply', draft, '')?.field).toBe('comment');
    expect(missingOf('approve', draft, '')).toBeUndefined();
    expect(missingOf('add-signers', draft, '')?.field).toBe('people');
    const two = { ...draft, people: ['a', 'b'], way: 'count', number: 3 };
    expect(missingOf('add-signers', two, '')?.field).toBe('mode');
    expect(missingOf('add-signers', { ...two, where: 'beside' }, '')).toBeUndefined();
    expect(missingOf('add-signers', { ...two, way: 'ratio', number: 101 }, '')?.text).toBe('howMuch');
  });

  it('tells how signers decide only when there are several', () => {
    const draft = { ...emptyDraft([]), people: ['a'], way: 'count', number: 2 };
    expect(together(draft)).toBe(1);
    expect(detailsOf('add-signers', draft)).toMatchObject({ mode: 'all' });
    expect(detailsOf('add-signers', { ...draft, where: 'beside' })).toMatchObject({ where: 'beside', mode: 'count:2' });
    expect(detailsOf('add-signers', { ...draft, people: ['a', 'b'], way: 'in-order' })).toMatchObject({
      mode: 'in-order',
    });
  });

  it('leads on to the next task when this one is no longer mine', () => {
    const decision = { comment: null, revision: 1 };
    expect(stays('approve', decision)).toBe(false);
    expect(stays('delegate', decision)).toBe(false);
    expect(stays('consult', decision)).toBe(true);
    expect(stays('add-signers', { ...decision, where: 'before' })).toBe(false);
    expect(stays('add-signers', { ...decision, where: 'after' })).toBe(true);
  });
});
