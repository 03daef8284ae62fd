import type { Directive } from 'vue';

interface ControlAria {
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
  label?: string;
}

const set = (control: Element, name: string, value: string | undefined): void => {
  if (value === undefined) control.removeAttribute(name);
  else control.setAttribute(name, value);
};

const apply = (root: HTMLElement, aria: ControlAria): void => {
  for (const control of root.querySelectorAll('input:not([type=hidden]), textarea, select')) {
    set(control, 'aria-describedby', aria.describedBy);
    set(control, 'aria-invalid', aria.invalid ? 'true' : undefined);
    set(control, 'aria-required', aria.required ? 'true' : undefined);
    if (aria.label !== undefined && !control.hasAttribute('aria-label')) control.setAttribute('aria-label', aria.label);
  }
};

/** Tells the control inside a library component what its field knows; the library passes on only some of it. */
export const vControlAria: Directive<HTMLElement, ControlAria> = {
  mounted: (root, { value }) => apply(root, value),
  updated: (root, { value }) => apply(root, value),
};
