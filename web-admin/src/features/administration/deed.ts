import { useQueryClient } from '@tanstack/vue-query';
import { t } from '@/shared/i18n';
import { useAction } from '@/shared/problem';
import { onceKeys } from '@/shared/request/once';
import { toast } from '@/shared/ui/announcer';
import { act } from './api';

/** Does something to a request once, and lets every page that shows it look again. */
export function useDeed(request: () => { id: string; revision: number }) {
  const client = useQueryClient();
  const keys = onceKeys();
  const { busy, problem, errors, run } = useAction();

  const send = (deed: string, reason: string, more: Record<string, unknown> = {}): Promise<boolean> =>
    run(async () => {
      const { id, revision } = request();
      const body = { ...more, comment: reason.trim(), revision };
      await act(id, deed, body, keys.of(deed, body));
      keys.done(deed);
      for (const topic of ['requests', 'tasks', 'leave', 'calendar']) {
        void client.invalidateQueries({ queryKey: [topic] });
      }
      toast.done(t(`administration.did.${deed}`));
      return true;
    }).then((done) => done === true);

  return { busy, problem, errors, send };
}
