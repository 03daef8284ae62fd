const KEY = 'tongban.recent';
const MOST = 4;

type Used = Record<string, string[]>;

function all(): Used {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Used;
  } catch {
    return {};
  }
}

/** Processes that this person opened last, newest first. */
export const recent = (person: string): string[] => all()[person] ?? [];

export function remember(person: string, process: string): void {
  const used = all();
  used[person] = [process, ...recent(person).filter((one) => one !== process)].slice(0, MOST);
  try {
    localStorage.setItem(KEY, JSON.stringify(used));
  } catch {
    // without storage nothing is remembered
  }
}
