import { toValue, watch, type MaybeRefOrGetter } from 'vue';
import { t } from '@/shared/i18n';

export function showTitle(title: string): void {
  document.title = title ? `${title} · ${t('app.name')}` : t('app.name');
}

/** A page that knows better than its route what it is about: the subject of a task, the name of a person. */
export function usePageTitle(title: MaybeRefOrGetter<string | undefined>): void {
  watch(
    () => toValue(title),
    (known) => {
      if (known) showTitle(known);
    },
    { immediate: true },
  );
}
