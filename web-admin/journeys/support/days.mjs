const DAY = 86_400_000;

/** A day so many days from now, at the company's place. */
export function isoDay(offset) {
  return new Date(Date.now() + offset * DAY + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** 2026-12-07 → 12月7日 */
export function inWords(date) {
  const [, month, day] = date.split('-').map(Number);
  return `${month}月${day}日`;
}
