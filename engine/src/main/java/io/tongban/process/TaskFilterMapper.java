package io.tongban.process;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface TaskFilterMapper {

    /** {@code filters} is a list as JSON. */
    record FilterRow(String personId, String filters, int revision) {}

    @Select("select * from process_task_filter where person_id = #{person}")
    @Nullable
    FilterRow find(String person);

    @Insert("""
            insert into process_task_filter (person_id, filters, revision) values (#{personId}, #{filters}, #{revision})
            """)
    void insert(FilterRow row);

    @Update("""
            update process_task_filter set filters = #{filters}, revision = #{revision}
            where person_id = #{personId} and revision = #{revision} - 1
            """)
    int update(FilterRow row);
}
