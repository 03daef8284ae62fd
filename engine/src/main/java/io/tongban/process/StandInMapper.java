package io.tongban.process;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface StandInMapper {

    /**
     * What somebody has to decide, or will have to, for nobody else; the oldest requests first. An opinion that was asked
     * for is that person's own.
     */
    @Select("""
            select * from process_inbox where owner = #{owner} and state in ('todo', 'waiting') and behalf is null
              and step is not null and (part is null or part <> 'consult')
            order by request_id, id limit 5000
            """)
    List<InboxRow> own(String owner);

    /** What somebody has to decide for somebody else. */
    @Select("""
            select * from process_inbox where owner = #{deputy} and state in ('todo', 'waiting') and behalf = #{principal}
            order by request_id, id limit 5000
            """)
    List<InboxRow> held(@Param("principal") String principal, @Param("deputy") String deputy);
}
