import type { Router } from 'vue-router';
import { sentence } from '@/shared/api/client';
import { signOut } from '@/shared/api/session';
import { toast } from '@/shared/ui/announcer';

/** Signs out and shows the sign-in page. */
export async function leave(router: Router): Promise<void> {
  try {
    await signOut();
  } catch (error) {
    toast.failed(sentence(error));
    return;
  }
  await router.replace('/sign-in');
}
