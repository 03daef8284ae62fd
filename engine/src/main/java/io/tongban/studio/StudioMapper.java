package io.tongban.studio;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface StudioMapper {

    /**
     * What a page is asked for.
     *
     * @param q pattern in name and key
     * @param before time of the last one on the page before, with its id
     */
    record Query(
            @Nullable String kind,
            @Nullable String q,
            @Nullable Instant before,
            @Nullable String beforeId,
            int limit) {}

    @Insert("""
            insert into studio_model (id, name, kind, model_key, source, digest, revision, changed_by, changed_at)
            values (#{id}, #{name}, #{kind}, #{modelKey}, #{source}, #{digest}, #{revision}, #{changedBy}, #{changedAt})
            """)
    void insert(ModelRow row);

    @Update("""
            update studio_model set name = #{name}, model_key = #{modelKey}, source = #{source}, digest = #{digest},
              revision = #{revision}, changed_by = #{changedBy}, changed_at = #{changedAt}
            where id = #{id}
            """)
    void update(ModelRow row);

    /** Without the sources. */
    @Select("""
            <script>
            select id, name, kind, model_key, '' as source, digest, revision, changed_by, changed_at from studio_model
            <where>
            <if test="kind != null">and kind = #{kind}</if>
            <if test="q != null">and (lower(name) like #{q} or lower(model_key) like #{q})</if>
            <if test="before != null">and (changed_at &lt; #{before} or changed_at = #{before} and id &lt; #{beforeId})</if>
            </where>
            order by changed_at desc, id desc limit #{limit}
            </script>
            """)
    List<ModelRow> page(Query query);

    @Select("""
            select id, name, kind, model_key, source, digest, revision, changed_by, changed_at
            from studio_model where id = #{id}
            """)
    @Nullable
    ModelRow find(String id);

    @Select("""
            select id, name, kind, model_key, source, digest, revision, changed_by, changed_at
            from studio_model where id = #{id} for update
            """)
    @Nullable
    ModelRow lock(String id);

    /** The one of that kind and key that was changed last. */
    @Select("""
            select id, name, kind, model_key, source, digest, revision, changed_by, changed_at
            from studio_model where kind = #{kind} and model_key = #{key} order by changed_at desc, id desc limit 1
            """)
    @Nullable
    ModelRow newest(@Param("kind") String kind, @Param("key") String key);

    /** All of a kind, the newest first, without their sources. */
    @Select("""
            select id, name, kind, model_key, '' as source, digest, revision, changed_by, changed_at
            from studio_model where kind = #{kind} and model_key is not null order by changed_at desc, id desc limit 1000
            """)
    List<ModelRow> keyed(String kind);

    @Delete("delete from studio_model where id = #{id}")
    int delete(String id);

    @Update("update studio_presence set seen_at = #{at} where model_id = #{model} and person_id = #{person}")
    int seen(@Param("model") String model, @Param("person") String person, @Param("at") Instant at);

    @Insert("insert into studio_presence (model_id, person_id, seen_at) values (#{model}, #{person}, #{at})")
    void open(@Param("model") String model, @Param("person") String person, @Param("at") Instant at);

    @Select("""
            select person_id from studio_presence where model_id = #{model} and person_id <> #{person} and seen_at > #{since}
            order by person_id limit 50
            """)
    List<String> editors(@Param("model") String model, @Param("person") String person, @Param("since") Instant since);

    @Delete("delete from studio_presence where model_id = #{model}")
    void nobody(String model);

    @Insert("""
            insert into studio_publication (id, process_key, version, model_id, person_id, at, note, reason, warnings, files)
            values (#{id}, #{processKey}, #{version}, #{modelId}, #{personId}, #{at}, #{note}, #{reason}, #{warnings}, #{files})
            """)
    void publish(PublicationRow row);

    @Select("""
            select id, process_key, version, model_id, person_id, at, note, reason, warnings, files
            from studio_publication where process_key = #{key} order by version desc limit 1000
            """)
    List<PublicationRow> publications(String key);
}
