import type { Meaning } from '@/shared/ui/status';
import type { IconName } from '@/shared/ui/icons';
import type { Seat } from './request';

export interface SeatRow extends Seat {
  /** how deep below the member that it belongs to */
  depth: number;
  /** key of the word for where it stands */
  word: string;
  icon: IconName;
  meaning: Meaning | '';
  /** name of whoever asked for it */
  asker: string;
}

type Look = Pick<SeatRow, 'word' | 'icon' | 'meaning'>;

const BALLOTS: Record<string, Look> = {
  approve: { word: 'approve', icon: 'check-circle', meaning: 'approved' },
  reject: { word: 'reject', icon: 'cross-circle', meaning: 'rejected' },
  abstain: { word: 'abstain', icon: 'circle', meaning: 'ended' },
};
const STATES: Record<string, Look> = {
  open: { word: 'open', icon: 'clock', meaning: 'waiting' },
  waiting: { word: 'waiting', icon: 'more', meaning: '' },
  gone: { word: 'gone', icon: 'stop-circle', meaning: 'ended' },
  removed: { word: 'removed', icon: 'close', meaning: 'ended' },
};
const ANSWERS: Record<string, Look> = {
  delegate: { word: 'givenBack', icon: 'return', meaning: 'approved' },
  consult: { word: 'replied', icon: 'comment', meaning: 'approved' },
};
const ORDER = ['before', 'delegate', 'consult', 'beside', 'after'];
const NOBODY: Look = { word: 'waiting', icon: 'more', meaning: '' };

/** A say as word, shape and meaning. */
export function lookOf(seat: Pick<Seat, 'part' | 'state' | 'ballot'>): Look {
  if (seat.state === 'done') return ANSWERS[seat.part] ?? BALLOTS[seat.ballot ?? ''] ?? NOBODY;
  return STATES[seat.state] ?? NOBODY;
}

/** Members in their order, below each of them whoever was added there, in the order in which they decide. */
export function seatRows(seats: readonly Seat[]): SeatRow[] {
  const rows: SeatRow[] = [];
  const known = new Set(seats.map((seat) => seat.id));
  const below = (parent: string | null): Seat[] =>
    parent === null
      ? seats.filter((seat) => seat.parent === null || !known.has(seat.parent))
      : seats
          .filter((seat) => seat.parent === parent)
          .sort((one, two) => ORDER.indexOf(one.part) - ORDER.indexOf(two.part));
  const add = (seat: Seat, depth: number, asker: string): void => {
    rows.push({ ...seat, ...lookOf(seat), depth, asker });
    for (const child of below(seat.id)) add(child, depth + 1, seat.person.name);
  };
  for (const seat of below(null)) add(seat, 0, '');
  return rows;
}

/** Whom the holder of a seat may remove: those added there who have not decided. */
export const removable = (seats: readonly Seat[], mine: string): Seat[] =>
  seats.filter((seat) => seat.parent === mine && (seat.state === 'open' || seat.state === 'waiting'));
