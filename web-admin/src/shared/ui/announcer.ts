import { ref } from 'vue';
import { ElMessage } from 'element-plus';

/** What screen readers are told; App.vue renders it into a live region. */
export const polite = ref('');
export const urgent = ref('');

export function announce(text: string, now = false): void {
  const target = now ? urgent : polite;
  target.value = '';
  // An equal text is spoken again only when the region was empty in between.
  window.setTimeout(() => (target.value = text), 30);
}

/** A short word that something happened, seen and heard. */
export const toast = {
  done(text: string): void {
    announce(text);
    ElMessage({ message: text, type: 'success', duration: 3000, grouping: true, offset: 20 });
  },
  failed(text: string): void {
    announce(text, true);
    ElMessage({ message: text, type: 'error', duration: 6000, grouping: true, showClose: true, offset: 20 });
  },
};
