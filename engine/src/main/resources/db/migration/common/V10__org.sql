create table org_person (
    id char(36) not null,
    account varchar(64) not null,
    number varchar(32) not null,
    number_key varchar(32) not null,
    name varchar(100) not null,
    pinyin varchar(400) not null,
    initials varchar(100) not null,
    email varchar(200),
    phone varchar(40),
    portrait char(36),
    locale varchar(10) not null,
    state varchar(16) not null,
    created_at datetime(3) not null,
    primary key (id),
    constraint org_person_account unique (account),
    constraint org_person_number unique (number_key)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index org_person_list on org_person (state, pinyin, id);

create table org_department (
    id char(36) not null,
    parent_id char(36),
    name varchar(100) not null,
    sort int not null,
    created_at datetime(3) not null,
    primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index org_department_parent on org_department (parent_id, sort);

create table org_membership (
    id char(36) not null,
    person_id char(36) not null,
    department_id char(36) not null,
    position varchar(100),
    main boolean not null,
    valid_from datetime(3) not null,
    valid_to datetime(3),
    primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index org_membership_person on org_membership (person_id, valid_to);
create index org_membership_department on org_membership (department_id, valid_to);

create table org_head (
    id char(36) not null,
    department_id char(36) not null,
    person_id char(36) not null,
    valid_from datetime(3) not null,
    valid_to datetime(3),
    primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index org_head_department on org_head (department_id, valid_to);
create index org_head_person on org_head (person_id, valid_to);

create table org_leader (
    id char(36) not null,
    person_id char(36) not null,
    leader_id char(36) not null,
    valid_from datetime(3) not null,
    valid_to datetime(3),
    primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index org_leader_person on org_leader (person_id, valid_to);
create index org_leader_leader on org_leader (leader_id, valid_to);

-- Whoever changes the tree or a leader locks its row first, so that two changes never make a circle together.
create table org_lock (
    name varchar(32) not null,
    primary key (name)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

insert into org_lock (name) values ('departments');
insert into org_lock (name) values ('leaders');
