import type { Stage, Worktask } from './api';

/** What moving a card to another column does: begun at once, everything else on the page where it takes words. */
export type Deed = 'begin' | 'hand-in' | 'accept' | 'send-back';

/** Why a card stays where it is; names a sentence. */
export type Refusal = 'ended' | 'begun' | 'notOwner' | 'notAcceptor' | 'acceptFirst';

export type Move = { deed: Deed } | { refusal: Refusal };

export function moveOf(task: Pick<Worktask, 'stage' | 'roles' | 'yours'>, to: Stage): Move {
  if (task.stage === 'closed' || task.stage === 'cancelled') return { refusal: 'ended' };
  if (to === 'planned') return { refusal: 'begun' };
  if (task.stage === 'accepting') {
    if (!task.yours) return { refusal: 'notAcceptor' };
    return { deed: to === 'closed' ? 'accept' : 'send-back' };
  }
  if (to === 'closed') return { refusal: 'acceptFirst' };
  if (!task.roles.includes('owner')) return { refusal: 'notOwner' };
  return { deed: to === 'doing' ? 'begin' : 'hand-in' };
}

/** The columns to which a card may be moved, with what that does. */
export function movesOf(task: Worktask, columns: Stage[]): { to: Stage; deed: Deed }[] {
  return columns
    .filter((to) => to !== task.stage)
    .flatMap((to) => {
      const move = moveOf(task, to);
      return 'deed' in move ? [{ to, deed: move.deed }] : [];
    });
}
