package io.tongban.calendar;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface CalendarMapper {

    /** Version of the calendar and the office hours in minutes of the day. */
    record Setting(int version, int morningStart, int morningEnd, int afternoonStart, int afternoonEnd) {}

    record Arranged(
            LocalDate onDay,
            DayKind kind,
            @Nullable String name,
            @Nullable String nameEn) {}

    record Year(int ofYear, String source) {}

    @Select("select version, morning_start, morning_end, afternoon_start, afternoon_end"
            + " from calendar_setting where id = 1")
    Setting setting();

    @Update("update calendar_setting set version = version + 1 where id = 1")
    void nextVersion();

    @Select("select on_day, kind, name, name_en from calendar_day"
            + " where on_day between #{from} and #{to} order by on_day limit 800")
    List<Arranged> arranged(LocalDate from, LocalDate to);

    @Select("select of_year, source from calendar_year where of_year between #{from} and #{to}"
            + " order by of_year limit 200")
    List<Year> years(int from, int to);

    @Insert("""
            insert into calendar_day (on_day, kind, name, name_en) values (#{onDay}, #{kind}, #{name}, #{nameEn})
            on duplicate key update kind = values(kind), name = values(name), name_en = values(name_en)""")
    void arrange(Arranged day);

    @Delete("delete from calendar_day where on_day between #{from} and #{to}")
    int clear(LocalDate from, LocalDate to);

    @Insert("""
            insert into calendar_year (of_year, source) values (#{ofYear}, #{source})
            on duplicate key update source = values(source)""")
    void official(Year year);
}
