-- Expenses: claims with their lines, the invoices they stand on, and the budgets they are charged to.

create table expense_category (
    category_key varchar(30) not null primary key,
    name         varchar(60) not null,
    name_en      varchar(60) not null,
    sort         int         not null
);

insert into expense_category (category_key, name, name_en, sort)
values
    ('travel',        '差旅交通', 'Travel',          1),
    ('lodging',       '住宿',     'Lodging',         2),
    ('transport',     '市内交通', 'Local transport', 3),
    ('meals',         '餐饮',     'Meals',           4),
    ('entertainment', '业务招待', 'Entertainment',   5),
    ('office',        '办公用品', 'Office supplies', 6),
    ('communication', '通讯',     'Communication',   7),
    ('training',      '培训',     'Training',        8),
    ('other',         '其他',     'Other',           9);

create table expense_claim (
    request_id        char(36)      not null primary key,
    number            varchar(40)   not null,
    person_id         char(36)      not null,
    person_name       varchar(100)  not null, -- as it was, to search by
    department_id     char(36)      not null, -- that bears the cost
    title             varchar(200)  not null,
    amount            decimal(15,2) not null, -- before tax
    tax               decimal(15,2) not null,
    total             decimal(15,2) not null,
    claimed           decimal(15,2) not null, -- total as handed in; finance may have corrected it downwards
    state             varchar(10)   not null, -- RUNNING, RETURNED, REVIEW, PAYABLE, PAID, RELEASED
    payment_reference varchar(64),
    paid_on           date,
    paid_by           char(36),
    created_at        datetime(3)   not null,
    updated_at        datetime(3)   not null
);

create unique index expense_claim_number on expense_claim (number);
create index expense_claim_person on expense_claim (person_id, request_id);
create index expense_claim_state on expense_claim (state, request_id);
create index expense_claim_open on expense_claim (state, total);
create index expense_claim_mine on expense_claim (person_id, state, paid_on, total);
create index expense_claim_department on expense_claim (department_id, state, request_id);
create index expense_claim_name on expense_claim (person_name, state, request_id);
create index expense_claim_paid on expense_claim (state, paid_on, request_id);

create table expense_line (
    request_id     char(36)      not null,
    line_no        int           not null,
    category_key   varchar(30)   not null,
    spent_on       date          not null,
    amount         decimal(15,2) not null,
    tax            decimal(15,2) not null,
    claimed_amount decimal(15,2) not null, -- as handed in
    claimed_tax    decimal(15,2) not null,
    invoice_number varchar(40)   not null,
    note           varchar(200),
    primary key (request_id, line_no)
);

-- Which live claim an invoice belongs to; the key lets one in when two are handed in at the same moment.
create table expense_invoice (
    invoice_key varchar(40) not null primary key,
    request_id  char(36)    not null,
    number      varchar(40) not null, -- of the claim
    person_id   char(36)    not null
);

create index expense_invoice_request on expense_invoice (request_id);

-- What is left of a year: amount - used - held. Changed behind a lock of the row.
create table expense_budget (
    department_id char(36)      not null,
    of_year       int           not null,
    amount        decimal(15,2) not null,
    held          decimal(15,2) not null,
    used          decimal(15,2) not null,
    owner_id      char(36),             -- decides when the budget is exceeded; null: head of the department
    changed_by    char(36)      not null,
    changed_at    datetime(3)   not null,
    primary key (of_year, department_id)
);

-- What a claim holds of a budget, or has used of it once it was paid.
create table expense_charge (
    request_id    char(36)      not null,
    department_id char(36)      not null,
    of_year       int           not null,
    amount        decimal(15,2) not null,
    paid          boolean       not null,
    primary key (request_id, of_year, department_id)
);
