package io.tongban.approval;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface SignatureMapper {

    record SignatureRow(
            String personId,
            String fileId,
            Instant keptAt,
            @Nullable String sessionId,
            @Nullable Instant confirmedAt) {}

    @Select("select * from approval_signature where person_id = #{person}")
    @Nullable
    SignatureRow find(String person);

    @Insert("""
            insert into approval_signature (person_id, file_id, kept_at, session_id, confirmed_at)
            values (#{personId}, #{fileId}, #{keptAt}, #{sessionId}, #{confirmedAt})
            on duplicate key update file_id = #{fileId}, kept_at = #{keptAt}, session_id = #{sessionId},
              confirmed_at = #{confirmedAt}
            """)
    void put(SignatureRow row);

    @Update("""
            update approval_signature set session_id = #{session}, confirmed_at = #{at} where person_id = #{person}
            """)
    void confirm(@Param("person") String person, @Param("session") String session, @Param("at") Instant at);

    @Delete("delete from approval_signature where person_id = #{person}")
    int delete(String person);
}
