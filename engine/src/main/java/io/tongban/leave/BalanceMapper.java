package io.tongban.leave;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface BalanceMapper {

    /** What a person has of a type in a year. */
    record Balance(String personId, String typeKey, int ofYear, int granted, int used, int held) {

        int available() {
            return granted - used - held;
        }
    }

    record Entry(
            String id,
            String personId,
            String typeKey,
            int ofYear,
            String kind,
            int minutes,
            @Nullable String note,
            @Nullable String requestId,
            @Nullable String number,
            String byId,
            Instant at) {}

    /** Minutes of a year's balance that a request holds or has used. */
    record Charge(String typeKey, int ofYear, int minutes) {}

    @Select("select person_id from leave_person where person_id = #{person} for update")
    @Nullable
    String lock(String person);

    /** Locks the person whose leave it is; null when there is no such leave. */
    @Select("select person_id from leave_person where person_id ="
            + " (select person_id from leave_request where request_id = #{request}) for update")
    @Nullable
    String lockOf(String request);

    @Insert("insert into leave_person (person_id) values (#{person}) on duplicate key update person_id = person_id")
    void addPerson(String person);

    @Select("select person_id, type_key, of_year, granted, used, held from leave_balance"
            + " where person_id = #{person} and type_key = #{type} and of_year = #{year}")
    @Nullable
    Balance find(@Param("person") String person, @Param("type") String type, @Param("year") int year);

    @Select("select person_id, type_key, of_year, granted, used, held from leave_balance"
            + " where person_id = #{person} and of_year = #{year} order by type_key limit 100")
    List<Balance> of(@Param("person") String person, @Param("year") int year);

    @Insert("insert into leave_balance (person_id, type_key, of_year, granted, used, held)"
            + " values (#{personId}, #{typeKey}, #{ofYear}, #{granted}, #{used}, #{held})")
    void insert(Balance balance);

    /** Answers 0 when a guarded balance would fall below zero. */
    @Update("""
            update leave_balance set granted = granted + #{granted}, held = held + #{held}, used = used + #{used}
            where person_id = #{person} and type_key = #{type} and of_year = #{year}
              and (#{guarded} = false or granted + #{granted} - held - #{held} - used - #{used} >= 0)""")
    int change(
            @Param("person") String person,
            @Param("type") String type,
            @Param("year") int year,
            @Param("granted") int granted,
            @Param("held") int held,
            @Param("used") int used,
            @Param("guarded") boolean guarded);

    @Insert("""
            insert into leave_ledger (id, person_id, type_key, of_year, kind, minutes, note, request_id, number, by_id, at)
            values (#{id}, #{personId}, #{typeKey}, #{ofYear}, #{kind}, #{minutes}, #{note}, #{requestId}, #{number},
              #{byId}, #{at})""")
    void enter(Entry entry);

    @Select("""
            select type_key, of_year, -sum(minutes) as minutes from leave_ledger
            where request_id = #{request} and kind in ('hold', 'release', 'give-back')
            group by type_key, of_year having sum(minutes) <> 0 order by type_key, of_year""")
    List<Charge> charges(String request);

    @Select("""
            <script>
            select id, person_id, type_key, of_year, kind, minutes, note, request_id, number, by_id, at
            from leave_ledger where person_id = #{person}
            <if test="type != null">and type_key = #{type}</if>
            <if test="before != null">and id &lt; #{before}</if>
            order by person_id, id desc limit #{limit}
            </script>""")
    List<Entry> ledger(
            @Param("person") String person,
            @Param("type") @Nullable String type,
            @Param("before") @Nullable String before,
            @Param("limit") int limit);
}
