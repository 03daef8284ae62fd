package io.tongban.approval;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface PhraseMapper {

    /** {@code phrases} is a list as JSON. */
    record PhraseRow(String personId, String phrases, int revision) {}

    @Select("select * from approval_phrase where person_id = #{person}")
    @Nullable
    PhraseRow find(String person);

    @Insert("insert into approval_phrase (person_id, phrases, revision) values (#{personId}, #{phrases}, #{revision})")
    void insert(PhraseRow row);

    @Update("""
            update approval_phrase set phrases = #{phrases}, revision = #{revision}
            where person_id = #{personId} and revision = #{revision} - 1
            """)
    int update(PhraseRow row);
}
