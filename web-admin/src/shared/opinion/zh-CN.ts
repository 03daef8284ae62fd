export default {
  people: '提到谁',
  phrases: '常用语',
  morePhrases: '更多常用语',
  fewer: '收起',
  searching: '正在查找…',
  none: '没有找到',
  found: '{n} 项，用上下键选择，回车确认',
  hint: "输入 {'@'} 提到同事",
};
