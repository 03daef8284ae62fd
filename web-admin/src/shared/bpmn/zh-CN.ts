export default {
  label: '流程图，用方向键移动，加减号缩放，0 键看全图',
  steps: '流程步骤',
  in: '放大',
  out: '缩小',
  fit: '看全图',
  limit: '限 {span}',
  failed: '流程图没有画出来。',
  state: { done: '已完成', active: '进行中', failed: '出错', open: '未到' },
};
