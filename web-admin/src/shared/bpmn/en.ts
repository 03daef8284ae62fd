export default {
  label: 'Process diagram: arrow keys move, plus and minus zoom, 0 shows all of it',
  steps: 'Steps of the process',
  in: 'Zoom in',
  out: 'Zoom out',
  fit: 'Show all',
  limit: 'within {span}',
  failed: 'The diagram could not be drawn.',
  state: { done: 'Done', active: 'In progress', failed: 'Failed', open: 'Not reached' },
};
