import { describe, expect, it } from 'vitest';
import { lacking, needsFor, takesProof, takesSignature } from './proof';

const has = { words: '', signed: false, files: 0, to: undefined };

describe('What a decision lacks', () => {
  it('is a reason where somebody is sent back to work, and a person where it is passed on', () => {
    expect(lacking('reject', [], has)).toBe('task.explain');
    expect(lacking('return', [], { ...has, words: '  ' })).toBe('task.explain');
    expect(lacking('transfer', [], has)).toBe('task.whom');
    expect(lacking('approve', [], has)).toBe('');
  });

  it('is what the step asks for, one after the other', () => {
    const all = ['evidence', 'opinion', 'signature'];
    expect(lacking('approve', all, has)).toBe('task.opinionNeeded');
    expect(lacking('approve', all, { ...has, words: '好' })).toBe('signature.needed');
    expect(lacking('approve', all, { ...has, words: '好', signed: true })).toBe('task.evidenceNeeded');
    expect(lacking('approve', all, { ...has, words: '好', signed: true, files: 1 })).toBe('');
    expect(lacking('reject', all, { ...has, words: '不' })).toBe('signature.needed');
  });

  it('is nothing of that when it goes back or to somebody else', () => {
    expect(needsFor('return', ['signature', 'evidence', 'opinion'])).toEqual([]);
    expect(lacking('return', ['signature'], { ...has, words: '改' })).toBe('');
    expect(takesProof('return')).toBe(true);
    expect(takesSignature('return')).toBe(false);
    expect(takesProof('transfer')).toBe(false);
  });
});
