/** How the states of a claim look: words of their own, shapes and colours of the states everybody knows. */
export const LOOK: Record<string, string> = {
  running: 'running',
  returned: 'waiting',
  review: 'running',
  payable: 'waiting',
  paid: 'approved',
  released: 'cancelled',
  stopped: 'cancelled',
};
