import { router } from '@/app/router';
import { signOut } from '@/shared/api/session';
import { sentence } from '@/shared/api/client';
import { toast } from '@/shared/ui/announcer';

/** Signs out and shows the sign-in page. */
export async function leave(): Promise<void> {
  try {
    await signOut();
  } catch (error) {
    toast.failed(sentence(error));
    return;
  }
  await router.replace('/sign-in');
}
