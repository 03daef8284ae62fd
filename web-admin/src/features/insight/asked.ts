import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { Asked } from './api';
import { lastDays } from './words';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the address asks for, so that a page of numbers can be sent to somebody; ninety days when it says nothing. */
export function useAsked() {
  const route = useRoute();
  const router = useRouter();
  const asked = computed<Asked>(() => {
    const usual = lastDays('90');
    const from = String(route.query.from ?? '');
    const to = String(route.query.to ?? '');
    const said = DAY.test(from) && DAY.test(to);
    return { ...(said ? { from, to } : usual), department: String(route.query.department ?? '') };
  });
  function change(more: Partial<Asked>): void {
    const query = { ...asked.value, ...more };
    void router.replace({ query: Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '')) });
  }
  return { asked, change };
}
