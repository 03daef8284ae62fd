package io.tongban.leave;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface LeaveMapper {

    String COLUMNS = """
            request_id, number, person_id, type_key, start_at, end_at, minutes, handover_id, state, provisional,
            shortfall, calendar_version, created_at, updated_at
            """;

    @Select("select * from leave_type order by sort limit 100")
    List<LeaveType> types();

    @Insert("""
            insert into leave_request (request_id, number, person_id, type_key, start_at, end_at, minutes, handover_id,
              state, provisional, shortfall, calendar_version, created_at, updated_at)
            values (#{requestId}, #{number}, #{personId}, #{typeKey}, #{startAt}, #{endAt}, #{minutes}, #{handoverId},
              #{state}, #{provisional}, #{shortfall}, #{calendarVersion}, #{createdAt}, #{updatedAt})""")
    void insert(LeaveRow row);

    @Update("""
            update leave_request set type_key = #{typeKey}, start_at = #{startAt}, end_at = #{endAt},
              minutes = #{minutes}, handover_id = #{handoverId}, state = #{state}, provisional = #{provisional},
              shortfall = #{shortfall}, calendar_version = #{calendarVersion}, updated_at = #{updatedAt}
            where request_id = #{requestId}""")
    void update(LeaveRow row);

    @Select("select " + COLUMNS + " from leave_request where request_id = #{id}")
    @Nullable
    LeaveRow find(String id);

    @Select("select " + COLUMNS + """
            from leave_request
            where person_id = #{person} and end_at > #{start} and start_at < #{end} and request_id <> #{except}
              and state in ('HELD', 'APPROVED')
            order by start_at limit 1""")
    @Nullable
    LeaveRow overlapping(
            @Param("person") String person,
            @Param("start") LocalDateTime start,
            @Param("end") LocalDateTime end,
            @Param("except") String except);

    @Select("<script>select " + COLUMNS + """
            from leave_request where person_id = #{person}
            <if test="before != null">and request_id &lt; #{before}</if>
            order by person_id, request_id desc limit #{limit}</script>""")
    List<LeaveRow> of(
            @Param("person") String person, @Param("before") @Nullable String before, @Param("limit") int limit);

    @Select("select " + COLUMNS + """
            from leave_request where person_id = #{person} and end_at > #{after} and state = 'APPROVED'
            order by start_at desc limit 50""")
    List<LeaveRow> approved(@Param("person") String person, @Param("after") LocalDateTime after);

    @Select("select " + COLUMNS + """
            from leave_request where person_id = #{person} and shortfall = true and state in ('HELD', 'APPROVED')
            order by request_id limit 50""")
    List<LeaveRow> inShortfall(String person);

    /** Live leave that touches a time, a batch at a time, in the order in which people are locked. */
    @Select("select " + COLUMNS + """
            from leave_request
            where end_at > #{from} and start_at < #{to} and state in ('HELD', 'APPROVED')
              and (person_id > #{person} or person_id = #{person} and request_id > #{id})
            order by person_id, request_id limit #{limit}""")
    List<LeaveRow> touching(
            @Param("from") LocalDateTime from,
            @Param("to") LocalDateTime to,
            @Param("person") String person,
            @Param("id") String id,
            @Param("limit") int limit);
}
