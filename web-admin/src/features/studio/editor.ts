import type { Finding } from './api';

export type Export = 'source' | 'svg' | 'png';

/** What the frame of a model asks of its editor, whatever kind it is. */
export interface Editor {
  /** the model as it would be stored now */
  source(): Promise<string>;
  /** selects what a finding names and brings it into view */
  show?(finding: Finding): void;
  /** what an element is called */
  label?(id: string): string | undefined;
  mark?(findings: Finding[]): void;
  picture?(): Promise<string>;
  undo?(): void;
  redo?(): void;
}
