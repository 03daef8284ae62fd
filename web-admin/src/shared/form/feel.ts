import { evaluate } from 'feelin';
import type { Feel } from './model';

/** An expression that can not be read counts as no answer. */
export const feel: Feel = (expression, scope) => {
  try {
    return evaluate(expression.trim().replace(/^=/, ''), scope).value;
  } catch {
    return null;
  }
};
