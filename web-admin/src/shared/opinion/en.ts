export default {
  people: 'People to mention',
  phrases: 'Phrases',
  morePhrases: 'More phrases',
  fewer: 'Fewer',
  searching: 'Searching…',
  none: 'Nothing found',
  found: 'one to choose, Enter takes it | {n} to choose from with the arrow keys, Enter takes one',
  hint: "Type {'@'} to mention a colleague",
};
