export default {
  title: '发起申请',
  search: '搜索流程，例如 请假',
  recent: '最近使用',
  other: '其他',
  found: '找到 {n} 个流程',
  none: '没有找到相关流程',
  noneHint: '换个说法试试，或联系流程管理员确认有没有这项流程。',
  empty: '还没有可以发起的流程',
  emptyHint: '流程发布后会出现在这里。',
};
