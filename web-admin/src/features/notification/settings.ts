/** What somebody chose about mails, and what one change brings with it. */

import type {
  NotifyGroup as Group,
  NotifySettings as Settings,
  NotifySettingsBody as SettingsBody,
  NotifySpan as Span,
} from '@/shared/api/schema';

export type { Group, Settings, Span };

export type Choice = Group['mail'];
export const CHOICES: Choice[] = ['once', 'digest', 'never'];

export const DIGEST_AT = '09:00';
export const NIGHT: Span = { from: '20:00', to: '08:00' };

/** A group that goes into the digest switches it on. */
export function choose(settings: Settings, key: string, mail: Choice): Settings {
  return {
    ...settings,
    groups: settings.groups.map((group) => (group.key === key ? { ...group, mail } : group)),
    digest: mail === 'digest' ? (settings.digest ?? DIGEST_AT) : settings.digest,
  };
}

/** Without a digest, what was to come in it comes by no mail. */
export function digestAt(settings: Settings, digest: string | null): Settings {
  if (digest) return { ...settings, digest };
  return {
    ...settings,
    digest,
    groups: settings.groups.map((group) => (group.mail === 'digest' ? { ...group, mail: 'never' as const } : group)),
  };
}

/** Quiet hours that end when they begin would be the whole day: the other end moves by an hour. */
export function quietAt(settings: Settings, change: Partial<Span>): Settings {
  const quiet = { ...(settings.quiet ?? NIGHT), ...change };
  if (quiet.from === quiet.to) {
    if (change.from) quiet.to = plusHours(quiet.to, 1);
    else quiet.from = plusHours(quiet.from, -1);
  }
  return { ...settings, quiet };
}

export const overnight = (span: Span): boolean => span.from > span.to;

/** What the server is told. */
export function bodyOf(settings: Settings): SettingsBody {
  const { quiet, restDays, urgentPasses, digest, zone } = settings;
  return {
    groups: Object.fromEntries(settings.groups.map((group) => [group.key, group.mail])),
    quiet,
    restDays,
    urgentPasses,
    digest,
    zone,
  };
}

/** Every half hour of the day, and the time that is chosen. */
export function timesWith(chosen: string): string[] {
  const all = Array.from({ length: 48 }, (_, i) => clock(i * 30));
  return all.includes(chosen) ? all : [...all, chosen].sort();
}

/** The zones to choose from: the company's, this device's and the chosen one; one alone is no choice. */
export function zonesOf(settings: Settings, device: string): string[] {
  return [...new Set([settings.companyZone, device, settings.zone ?? settings.companyZone])];
}

function plusHours(time: string, hours: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return clock((((hour + hours + 24) % 24) * 60 + minute) % 1440);
}

function clock(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
