package io.tongban.expense;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface BudgetMapper {

    String COLUMNS = "department_id, of_year, amount, held, used, owner_id ";

    /** A department's budget of a year. */
    record Budget(
            String departmentId,
            int ofYear,
            BigDecimal amount,
            BigDecimal held,
            BigDecimal used,
            @Nullable String ownerId) {

        BigDecimal left() {
            return amount.subtract(held).subtract(used);
        }
    }

    record Charge(String requestId, String departmentId, int ofYear, BigDecimal amount, boolean paid) {}

    @Select("<script>select " + COLUMNS + """
             from expense_budget where of_year = #{year} and department_id in
            <foreach collection="departments" item="id" open="(" separator="," close=")">#{id}</foreach></script>""")
    List<Budget> among(@Param("departments") Collection<String> departments, @Param("year") int year);

    @Select("select " + COLUMNS + """
             from expense_budget where department_id = #{department} and of_year = #{year} for update""")
    @Nullable
    Budget lock(@Param("department") String department, @Param("year") int year);

    @Select("select " + COLUMNS + " from expense_budget where department_id = #{department} and of_year = #{year}")
    @Nullable
    Budget find(@Param("department") String department, @Param("year") int year);

    @Select("select " + COLUMNS + " from expense_budget where of_year = #{year} order by department_id limit 1000")
    List<Budget> of(int year);

    @Update("""
            update expense_budget set held = held + #{held}, used = used + #{used}
            where department_id = #{department} and of_year = #{year}""")
    void change(
            @Param("department") String department,
            @Param("year") int year,
            @Param("held") BigDecimal held,
            @Param("used") BigDecimal used);

    @Insert("""
            insert into expense_budget (department_id, of_year, amount, held, used, owner_id, changed_by, changed_at)
            values (#{department}, #{year}, #{amount}, 0, 0, #{owner}, #{by}, #{at})
            on duplicate key update amount = #{amount}, owner_id = #{owner}, changed_by = #{by}, changed_at = #{at}""")
    void put(
            @Param("department") String department,
            @Param("year") int year,
            @Param("amount") BigDecimal amount,
            @Param("owner") @Nullable String owner,
            @Param("by") String by,
            @Param("at") Instant at);

    @Select("""
            select request_id, department_id, of_year, amount, paid from expense_charge
            where request_id = #{request} order by of_year, department_id limit 100""")
    List<Charge> charges(String request);

    @Insert("""
            insert into expense_charge (request_id, department_id, of_year, amount, paid)
            values (#{requestId}, #{departmentId}, #{ofYear}, #{amount}, #{paid})
            on duplicate key update amount = #{amount}, paid = #{paid}""")
    void putCharge(Charge charge);

    @Delete("""
            delete from expense_charge
            where request_id = #{requestId} and of_year = #{ofYear} and department_id = #{departmentId}""")
    void removeCharge(Charge charge);
}
