package io.tongban.access;

import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface AccountMapper {

    record AccountRow(String personId, String passwordHash, boolean mustChange) {}

    @Select("select person_id, password_hash, must_change from access_account where person_id = #{personId}")
    Optional<AccountRow> find(String personId);

    @Insert("""
            insert into access_account (person_id, password_hash, must_change, changed_at)
            values (#{personId}, #{hash}, #{mustChange}, #{now})
            on duplicate key update password_hash = #{hash}, must_change = #{mustChange}, changed_at = #{now}
            """)
    void put(String personId, String hash, boolean mustChange, Instant now);

    @Update("update access_account set opens_at = #{at} where person_id = #{personId}")
    void openFrom(String personId, @Nullable Instant at);
}
