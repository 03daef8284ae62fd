package io.tongban.process;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface LeaverMapper {

    @Insert("insert into process_leaver (person_id, left_at) values (#{person}, #{at})")
    void insert(@Param("person") String person, @Param("at") Instant at);

    @Select("select person_id from process_leaver where left_at <= #{until} order by left_at, person_id limit 100")
    List<String> before(Instant until);

    /** Answers 1 to the one node that looks again. */
    @Delete("delete from process_leaver where person_id = #{person}")
    int remove(String person);
}
