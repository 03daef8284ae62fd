package io.tongban.demo;

/**
 * One part of the demo's content, such as leave requests in every state. Parts are beans of the profile {@code demo},
 * run once in the order of their {@link org.springframework.core.annotation.Order}, after the people exist and in the
 * same transaction.
 */
interface DemoPart {

    void make(DemoPeople people);
}
