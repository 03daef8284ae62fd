/** Only what the frame of the application shows; the studio brings its other words itself (words.ts). */
export default {
  title: 'Process studio',
  model: 'Design',
};
