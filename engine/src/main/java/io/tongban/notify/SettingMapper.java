package io.tongban.notify;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface SettingMapper {

    @Select("""
            <script>select * from notify_setting where person_id in
            <foreach collection='people' item='person' open='(' separator=',' close=')'>#{person}</foreach></script>""")
    List<SettingRow> byIds(@Param("people") Collection<String> people);

    @Select("select * from notify_setting where person_id = #{person} for update")
    @Nullable
    SettingRow lock(String person);

    @Insert("""
            insert into notify_setting (person_id, choices, quiet_from, quiet_to, rest_days, urgent_passes, digest_at, zone,
              digest_due_at, digest_since)
            values (#{personId}, #{choices}, #{quietFrom}, #{quietTo}, #{restDays}, #{urgentPasses}, #{digestAt}, #{zone},
              #{digestDueAt}, #{digestSince})
            on duplicate key update choices = values(choices), quiet_from = values(quiet_from),
              quiet_to = values(quiet_to), rest_days = values(rest_days), urgent_passes = values(urgent_passes),
              digest_at = values(digest_at), zone = values(zone), digest_due_at = values(digest_due_at),
              digest_since = values(digest_since)""")
    void save(SettingRow row);

    @Select("""
            select person_id from notify_setting where digest_due_at <= #{now}
            order by digest_due_at limit #{limit}""")
    List<String> due(@Param("now") Instant now, @Param("limit") int limit);

    /** The row, if its digest is still due; nobody else gets it before the transaction ends. */
    @Select("select * from notify_setting where person_id = #{person} and digest_due_at <= #{now} for update")
    @Nullable
    SettingRow lockDue(@Param("person") String person, @Param("now") Instant now);

    @Update("""
            update notify_setting set digest_due_at = #{next}, digest_since = #{since}
            where person_id = #{person}""")
    void digested(
            @Param("person") String person,
            @Param("next") @Nullable Instant next,
            @Param("since") @Nullable Instant since);

    @Update("""
            update notify_setting set digest_due_at = #{next}
            where person_id = #{person} and digest_due_at <= #{now}""")
    void postpone(@Param("person") String person, @Param("next") Instant next, @Param("now") Instant now);
}
