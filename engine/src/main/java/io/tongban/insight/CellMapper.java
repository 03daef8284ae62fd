package io.tongban.insight;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** InsightSums of days and months. */
@Mapper
interface CellMapper {

    /** A sum as it is stored. */
    record CellRow(
            String id,
            String grain,
            LocalDate startsOn,
            String processKey,
            String departmentId,
            String kind,
            String subject,
            int n,
            int started,
            int dropped,
            int returned,
            int met,
            int missed,
            String calendar,
            String working) {}

    /** InsightSums of one size between two days, both included. */
    record Stretch(String grain, LocalDate from, LocalDate to) {}

    @Select("""
            <script>select * from insight_cell where id in
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach></script>
            """)
    List<CellRow> find(@Param("ids") Collection<String> ids);

    @Delete("""
            <script>delete from insight_cell where id in
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach></script>
            """)
    void delete(@Param("ids") Collection<String> ids);

    @Insert("""
            <script>insert into insight_cell (id, grain, starts_on, process_key, department_id, kind, subject, n, started,
              dropped, returned, met, missed, calendar, working)
            values
            <foreach collection="rows" item="r" separator=",">
              (#{r.id}, #{r.grain}, #{r.startsOn}, #{r.processKey}, #{r.departmentId}, #{r.kind}, #{r.subject}, #{r.n},
               #{r.started}, #{r.dropped}, #{r.returned}, #{r.met}, #{r.missed}, #{r.calendar}, #{r.working})
            </foreach></script>
            """)
    void insert(@Param("rows") Collection<CellRow> rows);

    @Delete("delete from insight_cell")
    void clear();

    /**
     * InsightSums of a kind.
     *
     * @param departments empty text for the sums of the whole company; null for those of each department
     */
    @Select("""
            <script>
            <foreach collection="stretches" item="one" separator=" union all ">
            select * from insight_cell where process_key = #{process} and kind = #{kind} and grain = #{one.grain}
            <choose><when test="departments != null">and department_id in
            <foreach collection="departments" item="id" open="(" separator="," close=")">#{id}</foreach></when>
            <otherwise>and department_id &gt; ''</otherwise></choose>
            and starts_on &gt;= #{one.from} and starts_on &lt;= #{one.to}
            </foreach></script>
            """)
    List<CellRow> cells(
            @Param("process") String process,
            @Param("kind") String kind,
            @Param("departments") @Nullable Collection<String> departments,
            @Param("stretches") List<Stretch> stretches);
}
