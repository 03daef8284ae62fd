/** A form as text and as the tree that its editors change. */
export type Schema = Record<string, unknown>;

export function parseSchema(source: string): Schema | undefined {
  try {
    const read: unknown = JSON.parse(source);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Schema) : undefined;
  } catch {
    return undefined;
  }
}

/** As a file of ours is written. */
export const writeSchema = (schema: Schema): string => `${JSON.stringify(schema, null, 2)}\n`;

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Places where something of the first is missing or different in the second; what was added is no loss. */
export function lossOf(before: unknown, after: unknown, at = ''): string[] {
  if (!isTree(before)) return before === after ? [] : [at];
  if (!isTree(after)) return [at];
  return Object.keys(before).flatMap((key) =>
    // The version of the notation is the editor's own.
    at === '' && key === 'schemaVersion' ? [] : lossOf(before[key], after[key], at === '' ? key : `${at}.${key}`),
  );
}

/** What an editor gives back, under the version of the notation with which the form came. */
export const kept = (before: Schema, after: Schema): Schema =>
  'schemaVersion' in before ? { ...after, schemaVersion: before.schemaVersion } : after;
