/** What comes with a decision beside its words. */
export interface Proof {
  /** file of a signature */
  signature: string | null;
  files: string[];
}

export const NOTHING: Proof = { signature: null, files: [] };

const DECIDES = new Set(['approve', 'complete', 'reject']);
const AGREES = new Set(['approve', 'complete']);

/** Actions that can be signed and to which files can be attached. */
export const takesProof = (action: string): boolean => DECIDES.has(action) || action === 'return';
export const takesSignature = (action: string): boolean => DECIDES.has(action);

/** What the step asks for with this action, as far as it has to be said in a dialog. */
export const needsFor = (action: string, needs: string[]): string[] =>
  needs.filter((need) => (need === 'opinion' ? AGREES.has(action) : DECIDES.has(action)));

/** The key of the sentence that says what still lacks; empty when nothing does. */
export function lacking(
  action: string,
  needs: string[],
  has: { words: string; signed: boolean; files: number; to: string | undefined },
): string {
  if (action === 'transfer' && !has.to) return 'task.whom';
  const wordless = has.words.trim() === '';
  if ((action === 'reject' || action === 'return') && wordless) return 'task.explain';
  const asked = needsFor(action, needs);
  if (asked.includes('opinion') && wordless) return 'task.opinionNeeded';
  if (asked.includes('signature') && !has.signed) return 'signature.needed';
  if (asked.includes('evidence') && has.files === 0) return 'task.evidenceNeeded';
  return '';
}
