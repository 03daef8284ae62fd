/** The list with one phrase moved up (−1) or down (1); the ends stay where they are. */
export function moved(list: string[], at: number, by: -1 | 1): string[] {
  const to = at + by;
  const phrase = list[at];
  if (phrase === undefined || to < 0 || to >= list.length) return list;
  const rest = list.toSpliced(at, 1);
  return rest.toSpliced(to, 0, phrase);
}

/** The list with one more at its end, unless it is empty or there already. */
export function added(list: string[], phrase: string): string[] {
  const clean = phrase.trim();
  return clean === '' || list.includes(clean) ? list : [...list, clean];
}
