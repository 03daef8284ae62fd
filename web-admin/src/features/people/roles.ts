import type { Role } from './api';

export interface Change {
  added: Role[];
  removed: Role[];
  /** permissions that the person did not have, and that the person will not have any more */
  gains: string[];
  loses: string[];
  /** roles that nobody will hold */
  abandoned: Role[];
}

/** What it means to give somebody these roles in place of those. */
export function changeOf(all: Role[], held: string[], chosen: string[], personId: string): Change {
  const permissions = (keys: string[]) =>
    new Set(all.filter((role) => keys.includes(role.key)).flatMap((role) => role.permissions));
  const before = permissions(held);
  const after = permissions(chosen);
  const removed = all.filter((role) => held.includes(role.key) && !chosen.includes(role.key));
  return {
    added: all.filter((role) => !held.includes(role.key) && chosen.includes(role.key)),
    removed,
    gains: [...after].filter((one) => !before.has(one)),
    loses: [...before].filter((one) => !after.has(one)),
    abandoned: removed.filter((role) => role.members.every((one) => one.id === personId)),
  };
}
