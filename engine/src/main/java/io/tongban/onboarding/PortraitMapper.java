package io.tongban.onboarding;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface PortraitMapper {

    @Insert("""
            insert into onboarding_portrait (request_id, person_id, file_id, state, updated_at)
            values (#{requestId}, #{personId}, #{fileId}, #{state}, #{updatedAt})
            on duplicate key update file_id = #{fileId}, state = #{state}, updated_at = #{updatedAt}""")
    void put(PortraitRow row);

    @Select("select * from onboarding_portrait where request_id = #{id}")
    @Nullable
    PortraitRow find(String id);

    /** The last picture that somebody handed in. */
    @Select("select * from onboarding_portrait where person_id = #{person} order by request_id desc limit 1")
    @Nullable
    PortraitRow ofPerson(String person);

    @Update("update onboarding_portrait set state = #{state}, updated_at = #{now} where request_id = #{id}")
    void state(@Param("id") String id, @Param("state") PortraitState state, @Param("now") Instant now);
}
