package io.tongban.expense;

import java.math.BigDecimal;
import java.time.LocalDate;
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
interface ClaimMapper {

    String COLUMNS = """
            request_id, number, person_id, person_name, department_id, title, amount, tax, total, claimed, state,
            payment_reference, paid_on, paid_by, created_at, updated_at
            """;

    /** Which claim an invoice belongs to. */
    record Invoice(String invoiceKey, String requestId, String number, String personId) {}

    /** How many claims are in a state and what they come to. */
    record Total(ClaimRow.State state, int claims, BigDecimal total) {}

    /**
     * What a list of claims asks for.
     *
     * @param name how the applicant's name begins, as a pattern
     * @param after key of the last item of the page before
     */
    record Query(
            ClaimRow.State state,
            @Nullable String department,
            @Nullable String name,
            @Nullable String after,
            boolean oldestFirst,
            int limit) {}

    @Select("select category_key, name, name_en from expense_category order by sort limit 100")
    List<Category> categories();

    @Select("select " + COLUMNS + " from expense_claim where request_id = #{id}")
    @Nullable
    ClaimRow find(String id);

    @Select("<script>select " + COLUMNS + """
            from expense_claim where request_id in
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
            order by request_id</script>""")
    List<ClaimRow> byIds(@Param("ids") Collection<String> ids);

    @Insert("""
            insert into expense_claim (request_id, number, person_id, person_name, department_id, title, amount, tax,
              total, claimed, state, payment_reference, paid_on, paid_by, created_at, updated_at)
            values (#{requestId}, #{number}, #{personId}, #{personName}, #{departmentId}, #{title}, #{amount}, #{tax},
              #{total}, #{claimed}, #{state}, #{paymentReference}, #{paidOn}, #{paidBy}, #{createdAt}, #{updatedAt})""")
    void insert(ClaimRow row);

    @Update("""
            update expense_claim set department_id = #{departmentId}, title = #{title}, amount = #{amount}, tax = #{tax},
              total = #{total}, claimed = #{claimed}, state = #{state}, payment_reference = #{paymentReference},
              paid_on = #{paidOn}, paid_by = #{paidBy}, updated_at = #{updatedAt}
            where request_id = #{requestId}""")
    void update(ClaimRow row);

    @Select("<script>select " + COLUMNS + """
            from expense_claim where person_id = #{person}
            <if test="before != null">and request_id &lt; #{before}</if>
            order by person_id desc, request_id desc limit #{limit}</script>""")
    List<ClaimRow> of(
            @Param("person") String person, @Param("before") @Nullable String before, @Param("limit") int limit);

    /**
     * Along an index: the order names the columns of the index that is read, all in one direction. A name is compared so
     * that no index of names is read for it: that would be all claims of many people, sorted for one page.
     */
    @Select("<script>select " + COLUMNS + """
            from expense_claim where state = #{state}
            <if test="department != null">and department_id = #{department}</if>
            <if test="name != null">and concat(person_name, '') like #{name}</if>
            <if test="after != null and oldestFirst">and request_id &gt; #{after}</if>
            <if test="after != null and !oldestFirst">and request_id &lt; #{after}</if>
            order by
            <choose>
              <when test="department != null and oldestFirst">department_id, state,</when>
              <when test="department != null">department_id desc, state desc,</when>
              <when test="oldestFirst">state,</when>
              <otherwise>state desc,</otherwise>
            </choose>
            <choose>
              <when test="oldestFirst">request_id</when>
              <otherwise>request_id desc</otherwise>
            </choose>
            limit #{limit}</script>""")
    List<ClaimRow> page(Query query);

    /** Claims in a state of people whose name begins so, in the index alone. */
    @Select("""
            select request_id from expense_claim where state = #{state} and person_name like #{name}
            order by state, person_name, request_id limit #{limit}""")
    List<String> named(@Param("state") ClaimRow.State state, @Param("name") String name, @Param("limit") int limit);

    /** Claims in a state whose number begins so, in the order of their numbers. */
    @Select("<script>select " + COLUMNS + """
            from expense_claim where state = #{state} and number like #{begins}
            <if test="department != null">and department_id = #{department}</if>
            <if test="after != null and oldestFirst">and number &gt; #{after}</if>
            <if test="after != null and !oldestFirst">and number &lt; #{after}</if>
            <choose>
              <when test="oldestFirst">order by state, number</when>
              <otherwise>order by state desc, number desc</otherwise>
            </choose>
            limit #{limit}</script>""")
    List<ClaimRow> numbered(
            @Param("state") ClaimRow.State state,
            @Param("begins") String begins,
            @Param("department") @Nullable String department,
            @Param("after") @Nullable String after,
            @Param("oldestFirst") boolean oldestFirst,
            @Param("limit") int limit);

    /** Paid between two days, behind one of them, in the order of payment. */
    @Select("<script>select " + COLUMNS + """
            from expense_claim where state = 'PAID' and paid_on &lt;= #{to}
            <choose>
              <when test="after == null">and paid_on >= #{from}</when>
              <otherwise>and paid_on >= #{after.paidOn}
              and (paid_on > #{after.paidOn} or request_id > #{after.requestId})</otherwise>
            </choose>
            order by state, paid_on, request_id limit #{limit}</script>""")
    List<ClaimRow> paid(
            @Param("from") LocalDate from,
            @Param("to") LocalDate to,
            @Param("after") @Nullable ClaimRow after,
            @Param("limit") int limit);

    /** What waits for finance, in the index alone. */
    @Select("""
            select state, count(*) as claims, sum(total) as total from expense_claim
            where state in ('REVIEW', 'PAYABLE') group by state""")
    List<Total> open();

    @Select("""
            select state, count(*) as claims, sum(total) as total from expense_claim
            where person_id = #{person} and state in ('RUNNING', 'RETURNED', 'REVIEW', 'PAYABLE') group by state""")
    List<Total> openOf(String person);

    @Select("""
            select state, count(*) as claims, sum(total) as total from expense_claim
            where person_id = #{person} and state = 'PAID' and paid_on >= #{from} group by state""")
    List<Total> paidTo(@Param("person") String person, @Param("from") LocalDate from);

    @Select("select * from expense_line where request_id = #{request} order by line_no limit 500")
    List<LineRow> lines(String request);

    @Delete("delete from expense_line where request_id = #{request}")
    void removeLines(String request);

    @Insert("""
            <script>insert into expense_line (request_id, line_no, category_key, spent_on, amount, tax, claimed_amount,
              claimed_tax, invoice_number, note) values
            <foreach collection="lines" item="l" separator=",">
              (#{l.requestId}, #{l.lineNo}, #{l.categoryKey}, #{l.spentOn}, #{l.amount}, #{l.tax}, #{l.claimedAmount},
               #{l.claimedTax}, #{l.invoiceNumber}, #{l.note})
            </foreach></script>""")
    void addLines(@Param("lines") List<LineRow> lines);

    @Select("""
            <script>select invoice_key, request_id, number, person_id from expense_invoice where invoice_key in
            <foreach collection="keys" item="key" open="(" separator="," close=")">#{key}</foreach></script>""")
    List<Invoice> invoices(@Param("keys") Collection<String> keys);

    @Delete("delete from expense_invoice where request_id = #{request}")
    void removeInvoices(String request);

    @Delete("""
            <script>delete from expense_invoice where request_id = #{request} and invoice_key not in
            <foreach collection="keys" item="key" open="(" separator="," close=")">#{key}</foreach></script>""")
    void keepInvoices(@Param("request") String request, @Param("keys") Collection<String> keys);

    @Insert("""
            <script>insert into expense_invoice (invoice_key, request_id, number, person_id) values
            <foreach collection="invoices" item="i" separator=",">
              (#{i.invoiceKey}, #{i.requestId}, #{i.number}, #{i.personId})
            </foreach></script>""")
    void addInvoices(@Param("invoices") List<Invoice> invoices);
}
