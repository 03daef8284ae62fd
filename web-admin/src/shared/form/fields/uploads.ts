import { onScopeDispose, ref, type Ref } from 'vue';
import { sentence, upload, type StoredFile as FileInfo } from '@/shared/api/client';
import { fileSize } from '@/shared/time';
import type { Say } from '../validate';

export const MOST_BYTES = 20 * 1024 * 1024;

export interface Upload {
  key: number;
  name: string;
  size: number;
  /** 0 to 1 */
  part: number;
  error: string;
}

const known = new Map<string, FileInfo>();
export const knownFile = (id: string): FileInfo | undefined => known.get(id);
export const remember = (info: FileInfo): void => void known.set(info.id, info);

/** Whether a file is of a kind that `accept` names, as a file chooser would see it. */
export function accepted(file: { name: string; type: string }, accept: string | undefined): boolean {
  const kinds = (accept ?? '').split(',').map((kind) => kind.trim().toLowerCase());
  if (kinds.every((kind) => kind === '')) return true;
  const name = file.name.toLowerCase();
  return kinds.some((kind) =>
    kind.startsWith('.')
      ? name.endsWith(kind)
      : kind.endsWith('/*')
        ? file.type.startsWith(kind.slice(0, -1))
        : kind !== '' && file.type === kind,
  );
}

export interface Uploads {
  running: Ref<Upload[]>;
  add: (files: File[], accept: string | undefined) => void;
  cancel: (key: number) => void;
}

let counter = 0;

/** Uploads of one field: several at once, each with its progress, each can be cancelled. */
export function useUploads(done: (info: FileInfo) => void, say: Say): Uploads {
  const running = ref<Upload[]>([]);
  const stops = new Map<number, AbortController>();
  const drop = (key: number): void => {
    running.value = running.value.filter((one) => one.key !== key);
    stops.delete(key);
  };
  const change = (key: number, to: Partial<Upload>): void => {
    running.value = running.value.map((one) => (one.key === key ? { ...one, ...to } : one));
  };

  async function send(file: File, key: number): Promise<void> {
    const stop = new AbortController();
    stops.set(key, stop);
    try {
      const info = await upload(file, (part) => change(key, { part }), stop.signal);
      remember(info);
      drop(key);
      done(info);
    } catch (error) {
      if (stop.signal.aborted) return;
      change(key, { error: sentence(error) });
    }
  }

  onScopeDispose(() => stops.forEach((stop) => stop.abort()));

  return {
    running,
    add: (files, accept) => {
      for (const file of files) {
        const key = (counter += 1);
        const error =
          file.size > MOST_BYTES
            ? say('form.file.tooLarge', { most: fileSize(MOST_BYTES), size: fileSize(file.size) })
            : file.size === 0
              ? say('form.file.empty')
              : accepted(file, accept)
                ? ''
                : say('form.file.wrongKind', { kinds: accept ?? '' });
        running.value = [...running.value, { key, name: file.name, size: file.size, part: 0, error }];
        if (error === '') void send(file, key);
      }
    },
    cancel: (key) => {
      stops.get(key)?.abort();
      drop(key);
    },
  };
}
