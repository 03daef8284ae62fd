package io.tongban.process;

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
interface DeadlineMapper {

    @Insert("""
            <script>
            insert into process_deadline (id, request_id, process_key, step, started_at, goal, due_at, from_at,
              left_minutes, rung, next_at, calendar_version, provisional, ended_at, used, met)
            values
            <foreach collection="rows" item="r" separator=",">
              (#{r.id}, #{r.requestId}, #{r.processKey}, #{r.step}, #{r.startedAt}, #{r.goal}, #{r.dueAt}, #{r.fromAt},
               #{r.leftMinutes}, #{r.rung}, #{r.nextAt}, #{r.calendarVersion}, #{r.provisional},
               #{r.endedAt}, #{r.used}, #{r.met})
            </foreach>
            </script>
            """)
    void insert(@Param("rows") Collection<DeadlineRow> rows);

    @Select("select * from process_deadline where id = #{id}")
    @Nullable
    DeadlineRow find(String id);

    @Select("select * from process_deadline where request_id = #{request} order by started_at, id limit 500")
    List<DeadlineRow> ofRequest(String request);

    @Update("""
            update process_deadline set due_at = #{dueAt}, from_at = #{fromAt}, left_minutes = #{leftMinutes},
              rung = #{rung}, next_at = #{nextAt}, calendar_version = #{calendarVersion}, provisional = #{provisional}
            where id = #{id} and ended_at is null
            """)
    int update(DeadlineRow row);

    /** It has ended; its numbers are counted afterwards. */
    @Update("""
            update process_deadline set ended_at = #{at}, next_at = null, calendar_version = -1
            where id = #{id} and ended_at is null
            """)
    int over(@Param("id") String id, @Param("at") Instant at);

    /** It has ended and took no working time. */
    @Update("""
            update process_deadline set ended_at = #{at}, next_at = null, calendar_version = null, used = 0,
              met = case when goal is null then null else true end
            where id = #{id} and ended_at is null
            """)
    int overAtOnce(@Param("id") String id, @Param("at") Instant at);

    @Update("""
            update process_deadline set used = #{used}, met = case when goal is null then null when #{used} <= goal then true
              else false end, calendar_version = null
            where id = #{id} and calendar_version = -1
            """)
    void measured(@Param("id") String id, @Param("used") int used);

    /** What was counted by an older calendar, not at all, or is over and not measured. */
    @Select("""
            select * from process_deadline where calendar_version < #{version} order by calendar_version, id limit #{limit}
            """)
    List<DeadlineRow> outdated(@Param("version") int version, @Param("limit") int limit);

    /** Where nobody is away, what was counted at the beginning stands. */
    @Update("""
            <script>update process_deadline set calendar_version = #{version} where calendar_version = 0 and id in
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach></script>
            """)
    void settle(@Param("ids") Collection<String> ids, @Param("version") int version);

    /** The task is to be counted again: whoever holds it, or when they are there, has changed. */
    @Update(
            "update process_deadline set calendar_version = -2 where id = #{id} and ended_at is null and due_at is not null")
    void again(String id);

    /** What can not be counted now keeps its date. */
    @Update("update process_deadline set calendar_version = case when ended_at is null then #{version} else null end"
            + " where id = #{id}")
    void give(@Param("id") String id, @Param("version") int version);

    /** A rung is tried at another time, unless somebody else was quicker. */
    @Update("update process_deadline set next_at = #{to} where id = #{id} and next_at = #{from}")
    void postpone(@Param("id") String id, @Param("from") @Nullable Instant from, @Param("to") Instant to);

    /** The same of several, in the order of their ids. */
    @Update("""
            <script>update process_deadline set calendar_version = -2
            where ended_at is null and due_at is not null and id in
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach></script>
            """)
    void againAll(@Param("ids") Collection<String> ids);

    /** What is due of requests that are not suspended, the longest due first. */
    @Select("""
            select d.* from process_deadline d join process_request r on r.id = d.request_id
            where d.next_at <= #{now} and r.suspended_at is null order by d.next_at, d.id limit #{limit}
            """)
    List<DeadlineRow> due(@Param("now") Instant now, @Param("limit") int limit);
}
