package io.tongban.approval;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface DelegationMapper {

    @Select("select name from approval_lock where name = 'delegations' for update")
    String lock();

    @Insert("""
            insert into approval_delegation (id, principal_id, deputy_id, from_at, until_at, processes, most, most_of,
              reason, set_by, set_at, ended_at, ended_by, stage, stage_at)
            values (#{id}, #{principalId}, #{deputyId}, #{fromAt}, #{untilAt}, #{processes}, #{most}, #{mostOf},
              #{reason}, #{setBy}, #{setAt}, #{endedAt}, #{endedBy}, #{stage}, #{stageAt})
            """)
    void insert(DelegationRow row);

    @Select("select * from approval_delegation where id = #{id}")
    Optional<DelegationRow> find(String id);

    /** Of one principal, at some moment of the period. */
    @Select("""
            select * from approval_delegation
            where principal_id = #{principal} and until_at > #{from} and from_at < #{until} and ended_at is null
            order by from_at, id limit 500
            """)
    List<DelegationRow> during(
            @Param("principal") String principal, @Param("from") Instant from, @Param("until") Instant until);

    /** Of one person as principal or deputy, that have not ended. */
    @Select("""
            (select * from approval_delegation
             where principal_id = #{person} and until_at > #{now} and ended_at is null limit 500)
            union all
            (select * from approval_delegation
             where deputy_id = #{person} and until_at > #{now} and ended_at is null limit 500)
            """)
    List<DelegationRow> live(@Param("person") String person, @Param("now") Instant now);

    /** Those of these principals that hold now, and one of anybody's if there is one. */
    @Select("""
            <script>
            (select * from approval_delegation where principal_id in
             <foreach collection="people" item="one" open="(" separator="," close=")">#{one}</foreach>
             and until_at > #{now} and from_at &lt;= #{now} and ended_at is null)
            union all
            (select * from approval_delegation where stage in ('coming', 'begun', 'standing')
             and from_at &lt;= #{now} and until_at > #{now} and ended_at is null limit 1)
            </script>
            """)
    List<DelegationRow> active(@Param("people") Collection<String> people, @Param("now") Instant now);

    /** Whose stage is over: open work has to be handed on or back. */
    @Select("""
            select * from approval_delegation
            where stage = 'coming' and from_at <= #{now}
               or stage = 'begun' and (stage_at <= #{settled} or until_at <= #{now} or ended_at is not null)
               or stage = 'standing' and (until_at <= #{now} or ended_at is not null)
               or stage = 'ended' and stage_at <= #{settled}
            order by from_at, id limit 200
            """)
    List<DelegationRow> due(@Param("now") Instant now, @Param("settled") Instant settled);

    @Select("""
            <script>
            (select * from approval_delegation where principal_id = #{person}
             <if test="cursor != null">and id &lt; #{cursor}</if> order by id desc limit #{limit})
            union all
            (select * from approval_delegation where deputy_id = #{person}
             <if test="cursor != null">and id &lt; #{cursor}</if> order by id desc limit #{limit})
            </script>
            """)
    List<DelegationRow> of(
            @Param("person") String person, @Param("cursor") @Nullable String cursor, @Param("limit") int limit);

    @Select("""
            <script>
            select * from approval_delegation <if test="cursor != null">where id &lt; #{cursor}</if>
            order by id desc limit #{limit}
            </script>
            """)
    List<DelegationRow> all(@Param("cursor") @Nullable String cursor, @Param("limit") int limit);

    @Update("update approval_delegation set ended_at = #{at}, ended_by = #{by} where id = #{id} and ended_at is null")
    int end(@Param("id") String id, @Param("at") Instant at, @Param("by") String by);

    /** Whoever moves it on does what follows; nobody else does. */
    @Update("""
            update approval_delegation set stage = #{to}, stage_at = #{at} where id = #{id} and stage = #{from}
            """)
    int move(@Param("id") String id, @Param("from") String from, @Param("to") String to, @Param("at") Instant at);
}
