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
interface ThingMapper {

    String COLUMNS = """
            id, kind, name, name_en, description, description_en, owner_id, department_id, effect, longest_days, offered,
            revision, created_at, updated_at
            """;

    record Count(String thingId, int held) {}

    @Insert("""
            insert into grant_thing (id, kind, name, name_en, description, description_en, owner_id, department_id, effect,
              longest_days, offered, revision, created_at, updated_at)
            values (#{id}, #{kind}, #{name}, #{nameEn}, #{description}, #{descriptionEn}, #{ownerId}, #{departmentId},
              #{effect}, #{longestDays}, #{offered}, #{revision}, #{createdAt}, #{updatedAt})""")
    void insert(Thing thing);

    @Update("""
            update grant_thing set kind = #{kind}, name = #{name}, name_en = #{nameEn}, description = #{description},
              description_en = #{descriptionEn}, owner_id = #{ownerId}, department_id = #{departmentId},
              effect = #{effect}, longest_days = #{longestDays}, offered = #{offered}, revision = revision + 1,
              updated_at = #{updatedAt}
            where id = #{id} and revision = #{revision}""")
    int update(Thing thing);

    @Select("select " + COLUMNS + " from grant_thing where id = #{id}")
    @Nullable
    Thing find(String id);

    /** Everybody else who asks for it waits until the transaction ends. */
    @Select("select id from grant_thing where id = #{id} for update")
    @Nullable
    String lock(String id);

    @Select("<script>select " + COLUMNS + """
            from grant_thing where id in
            <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach></script>""")
    List<Thing> byIds(@Param("ids") Collection<String> ids);

    @Select("select " + COLUMNS + " from grant_thing where offered = true order by kind, id limit 500")
    List<Thing> offered();

    @Select("<script>select " + COLUMNS + """
            from grant_thing
            <where>
            <if test="like != null">(lower(name) like #{like} escape '!' or lower(name_en) like #{like} escape '!')</if>
            <if test="after != null">and id &lt; #{after}</if>
            </where>
            order by id desc limit #{limit}</script>""")
    List<Thing> all(
            @Param("like") @Nullable String like, @Param("after") @Nullable String after, @Param("limit") int limit);

    /** Those of the owner, and the named others. */
    @Select("<script>select " + COLUMNS + """
            from grant_thing
            where (owner_id = #{owner}
              <if test="!others.isEmpty()">or id in
              <foreach collection='others' item='id' open='(' separator=',' close=')'>#{id}</foreach></if>)
            <if test="after != null">and id &lt; #{after}</if>
            order by id desc limit #{limit}</script>""")
    List<Thing> owned(
            @Param("owner") String owner,
            @Param("others") Collection<String> others,
            @Param("after") @Nullable String after,
            @Param("limit") int limit);

    @Select("select distinct owner_id from grant_thing where owner_id is not null")
    List<String> owners();

    /** Those without an owner, and those of owners who are gone. */
    @Select("<script>select " + COLUMNS + """
            from grant_thing where owner_id is null
            <if test="!gone.isEmpty()">or owner_id in
            <foreach collection='gone' item='id' open='(' separator=',' close=')'>#{id}</foreach></if>
            order by id limit 1000</script>""")
    List<Thing> orphaned(@Param("gone") Collection<String> gone);

    @Select("""
            <script>select thing_id, count(*) as held from grant_holding
            where state = 'HELD' and until_at > #{now} and thing_id in
            <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>
            group by thing_id</script>""")
    List<Count> counts(@Param("ids") Collection<String> ids, @Param("now") Instant now);
}
