import { useQuery } from '@tanstack/vue-query';
import { computed, type ComputedRef, type Ref } from 'vue';
import { optionLabel, type FormNode } from '../schema';
import { fetchOptions } from '../sources';

export interface Choice {
  value: string;
  label: string;
}

export interface Choices {
  choices: ComputedRef<Choice[]>;
  loading: Ref<boolean>;
  failed: Ref<boolean>;
  retry: () => void;
  named: (value: unknown) => string;
}

/** The options of a field: those in the schema, or those a source of the server knows for this person. */
export function useChoices(node: () => FormNode, lang: () => string): Choices {
  const source = computed(() => node().properties?.source ?? '');
  const query = useQuery({
    queryKey: ['options', source, lang],
    queryFn: () => fetchOptions(source.value),
    enabled: computed(() => source.value !== ''),
    staleTime: 30_000,
  });
  const choices = computed<Choice[]>(() =>
    source.value === ''
      ? (node().values ?? []).map((option) => ({ value: String(option.value), label: optionLabel(option, lang()) }))
      : (query.data.value ?? []),
  );
  return {
    choices,
    loading: computed(() => source.value !== '' && query.isPending.value),
    failed: computed(() => source.value !== '' && query.isError.value),
    retry: () => void query.refetch(),
    named: (value) => choices.value.find((choice) => choice.value === String(value))?.label ?? String(value),
  };
}
