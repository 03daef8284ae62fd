export default {
  title: '消息',
  unread: '{n} 条未读',
  isUnread: '未读',
  readAll: '全部标为已读',
  none: '还没有消息',
  noneHint: '有任务到你这里，或者你的申请有了进展，会在这里告诉你。',
};
