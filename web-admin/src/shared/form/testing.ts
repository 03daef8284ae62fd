import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query';
import { mount, type VueWrapper } from '@vue/test-utils';
import { defineComponent, h, ref, type Ref } from 'vue';
import { i18n } from '@/shared/i18n';
import FormDocument from './FormDocument.vue';
import FormView from './FormView.vue';
import type { Answers, FormNode, Right, Rights } from './schema';

export interface Filled {
  page: VueWrapper;
  answers: Ref<Answers>;
  form: () => {
    submit: () => Promise<Answers | null>;
    refuse: (title: string, errors: { field: string; message: string }[]) => Promise<void>;
  };
  field: (path: string) => VueWrapper['element'] & HTMLElement;
}

export interface Paper {
  answers?: Answers;
  rights?: Rights;
  fallback?: Right;
  readOnly?: boolean;
  before?: Answers;
}

/** Puts a form on the page, as a process would. */
export function fillIn(components: FormNode[], paper: Paper = {}): Filled {
  const answers = ref<Answers>(paper.answers ?? {});
  const { readOnly = false, ...props } = { ...paper, answers: undefined };
  const Host = defineComponent({
    setup: () => () =>
      readOnly
        ? h(FormDocument, { schema: { components }, rights: paper.rights, answers: answers.value })
        : h(FormView, {
            ref: 'form',
            schema: { components },
            ...props,
            modelValue: answers.value,
            'onUpdate:modelValue': (value: Answers) => (answers.value = value),
          }),
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const page = mount(Host, {
    attachTo: document.body,
    global: { plugins: [i18n, [VueQueryPlugin, { queryClient: client }]] },
  });
  return {
    page,
    answers,
    form: () => page.vm.$refs['form'] as ReturnType<Filled['form']>,
    field: (path) => page.find(`[data-path="${path}"]`).element as HTMLElement,
  };
}
