import { describe, expect, it } from 'vitest';
import { pieces, stillMentioned, wantedAt, withMention, withPhrase } from './mentions';

const zhao = { id: 'z', name: '赵敏' };
const zhaoMinde = { id: 'zm', name: '赵敏德' };
const ann = { id: 'a', name: 'Ann Lee' };

describe('While an opinion is typed', () => {
  it('a sign asks for a person, at the beginning, after a space and right behind Chinese words', () => {
    expect(wantedAt('@', 1)).toEqual({ kind: 'person', start: 0, query: '' });
    expect(wantedAt('好 @zhao', 7)).toEqual({ kind: 'person', start: 2, query: 'zhao' });
    expect(wantedAt('请@赵', 3)).toEqual({ kind: 'person', start: 1, query: '赵' });
    expect(wantedAt('请＠赵', 3)?.query).toBe('赵');
  });

  it('an address, a finished name and a long text ask for nobody', () => {
    expect(wantedAt('a.b@example', 11)).toBeNull();
    expect(wantedAt('@赵敏 好', 5)).toBeNull();
    expect(wantedAt(`@${'长'.repeat(21)}`, 22)).toBeNull();
    expect(wantedAt('没有', 2)).toBeNull();
  });

  it('only what stands before the caret counts', () => {
    expect(wantedAt('@zh 后面', 3)).toEqual({ kind: 'person', start: 0, query: 'zh' });
    expect(wantedAt('@zh 后面', 0)).toBeNull();
  });

  it('a slash in an empty box asks for a phrase, elsewhere it is a slash', () => {
    expect(wantedAt('/同', 2)).toEqual({ kind: 'phrase', start: 0, query: '同' });
    expect(wantedAt('、', 1)?.kind).toBe('phrase');
    expect(wantedAt('和/或', 2)).toBeNull();
    expect(wantedAt('/ab 好', 3)).toBeNull();
  });
});

describe('What is picked', () => {
  it('takes the place of what was typed to find it', () => {
    const text = '请 @zhao看看';
    const edited = withMention(text, { kind: 'person', start: 2, query: 'zhao' }, 7, '赵敏');
    expect(edited).toEqual({ text: '请 @赵敏 看看', caret: 6 });
    expect(withMention('@z 好', { kind: 'person', start: 0, query: 'z' }, 2, '赵敏').text).toBe('@赵敏 好');
  });

  it('a phrase goes to the caret, or replaces the slash', () => {
    expect(withPhrase('前后', 1, '同意。')).toEqual({ text: '前同意。后', caret: 4 });
    expect(withPhrase('/同', 2, '同意。', { kind: 'phrase', start: 0, query: '同' })).toEqual({
      text: '同意。',
      caret: 3,
    });
  });

  it('counts only as long as the name stands there', () => {
    expect(stillMentioned('@赵敏 请看', [zhao, zhao, ann])).toEqual([zhao]);
    expect(stillMentioned('', [zhao])).toEqual([]);
  });
});

describe('A text in the trail', () => {
  it('shows names apart, also with spaces in them and where one begins like another', () => {
    expect(pieces('请 @赵敏德 和@赵敏看', [zhao, zhaoMinde]).map((one) => one.person?.id ?? one.text)).toEqual([
      '请 ',
      'zm',
      ' 和',
      'z',
      '看',
    ]);
    expect(pieces('@Ann Lee: ok', [ann])).toEqual([
      { text: '@Ann Lee', person: ann },
      { text: ': ok', person: null },
    ]);
    expect(pieces('@某人 <b>', [])).toEqual([{ text: '@某人 <b>', person: null }]);
  });
});
