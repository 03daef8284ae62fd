export default {
  title: 'Start a request',
  search: 'Search, for example leave',
  recent: 'Recently used',
  other: 'Other',
  found: '{n} found',
  none: 'No such process',
  noneHint: 'Try other words, or ask a process administrator whether it exists.',
  empty: 'Nothing to start yet',
  emptyHint: 'Published processes appear here.',
};
