import { describe, expect, it } from 'vitest';
import { corrected } from './corrected';

describe('a correction', () => {
  it('sends what differs only', () => {
    expect(
      corrected({ topic: 'a', amount: 5, lines: [{ n: 1 }] }, { topic: 'a', amount: 7, lines: [{ n: 1 }] }),
    ).toEqual({ amount: 7 });
  });

  it('takes out what was left empty', () => {
    expect(corrected({ topic: 'a', remark: 'x' }, { topic: 'a' })).toEqual({ remark: null });
  });

  it('adds what was not there', () => {
    expect(corrected({}, { remark: 'x' })).toEqual({ remark: 'x' });
  });
});
