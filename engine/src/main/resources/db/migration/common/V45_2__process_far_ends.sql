-- Timers and facts of what has no end: 2037-12-31 becomes 2999-12-31, facts in milliseconds since 1970.
update ACT_RU_JOB set DUEDATE_ = '2999-12-31 00:00:00' where DUEDATE_ = '2037-12-31 00:00:00';
update ACT_RU_VARIABLE set LONG_ = 32503593600000 where TYPE_ = 'date' and LONG_ = 2145830400000;
