package io.tongban.process;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface SeatMapper {

    @Insert("""
            <script>
            insert into process_seat (id, task_id, request_id, person_id, parent_id, part, batch, way, position, weight,
              veto, state, ballot, why, decided_at)
            values
            <foreach collection="rows" item="r" separator=",">
              (#{r.id}, #{r.taskId}, #{r.requestId}, #{r.personId}, #{r.parentId}, #{r.part}, #{r.batch}, #{r.way},
               #{r.position}, #{r.weight}, #{r.veto}, #{r.state}, #{r.ballot}, #{r.why}, #{r.decidedAt})
            </foreach>
            </script>
            """)
    void insert(@Param("rows") Collection<SeatRow> rows);

    @Update("""
            update process_seat set task_id = #{taskId}, person_id = #{personId}, way = #{way}, state = #{state},
              ballot = #{ballot}, decided_at = #{decidedAt} where id = #{id}
            """)
    void update(SeatRow row);

    @Select("select * from process_seat where task_id = #{task} order by position, id limit 1000")
    List<SeatRow> ofTask(String task);

    @Select("select * from process_seat where request_id = #{request} order by position, id limit 2000")
    List<SeatRow> ofRequest(String request);

    /** The engine's task ended without a decision of its own. */
    @Update("update process_seat set state = 'gone' where task_id = #{task} and state in ('waiting', 'open')")
    void gone(String task);
}
