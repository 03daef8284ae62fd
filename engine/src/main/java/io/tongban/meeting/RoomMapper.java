package io.tongban.meeting;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface RoomMapper {

    String COLUMNS = " id, name, name_en, place, seats, equipment, note, bookable, created_at ";

    record Row(
            String id,
            String name,
            @Nullable String nameEn,
            String place,
            int seats,
            String equipment,
            @Nullable String note,
            boolean bookable,
            Instant createdAt) {

        Room room() {
            var keys = equipment.isEmpty() ? List.<String>of() : List.of(equipment.split(","));
            return new Room(id, name, nameEn, place, seats, keys, note, bookable);
        }
    }

    @Select("select" + COLUMNS + "from meeting_room order by seats, name limit 500")
    List<Row> all();

    @Select("select" + COLUMNS + "from meeting_room where id = #{id}")
    @Nullable
    Row find(String id);

    /** Lets everybody else who wants to book this room wait until the transaction ends. */
    @Select("select" + COLUMNS + "from meeting_room where id = #{id} for update")
    @Nullable
    Row lock(String id);

    @Insert("""
            insert into meeting_room (id, name, name_en, place, seats, equipment, note, bookable, created_at)
            values (#{id}, #{name}, #{nameEn}, #{place}, #{seats}, #{equipment}, #{note}, #{bookable}, #{createdAt})""")
    void insert(Row row);

    @Update("""
            update meeting_room set name = #{name}, name_en = #{nameEn}, place = #{place}, seats = #{seats},
              equipment = #{equipment}, note = #{note}, bookable = #{bookable}
            where id = #{id}""")
    void update(Row row);
}
