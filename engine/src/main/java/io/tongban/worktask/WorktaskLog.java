package io.tongban.worktask;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** What happened to a task, and what is needed for it. */
@Mapper
interface WorktaskLog {

    /**
     * One line of the log.
     *
     * @param onDay the day that is spoken of
     * @param newEnd the last day as it was moved, or as the owner asks for it
     * @param otherId who owns the task now
     * @param files ids with commas
     */
    record Entry(
            String id,
            String requestId,
            Instant at,
            LocalDate onDay,
            String personId,
            String kind,
            @Nullable Integer progress,
            @Nullable String words,
            @Nullable LocalDate newEnd,
            @Nullable String otherId,
            @Nullable String files) {

        List<String> fileIds() {
            return files == null || files.isEmpty() ? List.of() : List.of(files.split(","));
        }
    }

    /** People, budget, a room, goods or access that the task needs. */
    record Resource(
            String requestId,
            int seq,
            String kind,
            @Nullable String note) {}

    @Insert("""
            insert into worktask_entry (id, request_id, at, on_day, person_id, kind, progress, words, new_end, other_id, files)
            values (#{id}, #{requestId}, #{at}, #{onDay}, #{personId}, #{kind}, #{progress}, #{words}, #{newEnd}, #{otherId},
              #{files})""")
    void enter(Entry entry);

    @Select("""
            <script>select id, request_id, at, on_day, person_id, kind, progress, words, new_end, other_id, files
            from worktask_entry where request_id = #{request}
            <if test="before != null">and id &lt; #{before}</if>
            order by request_id desc, id desc limit #{limit}</script>""")
    List<Entry> log(
            @Param("request") String request, @Param("before") @Nullable String before, @Param("limit") int limit);

    @Select("""
            select id, request_id, at, on_day, person_id, kind, progress, words, new_end, other_id, files
            from worktask_entry where request_id = #{request} and kind = #{kind} order by request_id desc, id desc limit 1""")
    @Nullable
    Entry last(@Param("request") String request, @Param("kind") String kind);

    @Insert("""
            <script>insert into worktask_resource (request_id, seq, kind, note) values
            <foreach collection="rows" item="r" separator=",">(#{r.requestId}, #{r.seq}, #{r.kind}, #{r.note})</foreach>
            </script>""")
    void need(@Param("rows") List<Resource> rows);

    @Select(
            "select request_id, seq, kind, note from worktask_resource where request_id = #{request} order by seq limit 100")
    List<Resource> resources(String request);
}
