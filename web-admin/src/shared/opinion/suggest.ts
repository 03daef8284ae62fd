import { computed, ref, watch, type Ref } from 'vue';
import type { PersonRef } from '@/shared/api/people';
import { findPeople, type FoundPerson } from '@/shared/form/sources';
import { wantedAt, type Wanted } from './mentions';

export interface Suggestion {
  key: string;
  person?: FoundPerson;
  phrase?: string;
}

const MOST = 8;
const PAUSE = 150;

export interface Suggesting {
  wanted: Ref<Wanted | null>;
  items: Ref<Suggestion[]>;
  at: Ref<number>;
  /** an answer of the server is still to come */
  waiting: Ref<boolean>;
  look: (text: string, caret: number) => void;
  move: (by: number) => void;
  close: () => void;
}

/** What to offer at the caret: people as the server finds them, phrases as they are known. */
export function useSuggestions(phrases: Ref<string[]>, offersPhrases: () => boolean): Suggesting {
  const wanted = ref<Wanted | null>(null);
  const people = ref<FoundPerson[]>([]);
  const at = ref(0);
  const waiting = ref(false);
  /** left with Esc: silent until another sign is typed */
  let left = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  const items = computed<Suggestion[]>(() => {
    const now = wanted.value;
    if (now === null) return [];
    if (now.kind === 'person') return people.value.slice(0, MOST).map((person) => ({ key: person.id, person }));
    return phrases.value.filter((phrase) => phrase.includes(now.query)).map((phrase) => ({ key: phrase, phrase }));
  });
  watch(items, () => (at.value = 0));

  async function search(query: string): Promise<void> {
    const turn = (asked += 1);
    try {
      const found = await findPeople(query);
      if (turn === asked) people.value = found;
    } catch {
      if (turn === asked) people.value = [];
    } finally {
      if (turn === asked) waiting.value = false;
    }
  }

  function look(text: string, caret: number): void {
    const now = wantedAt(text, caret);
    if (now === null || (now.kind === 'phrase' && !offersPhrases())) {
      wanted.value = null;
      left = -1;
      return;
    }
    if (now.start === left) return;
    const before = wanted.value;
    wanted.value = now;
    if (
      now.kind === 'person' &&
      (before?.kind !== 'person' || before.query !== now.query || before.start !== now.start)
    ) {
      clearTimeout(timer);
      waiting.value = true;
      if (before?.kind !== 'person') people.value = [];
      timer = setTimeout(() => void search(now.query), PAUSE);
    }
  }

  return {
    wanted,
    items,
    at,
    waiting,
    look,
    move: (by) => {
      const count = items.value.length;
      if (count > 0) at.value = (at.value + by + count) % count;
    },
    close: () => {
      left = wanted.value?.start ?? -1;
      wanted.value = null;
      clearTimeout(timer);
      asked += 1;
    },
  };
}

export const refOf = (person: FoundPerson): PersonRef => ({
  id: person.id,
  name: person.name,
  portrait: person.portrait ?? null,
});
