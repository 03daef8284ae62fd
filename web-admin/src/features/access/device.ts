const BROWSERS: [RegExp, string][] = [
  [/MicroMessenger/i, 'WeChat'],
  [/Edg\//i, 'Edge'],
  [/OPR\//i, 'Opera'],
  [/Firefox\//i, 'Firefox'],
  [/Chrome\//i, 'Chrome'],
  [/Safari\//i, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/HarmonyOS/i, 'HarmonyOS'],
  [/Android/i, 'Android'],
  [/iPhone/i, 'iPhone'],
  [/iPad/i, 'iPad'],
  [/Windows/i, 'Windows'],
  [/Mac OS X/i, 'macOS'],
  [/Linux/i, 'Linux'],
];

const first = (list: [RegExp, string][], text: string) => list.find(([pattern]) => pattern.test(text))?.[1];

/** What a browser calls itself, in two words. */
export function deviceOf(agent: string | null | undefined): { browser?: string; system?: string } {
  if (!agent) return {};
  const browser = first(BROWSERS, agent);
  const system = first(SYSTEMS, agent);
  return browser || system ? { browser, system } : { browser: agent.slice(0, 60) };
}

export const handheld = (agent: string | null) => /HarmonyOS|Android|iPhone|iPad/i.test(agent ?? '');
