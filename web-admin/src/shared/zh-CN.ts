export default {
  today: '今天',
  yesterday: '昨天',
  tomorrow: '明天',
  dayWithWeekday: '{day} {weekday}',
  justNow: '刚刚',
  justReceived: '刚刚收到',
  waited: '已等 {time}',
  minutes: '{n} 分钟',
  hours: '{n} 小时',
  days: '{n} 天',
};
