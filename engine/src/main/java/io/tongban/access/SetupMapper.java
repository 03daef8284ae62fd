package io.tongban.access;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface SetupMapper {

    record SetupRow(
            int id, @Nullable String codeHash, @Nullable Instant doneAt) {}

    @Select("select id, code_hash, done_at from access_setup where id = 1")
    SetupRow read();

    @Select("select id, code_hash, done_at from access_setup where id = 1 for update")
    SetupRow lock();

    @Update("update access_setup set code_hash = #{hash} where id = 1 and done_at is null")
    void code(String hash);

    @Update("update access_setup set code_hash = #{mark}, done_at = #{now} where id = 1")
    void mark(String mark, Instant now);

    @Update("update access_setup set done_at = #{now}, code_hash = null where id = 1")
    void done(Instant now);
}
