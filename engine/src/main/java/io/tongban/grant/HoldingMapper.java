package io.tongban.grant;

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
interface HoldingMapper {

    String COLUMNS = """
            request_id, number, thing_id, holder_kind, holder_id, applicant_id, state, until_at, external, held_at,
            ended_at, ending, ended_by, note, created_at, updated_at
            """;

    @Insert("""
            insert into grant_holding (request_id, number, thing_id, holder_kind, holder_id, applicant_id, state, until_at,
              external, held_at, ended_at, ending, ended_by, note, created_at, updated_at)
            values (#{requestId}, #{number}, #{thingId}, #{holderKind}, #{holderId}, #{applicantId}, #{state}, #{untilAt},
              #{external}, #{heldAt}, #{endedAt}, #{ending}, #{endedBy}, #{note}, #{createdAt}, #{updatedAt})""")
    void insert(Holding holding);

    @Update("""
            update grant_holding set thing_id = #{thingId}, holder_kind = #{holderKind}, holder_id = #{holderId},
              state = #{state}, until_at = #{untilAt}, external = #{external}, held_at = #{heldAt},
              ended_at = #{endedAt}, ending = #{ending}, ended_by = #{endedBy}, note = #{note}, updated_at = #{updatedAt}
            where request_id = #{requestId}""")
    void update(Holding holding);

    @Select("select " + COLUMNS + " from grant_holding where request_id = #{id}")
    @Nullable
    Holding find(String id);

    @Select("select " + COLUMNS + " from grant_holding where request_id = #{id} for update")
    @Nullable
    Holding lock(String id);

    /** What somebody asks for or holds of a thing. */
    @Select("select " + COLUMNS + """
            from grant_holding
            where holder_id = #{holder} and thing_id = #{thing} and state in ('ASKED', 'HELD')
            order by request_id limit 50""")
    List<Holding> live(@Param("holder") String holder, @Param("thing") String thing);

    /** What people and departments hold now, the newest first. */
    @Select("<script>select " + COLUMNS + """
            from grant_holding where holder_id in
            <foreach collection='holders' item='id' open='(' separator=',' close=')'>#{id}</foreach>
            and state = 'HELD' and until_at > #{now}
            <if test="before != null">and request_id &lt; #{before}</if>
            order by request_id desc limit #{limit}</script>""")
    List<Holding> held(
            @Param("holders") Collection<String> holders,
            @Param("now") Instant now,
            @Param("before") @Nullable String before,
            @Param("limit") int limit);

    /** What they held before, the newest first. */
    @Select("<script>select " + COLUMNS + """
            from grant_holding where holder_id in
            <foreach collection='holders' item='id' open='(' separator=',' close=')'>#{id}</foreach>
            and (state = 'ENDED' or state = 'HELD' and until_at &lt;= #{now})
            <if test="before != null">and request_id &lt; #{before}</if>
            order by request_id desc limit #{limit}</script>""")
    List<Holding> past(
            @Param("holders") Collection<String> holders,
            @Param("now") Instant now,
            @Param("before") @Nullable String before,
            @Param("limit") int limit);

    @Select("<script>select " + COLUMNS + """
            from grant_holding where holder_id in
            <foreach collection='holders' item='id' open='(' separator=',' close=')'>#{id}</foreach>
            and state = 'ASKED' order by request_id desc limit 200</script>""")
    List<Holding> asked(@Param("holders") Collection<String> holders);

    /** Who holds a thing now, the newest first. */
    @Select("<script>select " + COLUMNS + """
            from grant_holding where thing_id = #{thing} and state = 'HELD' and until_at > #{now}
            <if test="before != null">and request_id &lt; #{before}</if>
            order by thing_id desc, state desc, request_id desc limit #{limit}</script>""")
    List<Holding> of(
            @Param("thing") String thing,
            @Param("now") Instant now,
            @Param("before") @Nullable String before,
            @Param("limit") int limit);

    @Select("select count(*) from grant_holding where thing_id = #{thing} and state in ('ASKED', 'HELD')")
    int users(String thing);
}
