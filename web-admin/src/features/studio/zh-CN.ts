/** Only what the frame of the application shows; the studio brings its other words itself (words.ts). */
export default {
  title: '流程工作室',
  model: '设计',
};
