import { describe, expect, it } from 'vitest';
import { ref } from 'vue';
import { useSelection } from './selection';

describe('What is ticked in the list', () => {
  it('is ticked one by one, or from one through another', () => {
    const chosen = useSelection(ref(['a', 'b', 'c', 'd', 'e']));
    chosen.toggle('b');
    chosen.toggle('d', true);
    expect(chosen.ids.value).toEqual(['b', 'c', 'd']);
    chosen.toggle('c');
    chosen.toggle('a', true);
    expect(chosen.ids.value).toEqual(['a', 'b', 'c', 'd']);
    chosen.clear();
    chosen.toggle('e', true);
    expect(chosen.ids.value).toEqual(['e']);
  });

  it('is everything on the page, and nothing after that', () => {
    const chosen = useSelection(ref(['a', 'b']));
    chosen.all(true);
    expect(chosen.ids.value).toEqual(['a', 'b']);
    chosen.all(false);
    expect(chosen.ids.value).toEqual([]);
  });

  it('is no longer what has left the list or cannot be ticked', () => {
    const list = ref(['a', 'b', 'c']);
    const chosen = useSelection(list);
    chosen.toggle('nobody');
    chosen.only(['a', 'c']);
    list.value = ['b', 'c'];
    expect(chosen.ids.value).toEqual(['c']);
  });
});
