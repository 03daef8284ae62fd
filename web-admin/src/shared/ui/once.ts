import { ref, watch, type Ref } from 'vue';

/** True from the first time on: what is seldom asked for is loaded then, and stays. */
export function useOnce(now: () => boolean): Ref<boolean> {
  const once = ref(now());
  watch(now, (is) => (once.value ||= is));
  return once;
}
