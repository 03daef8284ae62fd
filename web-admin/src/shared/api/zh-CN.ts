export default {
  unreachable: '连不上服务器。请检查网络，稍后再试。',
  tooLarge: '文件太大，服务器没有接收。',
  failed: '服务器没能完成这一步（{status}）。请稍后再试。',
  unexpected: '这一步没有完成。请刷新页面后再试。',
};
