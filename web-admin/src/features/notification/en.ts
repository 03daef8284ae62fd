export default {
  title: 'Messages',
  unread: '{n} unread',
  isUnread: 'Unread',
  readAll: 'Mark all as read',
  none: 'No messages yet',
  noneHint: 'When a task reaches you or a request of yours moves on, you are told here.',
};
