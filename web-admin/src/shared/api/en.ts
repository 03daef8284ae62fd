export default {
  unreachable: 'The server cannot be reached. Check your connection and try again.',
  tooLarge: 'The file is too large; the server did not take it.',
  failed: 'The server could not finish this step ({status}). Please try again later.',
  unexpected: 'This step was not finished. Reload the page and try again.',
};
