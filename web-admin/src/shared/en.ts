export default {
  today: 'Today',
  yesterday: 'Yesterday',
  tomorrow: 'Tomorrow',
  dayWithWeekday: '{weekday} {day}',
  justNow: 'Just now',
  justReceived: 'Just received',
  waited: 'waiting {time}',
  minutes: '{n} minutes | {n} minute | {n} minutes',
  hours: '{n} hours | {n} hour | {n} hours',
  days: '{n} days | {n} day | {n} days',
};
