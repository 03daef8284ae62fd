package io.tongban.record;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Who took which requests out of the product. */
@Mapper
interface ExportMapper {

    /**
     * An export.
     *
     * @param kind csv or xlsx
     * @param filter as JSON
     * @param origin from where it was asked for
     * @param total how many requests there were when it was asked for
     * @param done how many have been written
     */
    record ExportRow(
            String id,
            String personId,
            Instant at,
            String kind,
            String language,
            String filter,
            String origin,
            long total,
            long done,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {}

    @Insert("""
            insert into record_export (id, person_id, at, kind, language, filter, origin, total, done)
            values (#{id}, #{personId}, #{at}, #{kind}, #{language}, #{filter}, #{origin}, #{total}, 0)
            """)
    void insert(ExportRow export);

    @Select("select * from record_export where id = #{id}")
    @Nullable
    ExportRow find(String id);

    @Select("select * from record_export order by id desc limit #{limit}")
    List<ExportRow> latest(int limit);

    /** 0 when it was taken already. */
    @Update("update record_export set started_at = #{now} where id = #{id} and started_at is null")
    int begin(@Param("id") String id, @Param("now") Instant now);

    @Update("update record_export set done = #{done}, ended_at = #{ended} where id = #{id}")
    void written(@Param("id") String id, @Param("done") long done, @Param("ended") @Nullable Instant ended);
}
